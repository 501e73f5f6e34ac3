import type { Fen } from '../money/fen.ts';
import type { CodeMove } from '../versions/current-codes.ts';

/** Annexes 2 and 3, which a department publishes: functional and economic codes with their totals. */
export type PrintedAnnexNumber = 2 | 3;

/** A line of the pasted text: which of the two boxes, and its number in it from 1. */
export interface PastedLine {
  readonly box: PrintedAnnexNumber;
  readonly line: number;
}

/** A row of annex 2 or 3; a blank figure is nought. The row 合计 has no code. */
export interface PrintedRow<Column extends string> {
  readonly code: string;
  /** As it was printed; blank where the paste had none. */
  readonly name: string;
  readonly at: PastedLine;
  readonly amounts: Readonly<Record<Column, Fen>>;
}

/** 上年预算数, 总计, 基本支出, 项目支出. */
export const FUNCTION_COLUMNS = ['prior', 'total', 'basic', 'project'] as const;

export type FunctionColumn = (typeof FUNCTION_COLUMNS)[number];

/** 总计, 人员经费, 日常公用经费. */
export const ECONOMIC_COLUMNS = ['total', 'personnel', 'routine'] as const;

export type EconomicColumn = (typeof ECONOMIC_COLUMNS)[number];

export type PrintedFunction = PrintedRow<FunctionColumn>;
export type PrintedEconomic = PrintedRow<EconomicColumn>;

export const PRINTED_COLUMN_LABELS: Readonly<Record<FunctionColumn | EconomicColumn, string>> = {
  prior: '上年预算数',
  total: '总计',
  basic: '基本支出',
  project: '项目支出',
  personnel: '人员经费',
  routine: '日常公用经费',
};

/** How exact a printed figure is. */
export interface Grain {
  /** The smallest step of the figures: 10,000 fen where they are 万元 with two decimals. */
  readonly stepFen: Fen;
  /** Figures were cut off, not rounded (舍位): what is meant lies above what is printed. */
  readonly truncated: boolean;
}

/** What was read from pasted annexes, rows in the order of their codes with those of all levels. */
export interface PrintedAnnexes {
  readonly functions: readonly PrintedFunction[];
  readonly functionTotal: PrintedFunction | null;
  readonly economics: readonly PrintedEconomic[];
  readonly economicTotal: PrintedEconomic | null;
  readonly functionGrain: Grain;
  readonly economicGrain: Grain;
  /** The year that the headings name for the newer column; null where they name none. */
  readonly year: number | null;
  /** Codes of an earlier edition that were read as their only successor. */
  readonly moves: readonly CodeMove[];
}

/** Something about the paste; an error stands in the way, a note is for the reader to know. */
export interface PasteRemark {
  readonly severity: 'error' | 'note';
  readonly at: PastedLine | null;
  readonly message: string;
}

/** The span of exact amounts that a printed figure may stand for, in whole yuan where it is coarse enough. */
export function spanOf(amountFen: Fen, { stepFen, truncated }: Grain): { readonly from: Fen; readonly to: Fen } {
  if (stepFen <= 100n || amountFen === 0n) return { from: amountFen, to: amountFen };
  if (truncated) return { from: amountFen, to: amountFen + stepFen - 100n };
  const from = amountFen - stepFen / 2n;
  return { from: from > 0n ? from : 0n, to: amountFen + stepFen / 2n - 100n };
}

/** The rows right below a row: those whose code continues its code with no printed row between. */
export function rowsBelow<R extends { readonly code: string }>(rows: readonly R[], code: string): readonly R[] {
  const inside = rows.filter((row) => row.code !== code && row.code.startsWith(code));
  return inside.filter(
    (row) => !inside.some((other) => other.code.length < row.code.length && row.code.startsWith(other.code)),
  );
}

/** The rows that have no row below them. */
export function lowestRows<R extends { readonly code: string }>(rows: readonly R[]): readonly R[] {
  return rows.filter((row) => !rows.some((other) => other.code !== row.code && other.code.startsWith(row.code)));
}
