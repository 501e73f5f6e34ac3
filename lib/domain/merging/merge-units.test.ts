import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnexTable } from '../annexes/annex-table.ts';
import type { Budget, ExpenditureLine, RevenueLine } from '../budget/budget.ts';
import type { FundSource } from '../budget/fund-source.ts';
import { sampleUnit } from '../fixtures/arbitrary-budget.ts';
import { printed, sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_FUNCTION_CODES } from '../fixtures/sample-edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { functionOfLine, type TransferAnswer } from './internal-transfer.ts';
import { eliminatedFen, mergeUnits } from './merge-units.ts';

const totalFen = (rows: readonly { readonly amountFen: Fen | null }[]) =>
  sumFen(rows.map(({ amountFen }) => amountFen));
const revenueFen = (units: readonly Budget[]) => sumFen(units.map(({ revenue }) => totalFen(revenue)));
const spentFen = (units: readonly Budget[]) =>
  sumFen(units.map(({ expenditure, carryForward }) => totalFen(expenditure) + totalFen(carryForward)));

/** The head office hands 40 of its 100 on to the centre, which spends it under another code. */
const office = sampleBudget({
  revenue: [{ source: 'OTHER', amountFen: yuan(1_000_000) }],
  basic: [{ source: 'OTHER', amountFen: yuan(600_000) }],
  projects: [{ name: '补助中心', lines: [{ source: 'OTHER', amountFen: yuan(400_000) }], indicators: [{}] }],
});
const centre = sampleBudget(
  {
    revenue: [
      { source: 'SUPERIOR_SUBSIDY', functionCode: '', amountFen: yuan(400_000) },
      { source: 'BUSINESS', functionCode: '', amountFen: yuan(50_000) },
    ],
    basic: [
      { source: 'SUPERIOR_SUBSIDY', functionCode: '2080505', amountFen: yuan(400_000) },
      { source: 'BUSINESS', amountFen: yuan(50_000) },
    ],
    procurement: [{ source: 'SUPERIOR_SUBSIDY', amountFen: yuan(70_000) }],
  },
  sampleUnit(2),
);

const paidBy = (lineKey: string, revenueKey = '309002:revenue-1'): TransferAnswer => ({
  ...{ receiverCode: '309002', revenueKey, payer: { unitCode: '309001', lineKey } },
});
const fromOutside: TransferAnswer = { receiverCode: '309002', revenueKey: '309002:revenue-1', payer: null };

describe('a transfer between two units', () => {
  const merged = mergeUnits([office, centre], [paidBy('309001:project-1-line-1')]);

  it('is counted once: the department spends what the receiver spends, out of the money of the payer', () => {
    expect(merged.faults).toEqual([]);
    expect(merged.eliminations).toMatchObject([
      {
        ...{ payer: { code: '309001' }, receiver: { code: '309002' }, source: 'SUPERIOR_SUBSIDY' },
        ...{ amountFen: yuan(400_000), projectName: '补助中心', functionCode: '2010308' },
      },
    ]);
    const annexes = sampleAnnexes(merged.units);
    expect(printed(annexes, '8', ['code', 'total']).filter(([code]) => !code || code.length === 7)).toEqual([
      [null, '105.00'],
      ['2010308', '65.00'],
      ['2080505', '40.00'],
    ]);
    expect(tableOf(annexes, '9').rows[0]?.cells).toMatchObject({ other: { amountFen: yuan(70_000) } });
  });

  it('takes a project that was nothing else out of annexes 10 and 12', () => {
    const annexes = sampleAnnexes(merged.units);
    expect(tableOf(annexes, '10').rows).toHaveLength(1);
    expect(annexes.has('12-1')).toBe(false);
  });

  it('leaves the budgets themselves alone', () => {
    expect(office.projects).toHaveLength(1);
    expect(revenueFen([office, centre])).toBe(yuan(1_450_000));
  });
});

