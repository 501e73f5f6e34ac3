import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { annexSetOf } from './annex-sets.ts';
import type { AnnexTable, CellReference } from './annex-table.ts';
import { cellText, printedHundredths } from './cell-text.ts';
import { dealOut, type Rounding, roundGrid } from './rounding.ts';

const UNIT = 10_000n;

const amounts = fc.array(fc.bigInt({ min: -5_000_000n, max: 50_000_000n }), { minLength: 1, maxLength: 12 });

describe('dealOut', () => {
  it('adds up to the whole, and is less than one unit from each amount', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (parts, up) => {
        const exact = sumFen(parts);
        const cut = (exact - (((exact % UNIT) + UNIT) % UNIT)) / UNIT;
        const whole = up && exact !== cut * UNIT ? cut + 1n : cut;
        const dealt = dealOut(whole, parts);
        expect(sumFen(dealt)).toBe(whole);
        for (const [index, units] of dealt.entries()) expect(distance(units, parts[index] ?? 0n)).toBeLessThan(UNIT);
      }),
    );
  });

  it('gives the missing units to those that lost most', () => {
    expect(dealOut(2n, [6_600n, 6_700n, 6_700n])).toEqual([0n, 1n, 1n]);
  });
});

function distance(units: bigint, amountFen: Fen): bigint {
  const difference = units * UNIT - amountFen;
  return difference < 0n ? -difference : difference;
}

describe('roundGrid', () => {
  const leaf: Readonly<Record<string, Fen>> = { a: 4_000n, b: 4_000n, c: 4_000n };
  const grid = {
    rowIds: ['total', 'a', 'b', 'c'],
    columnKeys: ['sum', 'left', 'right'],
    rowParts: new Map([['total', ['a', 'b', 'c']]]),
    columnParts: new Map([['sum', ['left', 'right']]]),
    amountAt: (rowId: string, columnKey: string): Fen => {
      const one = columnKey === 'sum' ? 2n : 1n;
      return rowId === 'total' ? 12_000n * one : (leaf[rowId] ?? 0n) * one;
    },
  };
  const printed = (rounding: Rounding) => {
    const at = roundGrid(grid, rounding);
    return grid.rowIds.map((rowId) => grid.columnKeys.map((key) => Number(at(rowId, key))));
  };

  it('rounds each cell by itself', () => {
    expect(printed('EACH_CELL')).toEqual([
      [2, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('adds what is printed of the parts', () => {
    expect(printed('SUM_OF_PARTS')).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('deals the rounded total out', () => {
    expect(printed('LARGEST_REMAINDER')).toEqual([
      [2, 1, 1],
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('prints a row that stands below a row that is not printed', () => {
    const orphan = {
      ...{ rowIds: ['total', 'x'], columnKeys: ['sum'], columnParts: new Map(), rowParts: new Map([['gone', ['x']]]) },
      amountAt: () => 30_000n,
    };
    expect(roundGrid(orphan, 'LARGEST_REMAINDER')('x', 'sum')).toBe(3n);
    expect(roundGrid(orphan, 'SUM_OF_PARTS')('x', 'sum')).toBe(3n);
  });
});

/** Wholes of a table with the parts that they are exactly made of, along the rows. */
function wholes(
  table: AnnexTable,
): readonly { readonly at: CellReference; readonly parts: readonly CellReference[] }[] {
  return table.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([columnKey, cell]) =>
      cell.kind === 'amount' && cell.sumOf ? [{ at: { rowId: row.id, columnKey }, parts: cell.sumOf }] : [],
    ),
  );
}

function printedAt(table: AnnexTable, { rowId, columnKey }: CellReference): bigint {
  return printedHundredths(table.rows.find(({ id }) => id === rowId)?.cells[columnKey]);
}

function notFooting(table: AnnexTable, of: ReturnType<typeof wholes>): readonly CellReference[] {
  const footing = ({ at, parts }: (typeof of)[number]) =>
    sumFen(parts.map((part) => printedAt(table, part))) === printedAt(table, at);
  return of.filter((whole) => !footing(whole)).map(({ at }) => at);
}

function forAnyAnnex(rounding: Rounding, check: (table: AnnexTable) => void): void {
  const annexSet = annexSetOf({ annexSetRef: 'chongqing', rounding });
  fc.assert(
    fc.property(anyUnits, (units) => [...sampleAnnexes(units, { annexSet }).values()].forEach(check)),
    { numRuns: 25 },
  );
}

describe('the annexes of any department', () => {
  it('foot everywhere where wholes are sums of what is printed', () => {
    forAnyAnnex('SUM_OF_PARTS', (table) => {
      expect(notFooting(table, wholes(table))).toEqual([]);
      expect(table.roundingDifferences).toEqual([]);
    });
  }, 30_000);

  it('foot down every column where remainders are dealt out, each cell within one unit', () => {
    forAnyAnnex('LARGEST_REMAINDER', (table) => {
      const alongRows = wholes(table).filter(({ at, parts }) =>
        parts.every(({ columnKey }) => columnKey === at.columnKey),
      );
      const cells = table.rows.flatMap((row) => Object.values(row.cells));
      const far = cells.filter(
        (cell) => cell.kind === 'amount' && distance(printedHundredths(cell), cell.amountFen) >= UNIT,
      );
      expect(notFooting(table, alongRows)).toEqual([]);
      expect(far).toEqual([]);
      expect(table.roundingDifferences.filter(({ along }) => along === 'rows')).toEqual([]);
    });
  }, 30_000);
});

describe('a column that does not foot', () => {
  const budget = sampleBudget({
    basic: [yuan(10_040), yuan(20_040), yuan(30_040)].map((amountFen, index) => {
      return { amountFen, economicCode: ['30101', '30108', '30201'][index] ?? '' };
    }),
  });
  const tableIn = (rounding: Rounding) =>
    tableOf(sampleAnnexes([budget], { annexSet: annexSetOf({ annexSetRef: 'chongqing', rounding }) }), '3');
  const totals = (table: AnnexTable) => table.rows.map(({ cells }) => cellText(cells.total));

  it('is left as it is, and noted', () => {
    const table = tableIn('EACH_CELL');
    expect(totals(table)).toEqual(['6.01', '3.01', '1.00', '2.00', '3.00', '3.00']);
    expect(table.notes).toEqual([expect.stringContaining('尾差')]);
  });

  it('is made to foot, and the custom is stated', () => {
    expect(totals(tableIn('SUM_OF_PARTS'))).toEqual(['6.00', '3.00', '1.00', '2.00', '3.00', '3.00']);
    expect(tableIn('SUM_OF_PARTS').notes).toEqual([expect.stringContaining('取整后的分项数之和')]);
    expect(totals(tableIn('LARGEST_REMAINDER'))).toEqual(['6.01', '3.01', '1.01', '2.00', '3.00', '3.00']);
    expect(tableIn('LARGEST_REMAINDER').notes).toEqual([expect.stringContaining('最大余数法')]);
  });
});
