import { type Fen, sumFen } from '../money/fen.ts';
import { type Allocation, basicEconomics, basicFunctions } from './allocation.ts';
import { type Flow, fitFlows } from './bounded-flow.ts';
import { fitProjects } from './fit-column.ts';
import { type Grain, type PrintedAnnexes, type PrintedFunction, rowsBelow, spanOf } from './printed-annexes.ts';

const SOURCE = 'source';
const DRAIN = 'drain';
/** Above the lowest rows and below the printed sums: where the two annexes meet. */
const MEETING = 'meeting';

interface Span {
  readonly from: Fen;
  readonly to: Fen;
}

const ANY: Span = { from: 0n, to: 10n ** 18n };

/** Exact amounts that print as the annexes do. */
export interface SettledAllocation {
  /** Basic expenditure, by `cellName`. */
  readonly cells: Allocation;
  /** Project expenditure by functional code. */
  readonly projects: ReadonlyMap<string, Fen>;
  /** By how much cells were changed so that every sum rounds to what is printed (尾差). */
  readonly adjustments: Allocation;
  /** Whether 总计 and 项目支出 of annex 2 come out at every level too; else some differ in the last digit. */
  readonly exact: boolean;
}

/** Basic and project expenditure make room for each other in turn; this often at most. */
const MAX_ROUNDS = 8;

/**
 * Makes cells in which amounts are as printed, 100 yuan exact, into amounts whose sums at every level of both annexes
 * round to what is printed there: each cell moves by no more than one printed step, as few as it takes.
 *
 * @returns null where no such amounts exist: the cells do not foot
 */
export function settleAllocation(printed: PrintedAnnexes, cells: Allocation): SettledAllocation | null {
  if (!coversBothSides(printed, cells)) return null;
  const first = settleBasic(printed, cells, (row) => spanBesideProjects(row, printed.functionGrain));
  if (!first) return null;
  let settled = first;
  let projects = fitProjects(printed, settled);
  for (let round = 1; !projects.fits && round < MAX_ROUNDS; round += 1) {
    const { amounts } = projects;
    const next = settleBasic(printed, cells, (row) =>
      spanBeside(row, sumUnder(amounts, row.code), printed.functionGrain),
    );
    if (!next) break;
    settled = next;
    projects = fitProjects(printed, settled);
  }
  const adjustments = [...settled].flatMap(([name, amountFen]) => {
    const differenceFen = amountFen - (cells.get(name) ?? 0n);
    return differenceFen === 0n ? [] : [[name, differenceFen] as const];
  });
  const exact = projects.fits && comesOut(printed, settled, projects.amounts);
  return { cells: settled, projects: projects.amounts, adjustments: new Map(adjustments), exact };
}

/** Whether every figure of annex 2 for this year rounds to what is printed. */
function comesOut(
  { functions, functionTotal, functionGrain }: PrintedAnnexes,
  cells: Allocation,
  projects: ReadonlyMap<string, Fen>,
): boolean {
  const isPrinted = ({ amounts }: PrintedFunction, code: string): boolean => {
    const basic = sumOfCells(cells, 0, code);
    const project = sumUnder(projects, code);
    const sums = { basic, project, total: basic + project };
    return (['basic', 'project', 'total'] as const).every((column) => {
      const span = spanOf(amounts[column], functionGrain);
      return sums[column] >= span.from && sums[column] <= span.to;
    });
  };
  return functions.every((row) => isPrinted(row, row.code)) && (!functionTotal || isPrinted(functionTotal, ''));
}

type SpanOfRow = (row: PrintedFunction) => Span;

function settleBasic(printed: PrintedAnnexes, cells: Allocation, spanOfRow: SpanOfRow): Allocation | null {
  const stepFen = larger(printed.functionGrain.stepFen, printed.economicGrain.stepFen);
  const flows = Array.from(cells, ([name, amountFen]): Flow & { readonly name: string } => {
    const [functionCode = '', economicCode = ''] = name.split(' ');
    const atLeastFen = amountFen > stepFen ? amountFen - stepFen : 0n;
    const ends = { from: `function ${functionCode}`, to: `economic ${economicCode}` };
    return { name, ...ends, flowFen: amountFen, atLeastFen, atMostFen: amountFen + stepFen };
  });
  const network = [
    ...flows,
    ...functionFlows(printed, cells, spanOfRow),
    ...economicFlows(printed, cells),
    back(cells),
  ];
  return fitFlows(network) ? new Map(flows.map(({ name, flowFen }) => [name, flowFen])) : null;
}

