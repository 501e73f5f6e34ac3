import { describe, expect, it } from 'vitest';
import { sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';

type Annexes = ReturnType<typeof sampleAnnexes>;

function cellOf(annexes: Annexes, annex: string, rowId: string, columnKey: string) {
  const cell = tableOf(annexes, annex).rows.find(({ id }) => id === rowId)?.cells[columnKey];
  return cell?.kind === 'amount' ? cell : undefined;
}

/** The parts of a cell as `row column`, which is how a spreadsheet would point at them. */
function partsOf(annexes: Annexes, annex: string, rowId: string, columnKey: string) {
  return cellOf(annexes, annex, rowId, columnKey)?.sumOf?.map((part) => `${part.rowId} ${part.columnKey}`);
}

describe('what a figure is the sum of', () => {
  const annexes = sampleAnnexes([
    sampleBudget({
      revenue: [{ amountFen: yuan(80_000) }, { amountFen: yuan(10_000), carriedOver: true }],
      carryForward: [{ amountFen: yuan(20_000) }],
      basic: [
        { functionCode: '2010308', economicCode: '30101', amountFen: yuan(10_000) },
        { functionCode: '2080505', economicCode: '30108', amountFen: yuan(20_000) },
        { functionCode: '2080506', economicCode: '30217', amountFen: yuan(30_000) },
      ],
      projects: [{ lines: [{ amountFen: yuan(10_000) }] }],
      procurement: [{ amountFen: yuan(5_000) }],
    }),
  ]);

  it('合计 of a code tree: its classes; a parent: its direct children; a leaf: its columns', () => {
    expect(partsOf(annexes, '2', 'total', 'y2023Basic')).toEqual(['201 y2023Basic', '208 y2023Basic']);
    expect(partsOf(annexes, '2', '20805', 'y2023Total')).toEqual(['2080505 y2023Total', '2080506 y2023Total']);
    expect(partsOf(annexes, '2', '2010308', 'y2023Total')).toEqual(['2010308 y2023Basic', '2010308 y2023Project']);
    expect(partsOf(annexes, '2', '2010308', 'y2023Basic')).toBeUndefined();
    expect(partsOf(annexes, '3', 'total', 'total')).toEqual(['301 total', '302 total']);
    expect(partsOf(annexes, '7', '2010308', 'total')).toContain('2010308 carryOver');
  });

  it('the totals of annexes 1 and 6: the lines they are made of', () => {
    expect(partsOf(annexes, '1', 'total', 'expGeneral')).toEqual(['expenditure expGeneral', 'carryForward expGeneral']);
    expect(partsOf(annexes, '1', 'expenditure', 'expTotal')).toEqual(
      ['201', '202', '208', '212', '221', '223'].map((code) => `${code} expTotal`),
    );
    expect(partsOf(annexes, '1', 'total', 'incomeAmount')).toEqual(['expenditure incomeAmount', '212 incomeAmount']);
    expect(partsOf(annexes, '6', 'total', 'expAmount')).toEqual(['year expAmount', 'carry expAmount']);
    expect(partsOf(annexes, '6', 'year', 'incomeAmount')).toHaveLength(9);
  });

  it('annexes 4, 9 and 10: departments, kinds, projects; subtotals across', () => {
    expect(partsOf(annexes, '4', 'total', 'y2023Reception')).toEqual(['department y2023Reception']);
    expect(partsOf(annexes, '9', 'total', 'general')).toEqual(['GOODS general', 'WORKS general', 'SERVICES general']);
    expect(partsOf(annexes, '10', 'total', 'total')).toEqual(['309001:project-1 total']);
    expect(partsOf(annexes, '10', '309001:project-1', 'total')).toEqual([
      '309001:project-1 initialSubtotal',
      '309001:project-1 superiorSubtotal',
    ]);
  });

  it('a blank cell of nothing', () => {
    expect(cellOf(annexes, '1', 'total', 'expFund')).toEqual({ kind: 'amount', amountFen: 0n, style: 'fixed' });
  });

  it('revenue without a code belongs to the total of annex 7 and to no class of it', () => {
    const uncoded = sampleAnnexes([
      sampleBudget({ revenue: [{ amountFen: yuan(1) }, { functionCode: '', amountFen: yuan(2) }] }),
    ]);
    expect(partsOf(uncoded, '7', 'total', 'general')).toBeUndefined();
    expect(partsOf(uncoded, '7', 'total', 'total')).toHaveLength(10);
  });
});

describe('the rows behind a figure', () => {
  const lines = (count: number) =>
    sampleBudget({ basic: Array.from({ length: count }, () => ({ amountFen: yuan(1) })) });

  it('are named while they are few', () => {
    const keys = cellOf(sampleAnnexes([lines(50)]), '2', '2010308', 'y2023Basic')?.lineKeys;
    expect(keys).toHaveLength(50);
    expect(keys?.[0]).toBe('309001:basic-1');
  });

  it('are not listed when they are many', () => {
    expect(cellOf(sampleAnnexes([lines(51)]), '2', '2010308', 'y2023Basic')).not.toHaveProperty('lineKeys');
  });
});

describe('尾差', () => {
  it('is told for rows and for columns, with the printed and the added figure', () => {
    const basic = [
      { economicCode: '30101', amountFen: yuan(50) },
      { economicCode: '30108', amountFen: yuan(50) },
    ];
    const { roundingDifferences, notes } = tableOf(sampleAnnexes([sampleBudget({ basic })]), '3');
    expect(roundingDifferences.filter(({ at }) => at.columnKey === 'personnel')).toEqual([
      {
        at: { rowId: '301', columnKey: 'personnel' },
        along: 'rows',
        printedCentiWanYuan: 1n,
        partsCentiWanYuan: 2n,
      },
    ]);
    expect(notes).toEqual([expect.stringContaining('尾差')]);

    const both = sampleBudget({ basic: [{ amountFen: yuan(50) }], projects: [{ lines: [{ amountFen: yuan(50) }] }] });
    const across = tableOf(sampleAnnexes([both]), '8').roundingDifferences;
    expect(across.map(({ at, along }) => [at.rowId, along])).toEqual([
      ['total', 'columns'],
      ['201', 'columns'],
      ['20103', 'columns'],
      ['2010308', 'columns'],
    ]);
  });

  it('follows the notes that the annex has of its own', () => {
    const both = sampleBudget({ basic: [{ amountFen: yuan(50) }], projects: [{ lines: [{ amountFen: yuan(50) }] }] });
    expect(tableOf(sampleAnnexes([both]), '2').notes).toEqual([
      '备注：本表反映当年一般公共预算财政拨款支出情况。',
      expect.stringContaining('尾差'),
    ]);
  });
});