describe('what cannot be eliminated stays and is told', () => {
  const kinds = (answers: readonly TransferAnswer[], units: readonly Budget[] = [office, centre]) => {
    const merged = mergeUnits(units, answers);
    expect(merged.eliminations).toEqual([]);
    expect(revenueFen(merged.units)).toBe(revenueFen(units));
    return merged.faults.map(({ kind, availableFen }) => [kind, availableFen]);
  };

  it('is not answered for', () => expect(kinds([])).toEqual([['UNANSWERED', null]]));
  it('comes from outside: no fault', () => expect(kinds([fromOutside])).toEqual([]));
  it('names a line that is gone', () => expect(kinds([paidBy('gone')])).toEqual([['PAYER_GONE', null]]));

  it('names a line of its own', () => {
    const own = { unitCode: '309002', lineKey: '309002:basic-1' };
    expect(kinds([{ ...fromOutside, payer: own }])).toEqual([['PAYER_GONE', null]]);
  });

  it('is more than the line', () => {
    const small = sampleBudget({ basic: [{ source: 'OTHER', amountFen: yuan(1) }] });
    expect(kinds([paidBy('309001:basic-1')], [small, centre])).toEqual([['LINE_TOO_SMALL', yuan(1)]]);
  });

  it('is more than the payer has of the source', () => {
    const poor = sampleBudget({
      revenue: [{ source: 'OTHER', amountFen: yuan(3) }],
      basic: [{ source: 'OTHER', amountFen: yuan(400_000) }],
    });
    expect(kinds([paidBy('309001:basic-1')], [poor, centre])).toEqual([['NOT_COVERED', yuan(3)]]);
  });

  it('goes round in a circle', () => {
    const round = (unit: number, source: FundSource) =>
      sampleBudget(
        { revenue: [{ source, functionCode: '', amountFen: yuan(5) }], basic: [{ source, amountFen: yuan(5) }] },
        sampleUnit(unit),
      );
    const answers = [
      {
        receiverCode: '309001',
        revenueKey: '309001:revenue-1',
        payer: { unitCode: '309002', lineKey: '309002:basic-1' },
      },
      paidBy('309001:basic-1'),
    ];
    const units = [round(1, 'AFFILIATE_PAYMENT'), round(2, 'SUPERIOR_SUBSIDY')];
    expect(kinds(answers, units)).toEqual([
      ['CIRCULAR', null],
      ['CIRCULAR', null],
    ]);
  });
});

const OWN_SOURCES = ['GENERAL_PUBLIC', 'BUSINESS', 'OTHER', 'SUPERIOR_SUBSIDY'] as const;
const amount = fc.bigInt({ min: 1n, max: 90_000_000n });
const code = fc.constantFrom(...SAMPLE_FUNCTION_CODES);

const ownLine = fc.record({ source: fc.constantFrom(...OWN_SOURCES), carriedOver: fc.boolean(), code, amount });
const handedOn = fc.record({
  ...{ from: fc.nat({ max: 3 }), to: fc.nat({ max: 3 }), amount, more: fc.bigInt({ min: 0n, max: 5_000n }), code },
  ...{ paidFrom: fc.constantFrom(...OWN_SOURCES), carriedOver: fc.boolean(), spentUnder: code },
  kind: fc.constantFrom('SUPERIOR_SUBSIDY' as const, 'AFFILIATE_PAYMENT' as const),
});

interface Department {
  readonly units: readonly Budget[];
  readonly answers: readonly TransferAnswer[];
}

type Line = Pick<ExpenditureLine, 'source' | 'carriedOver' | 'functionCode' | 'amountFen'>;

