import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { applyChanges } from '../budget/changes.ts';
import { expenditureFacts } from '../budget/facts.ts';
import { ancestry } from '../classification/edition.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { roundToCentiWanYuan } from '../money/format.ts';
import { cellName, proposeAllocation, residuals } from './allocation.ts';
import { bringIn } from './bring-in.ts';
import type { PrintedAnnexes, PrintedFunction, PrintedRow } from './printed-annexes.ts';
import { printedAnnexesContent } from './printed-annexes-content.ts';
import { type SettledAllocation, settleAllocation } from './settle-allocation.ts';

const rounded = (amounts: readonly Fen[]): Fen => roundToCentiWanYuan(sumFen(amounts)) * 10_000n;
const GRAIN = { stepFen: 10_000n, truncated: false };

/** Annexes 2 and 3 of a budget as they are printed: every figure rounded by itself. */
function printedOf(budget: Budget): PrintedAnnexes {
  const facts = expenditureFacts(budget);
  const basic = facts.filter(({ kind }) => kind === 'BASIC');
  const rowOf = <C extends string>(code: string, amounts: Record<C, Fen>): PrintedRow<C> => ({
    ...{ code, name: '', at: { box: 2, line: 1 }, amounts },
  });
  const functionRow = (code: string) => {
    const inside = facts.filter(({ functionCode }) => functionCode.startsWith(code));
    const sum = (kinds: readonly string[]) =>
      rounded(inside.filter(({ kind }) => kinds.includes(kind)).map(({ amountFen }) => amountFen));
    const prior = rounded(
      budget.priorYear.filter(({ functionCode }) => functionCode.startsWith(code)).map((line) => line.amountFen ?? 0n),
    );
    return rowOf(code, { prior, total: sum(['BASIC', 'PROJECT']), basic: sum(['BASIC']), project: sum(['PROJECT']) });
  };
  const economicRow = (code: string) => {
    const inside = basic.filter(({ economicCode }) => economicCode.startsWith(code));
    const isRoutine = ({ economicCode }: { readonly economicCode: string }) => economicCode.startsWith('302');
    const sum = (list: typeof inside) => rounded(list.map(({ amountFen }) => amountFen));
    return rowOf(code, {
      total: sum(inside),
      personnel: sum(inside.filter((fact) => !isRoutine(fact))),
      routine: sum(inside.filter(isRoutine)),
    });
  };
  const levels = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => ancestry(code)))].sort();
  const functionCodes = [
    ...facts.map(({ functionCode }) => functionCode),
    ...budget.priorYear.map((r) => r.functionCode),
  ];
  return {
    functions: levels(functionCodes).map(functionRow),
    functionTotal: functionRow(''),
    economics: levels(basic.map(({ economicCode }) => economicCode)).map(economicRow),
    economicTotal: economicRow(''),
    functionGrain: GRAIN,
    economicGrain: GRAIN,
    year: 2023,
    moves: [],
  };
}

function started(printed: PrintedAnnexes, settled: SettledAllocation): Budget {
  let keys = 0;
  const newKey = () => `row-${++keys}`;
  const content = printedAnnexesContent({ printed, settled, edition: SAMPLE_EDITION, year: 2023, newKey });
  const placements = { revenue: 'append', basic: 'append', projects: 'append', 'prior-year': 'append' } as const;
  return applyChanges(sampleBudget(), bringIn(sampleBudget(), content, placements));
}

/** What comes out always; 总计 and 项目支出 may be a last digit off where `exact` says so. */
const pickSettled = ({ code, amounts: { prior, basic } }: PrintedFunction) => ({ code, prior, basic });

const codes = (list: readonly string[]) => fc.constantFrom(...list);
const FUNCTIONS = ['2010301', '2010308', '2080505', '2210201'];
const amountFen = fc.bigInt({ min: 10_000n, max: 9_000_000n });

const budgets = fc
  .record({
    basic: fc.uniqueArray(
      fc.record({
        functionCode: codes(FUNCTIONS),
        economicCode: codes(['30101', '30108', '30201', '30217', '30305']),
        amountFen,
      }),
      { minLength: 1, maxLength: 14, selector: ({ functionCode, economicCode }) => functionCode + economicCode },
    ),
    projects: fc.array(fc.record({ functionCode: codes(FUNCTIONS), lines: fc.tuple(fc.record({ amountFen })) }), {
      maxLength: 3,
    }),
    priorYear: fc.uniqueArray(fc.record({ functionCode: codes(FUNCTIONS), amountFen }), {
      selector: ({ functionCode }) => functionCode,
    }),
  })
  .map((content) => sampleBudget(content));