function sumUnder(amounts: ReadonlyMap<string, Fen>, code: string): Fen {
  return sumFen([...amounts].filter(([own]) => own.startsWith(code)).map(([, amountFen]) => amountFen));
}

function larger(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

/** A printed code without any cell, or a cell of a code that is not printed, cannot come out. */
function coversBothSides(printed: PrintedAnnexes, cells: Allocation): boolean {
  const functions = new Set([...cells.keys()].map((name) => name.split(' ')[0]));
  const economics = new Set([...cells.keys()].map((name) => name.split(' ')[1]));
  const isCovered = (codes: ReadonlySet<string | undefined>, list: readonly { readonly code: string }[]) =>
    codes.size === list.length && list.every(({ code }) => codes.has(code));
  return isCovered(functions, basicFunctions(printed)) && isCovered(economics, basicEconomics(printed));
}

function sumOfCells(cells: Allocation, side: 0 | 1, code: string): Fen {
  const inside = [...cells].filter(([name]) => name.split(' ')[side]?.startsWith(code));
  return sumFen(inside.map(([, amountFen]) => amountFen));
}

/** From 合计 over classes and their parts down to the lowest codes of annex 2. */
function functionFlows(
  { functions, functionTotal }: PrintedAnnexes,
  cells: Allocation,
  spanOfRow: SpanOfRow,
): readonly Flow[] {
  const down = (parent: string, code: string): readonly Flow[] =>
    rowsBelow(functions, code).flatMap((row) => [
      flowOf(parent, `function ${row.code}`, sumOfCells(cells, 0, row.code), spanOfRow(row)),
      ...down(`function ${row.code}`, row.code),
    ]);
  const total = functionTotal ? spanOfRow(functionTotal) : ANY;
  return [flowOf(SOURCE, MEETING, sumOfCells(cells, 0, ''), total), ...down(MEETING, '')];
}

/** What basic expenditure may be as printed, with 总计 = 基本支出 + 项目支出 possible. */
function spanBesideProjects({ amounts }: PrintedFunction, grain: Grain): Span {
  const [total, project] = [spanOf(amounts.total, grain), spanOf(amounts.project, grain)];
  return overlap(spanOf(amounts.basic, grain), { from: total.from - project.to, to: total.to - project.from });
}

/** The same beside given projects; as printed where the two cannot both be had. */
function spanBeside({ amounts }: PrintedFunction, projectFen: Fen, grain: Grain): Span {
  const basic = spanOf(amounts.basic, grain);
  const total = spanOf(amounts.total, grain);
  const both = overlap(basic, { from: total.from - projectFen, to: total.to - projectFen });
  return both.from <= both.to ? both : basic;
}

function overlap(a: Span, b: Span): Span {
  return { from: larger(a.from, b.from), to: a.to < b.to ? a.to : b.to };
}

/** From the lowest codes of annex 3 up to their classes, 人员经费 and 日常公用经费, and 合计. */
function economicFlows(printed: PrintedAnnexes, cells: Allocation): readonly Flow[] {
  const { economics, economicTotal, economicGrain } = printed;
  const columnOf = (code: string): 'personnel' | 'routine' =>
    (economics.find((row) => row.code === code)?.amounts.routine ?? 0n) > 0n ? 'routine' : 'personnel';
  const up = (parent: string, code: string): readonly Flow[] =>
    rowsBelow(economics, code).flatMap((row) => {
      const above = parent === '' ? columnOf(row.code) : parent;
      const flow = flowOf(
        `economic ${row.code}`,
        above,
        sumOfCells(cells, 1, row.code),
        spanOf(row.amounts.total, economicGrain),
      );
      return [flow, ...up(`economic ${row.code}`, row.code)];
    });
  const rows = up('', '');
  const columns = (['personnel', 'routine'] as const).map((column) => {
    const flowFen = sumFen(rows.filter(({ to }) => to === column).map((flow) => flow.flowFen));
    const span = economicTotal ? spanOf(economicTotal.amounts[column], economicGrain) : ANY;
    return flowOf(column, 'total', flowFen, span);
  });
  const total = economicTotal ? spanOf(economicTotal.amounts.total, economicGrain) : ANY;
  return [...rows, ...columns, flowOf('total', DRAIN, sumOfCells(cells, 1, ''), total)];
}

/** Closes the round, so that every node is balanced. */
function back(cells: Allocation): Flow {
  return flowOf(DRAIN, SOURCE, sumOfCells(cells, 0, ''), ANY);
}

function flowOf(from: string, to: string, flowFen: Fen, span: Span): Flow {
  return { from, to, flowFen, atLeastFen: span.from, atMostFen: span.to };
}