/** Balanced units of which some pay others; a receipt of an index above all payments is one from outside. */
const anyDepartment: fc.Arbitrary<Department> = fc
  .record({
    units: fc.array(fc.record({ lines: fc.array(ownLine, { maxLength: 5 }), coded: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    transfers: fc.array(handedOn, { maxLength: 4 }),
  })
  .map(({ units, transfers }) => {
    const real = transfers.filter(({ from, to }) => from !== to && from < units.length && to < units.length);
    const answers: TransferAnswer[] = [];
    const budgets = units.map(({ lines, coded }, index): Budget => {
      const unit = sampleUnit(index + 1);
      const own = lines.map((line) => ({ ...line, functionCode: line.code, amountFen: line.amount }));
      const paid = real
        .filter(({ from }) => from === index)
        .map(({ paidFrom, carriedOver, code: functionCode, amount: fen, more }) => {
          return { source: paidFrom, carriedOver, functionCode, amountFen: fen + more };
        });
      const received = real
        .filter(({ to }) => to === index)
        .map(({ kind, spentUnder, amount: fen }): Line => {
          return { source: kind, carriedOver: false, functionCode: spentUnder, amountFen: fen };
        });
      const financed = groupBy(
        [...own, ...paid],
        (line) => `${line.source} ${line.carriedOver} ${coded && line.functionCode}`,
      );
      const revenue = [...financed.values()].map((rows): Partial<RevenueLine> => {
        const [
          { source, carriedOver, functionCode } = { source: 'OTHER' as const, carriedOver: false, functionCode: '' },
        ] = rows;
        return { source, carriedOver, functionCode: coded ? functionCode : '', amountFen: totalFen(rows) };
      });
      const receipts = received.map((line) => (coded ? line : { ...line, functionCode: '' }));
      // Receipts first, so that their keys are known
      return sampleBudget({ revenue: [...receipts, ...revenue], basic: [...paid, ...own, ...received] }, unit);
    });
    for (const [index, budget] of budgets.entries()) {
      const incoming = real.filter(({ to }) => to === index);
      for (const [at, transfer] of incoming.entries()) {
        const nth = real.filter(({ from }) => from === transfer.from).indexOf(transfer);
        const unitCode = `30900${transfer.from + 1}`;
        const payer = { unitCode, lineKey: `${unitCode}:basic-${nth + 1}` };
        answers.push({ receiverCode: budget.unit.code, revenueKey: `${budget.unit.code}:revenue-${at + 1}`, payer });
      }
      for (const line of budget.revenue.slice(incoming.length)) {
        answers.push({ receiverCode: budget.unit.code, revenueKey: line.key, payer: null });
      }
    }
    return { units: budgets, answers };
  });

const cellFen = (table: AnnexTable, rowId: string, column: string): Fen => {
  const cell = table.rows.find(({ id }) => id === rowId)?.cells[column];
  return cell?.kind === 'amount' ? cell.amountFen : 0n;
};

describe('any department', () => {
  it('has the sums of its units less what was eliminated, annexes 6, 7 and 8 agreeing, code by code', () => {
    fc.assert(
      fc.property(anyDepartment, ({ units, answers }) => {
        const merged = mergeUnits(units, answers);
        const gone = eliminatedFen(merged);
        expect(merged.faults.filter(({ kind }) => kind !== 'CIRCULAR')).toEqual([]);
        if (merged.faults.length === 0) {
          expect(gone).toBe(
            sumFen(answers.filter(({ payer }) => payer).map(({ revenueKey }) => amountOf(units, revenueKey))),
          );
        }
        expect(revenueFen(merged.units)).toBe(revenueFen(units) - gone);
        expect(spentFen(merged.units)).toBe(spentFen(units) - gone);
        for (const unit of merged.units) expectBalanced(unit);
        const annexes = sampleAnnexes(merged.units);
        const total = cellFen(tableOf(annexes, '6'), 'total', 'incomeAmount');
        expect(cellFen(tableOf(annexes, '7'), 'total', 'total')).toBe(total);
        expect(cellFen(tableOf(annexes, '8'), 'total', 'total')).toBe(total);
        for (const { id } of tableOf(annexes, '8').rows) {
          expect(cellFen(tableOf(annexes, '7'), id, 'total')).toBe(cellFen(tableOf(annexes, '8'), id, 'total'));
        }
      }),
    );
  });

  it('is the same in whatever order units and answers come', () => {
    const shuffled = anyDepartment.chain(({ units, answers }) =>
      fc.tuple(
        fc.constant({ units, answers }),
        fc.shuffledSubarray([...units], { minLength: units.length }),
        fc.shuffledSubarray([...answers], { minLength: answers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ units, answers }, otherUnits, otherAnswers]) => {
        expect(mergeUnits(otherUnits, otherAnswers)).toEqual(mergeUnits(units, answers));
      }),
    );
  });

  it('of one unit is the unit itself', () => {
    fc.assert(
      fc.property(anyDepartment, ({ units: [first], answers }) => {
        if (!first) return;
        const merged = mergeUnits([first], answers);
        expect(merged).toEqual({ units: [first], eliminations: [], faults: [] });
        expect(merged.units[0]).toBe(first);
      }),
    );
  });

  it('keeps the keys of rows apart', () => {
    fc.assert(
      fc.property(anyDepartment, ({ units, answers }) => {
        for (const { revenue, expenditure } of mergeUnits(units, answers).units) {
          for (const rows of [revenue, expenditure]) expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        }
      }),
    );
  });
});

function amountOf(units: readonly Budget[], revenueKey: string): Fen {
  return totalFen(units.flatMap(({ revenue }) => revenue.filter(({ key }) => key === revenueKey)));
}

/** In every source, this year's money and what was carried over, as its units were. */
function expectBalanced(budget: Budget): void {
  const purse = ({ source, carriedOver }: Pick<Line, 'source' | 'carriedOver'>) => `${source} ${carriedOver}`;
  const received = groupBy(budget.revenue, purse);
  const spent = groupBy(budget.expenditure, purse);
  for (const name of new Set([...received.keys(), ...spent.keys()])) {
    expect(totalFen(received.get(name) ?? [])).toBe(totalFen(spent.get(name) ?? []));
  }
  const codes = new Set(budget.expenditure.map((line) => functionOfLine(budget, line)));
  expect([...codes].every((functionCode) => functionCode.length === 7)).toBe(true);
}