describe('settling an allocation', () => {
  it('finds amounts that print as the annexes of any budget do, at every level', () => {
    fc.assert(
      fc.property(budgets, (budget) => {
        const printed = printedOf(budget);
        const cells = new Map(
          budget.expenditure
            .filter(({ projectKey }) => projectKey === null)
            .map((line) => [cellName(line.functionCode, line.economicCode), rounded([line.amountFen ?? 0n])]),
        );
        const settled = settleAllocation(printed, cells);
        if (!settled) throw new Error('does not foot');
        const again = printedOf(started(printed, settled));
        expect(again.economics).toEqual(printed.economics);
        expect(again.economicTotal).toEqual(printed.economicTotal);
        expect(again.functions.map(pickSettled)).toEqual(printed.functions.map(pickSettled));
        if (settled.exact) {
          expect(again.functions).toEqual(printed.functions);
          expect(again.functionTotal).toEqual(printed.functionTotal);
        }
        for (const differenceFen of settled.adjustments.values()) {
          expect(differenceFen).toBeLessThanOrEqual(10_000n);
          expect(differenceFen).toBeGreaterThanOrEqual(-10_000n);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has none where a cell is missing or the sides are apart', () => {
    const printed = printedOf(
      sampleBudget({ basic: [{ amountFen: yuan(1_000) }, { economicCode: '30201', amountFen: yuan(500) }] }),
    );
    const cells = new Map([
      [cellName('2010308', '30101'), yuan(1_000)],
      [cellName('2010308', '30201'), yuan(500)],
    ]);
    expect(settleAllocation(printed, cells)?.cells).toEqual(cells);
    expect(settleAllocation(printed, new Map([...cells].slice(1)))).toBeNull();
    expect(settleAllocation(printed, new Map(cells).set(cellName('2010308', '30201'), yuan(700)))).toBeNull();
  });
});

it('makes room for sums of basic and project expenditure together', () => {
  const budget = sampleBudget({
    basic: [
      { functionCode: '2010301', amountFen: 7_975_000n },
      { functionCode: '2210201', economicCode: '30305', amountFen: 2_070_722n },
    ],
    projects: [{ functionCode: '2210201', lines: [{ amountFen: 1_414_278n }] }],
  });
  const printed = printedOf(budget);
  const cells = new Map([
    [cellName('2010301', '30101'), 7_980_000n],
    [cellName('2210201', '30305'), 2_070_000n],
  ]);
  const settled = settleAllocation(printed, cells);
  expect(settled?.exact).toBe(true);
  expect(settled && printedOf(started(printed, settled))).toEqual(printed);
});

describe('proposing an allocation', () => {
  const amounts = (list: Readonly<Record<string, number>>) =>
    Object.entries(list).map(([code, amountYuan]) => ({ code, amountFen: yuan(amountYuan) }));

  it('pairs what rules pair, then equal figures, then all under the one code that is left', () => {
    const functions = amounts({ '2010308': 900, '2080505': 160, '2080599': 70 });
    const economics = amounts({ '30101': 600, '30108': 160, '30201': 300, '30399': 70 });
    const { cells, grounds } = proposeAllocation(functions, economics);
    expect([...cells].map(([name, amount]) => [name, amount, grounds.get(name)])).toEqual([
      ['2080505 30108', yuan(160), 'known'],
      ['2080599 30399', yuan(70), 'equal'],
      ['2010308 30101', yuan(600), 'rest'],
      ['2010308 30201', yuan(300), 'rest'],
    ]);
    for (const [list, side] of [
      [functions, 'function'],
      [economics, 'economic'],
    ] as const) {
      expect([...residuals(list, cells, side).values()].every((left) => left === 0n)).toBe(true);
    }
  });

  it('leaves the choice where several codes are left', () => {
    const functions = amounts({ '2010301': 500, '2010308': 400 });
    const economics = amounts({ '30101': 600, '30201': 300 });
    expect(proposeAllocation(functions, economics).cells.size).toBe(0);
  });
});
