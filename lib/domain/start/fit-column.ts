import { type Fen, sumFen } from '../money/fen.ts';
import type { Allocation } from './allocation.ts';
import { type Flow, fitFlows } from './bounded-flow.ts';
import {
  type FunctionColumn,
  lowestRows,
  type PrintedAnnexes,
  type PrintedFunction,
  rowsBelow,
  spanOf,
} from './printed-annexes.ts';

const SOURCE = 'source';
const TOP = 'top';
const DRAIN = 'drain';

/** Amounts by functional code that a column comes down to. */
export interface FittedColumn {
  readonly amounts: ReadonlyMap<string, Fen>;
  /** Whether every sum comes out; else the amounts are as near as they get. */
  readonly fits: boolean;
}

type SpanOfRow = (row: PrintedFunction) => Pick<Flow, 'atLeastFen' | 'atMostFen'>;

/** Amounts of the lowest functional codes of annex 2 in one column, such that it prints as it does at every level. */
export function fitColumn(printed: PrintedAnnexes, column: FunctionColumn): FittedColumn {
  return fitted(printed, column, ({ amounts }) => {
    const { from, to } = spanOf(amounts[column], printed.functionGrain);
    return { atLeastFen: from, atMostFen: to };
  });
}

/**
 * As `fitColumn` for 项目支出, such that 总计 comes out too.
 *
 * @param basic what basic expenditure was settled to, by `cellName`
 */
export function fitProjects(printed: PrintedAnnexes, basic: Allocation): FittedColumn {
  return fitted(printed, 'project', ({ code, amounts }) => {
    const own = spanOf(amounts.project, printed.functionGrain);
    const total = spanOf(amounts.total, printed.functionGrain);
    const basicFen = sumFen([...basic].filter(([name]) => name.startsWith(code)).map(([, amountFen]) => amountFen));
    const [low, high] = [total.from - basicFen, total.to - basicFen];
    return { atLeastFen: low > own.from ? low : own.from, atMostFen: high < own.to ? high : own.to };
  });
}

function fitted(
  { functions, functionTotal }: PrintedAnnexes,
  column: FunctionColumn,
  spanOfRow: SpanOfRow,
): FittedColumn {
  const lowest = lowestRows(functions).filter(({ amounts }) => amounts[column] > 0n);
  const sumBelow = (code: string): Fen =>
    sumFen(lowest.filter((row) => row.code.startsWith(code)).map(({ amounts }) => amounts[column]));
  const down = (parent: string, code: string): readonly Flow[] =>
    rowsBelow(functions, code).flatMap((row) => [
      { from: parent, to: row.code, flowFen: sumBelow(row.code), ...spanOfRow(row) },
      ...down(row.code, row.code),
    ]);
  const wholeFen = sumBelow('');
  const loose = { atLeastFen: 0n, atMostFen: wholeFen * 2n };
  const ends = lowest.map(({ code, amounts }): Flow => ({ from: code, to: DRAIN, flowFen: amounts[column], ...loose }));
  const fits = fitFlows([
    { from: SOURCE, to: TOP, flowFen: wholeFen, ...(functionTotal ? spanOfRow(functionTotal) : loose) },
    ...down(TOP, ''),
    ...ends,
    { from: DRAIN, to: SOURCE, flowFen: wholeFen, ...loose },
  ]);
  return { amounts: new Map(ends.map(({ from, flowFen }) => [from, flowFen])), fits };
}
