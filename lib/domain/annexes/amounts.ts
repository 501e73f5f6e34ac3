import { type Fen, sumFen } from '../money/fen.ts';
import { roundToCentiWanYuan, type WanYuanStyle } from '../money/format.ts';
import type { MoneyUnit } from '../money/parse.ts';
import type { AmountCell, CellReference, RoundingDifference } from './annex-table.ts';
import type { ResolvedAmount } from './columns.ts';
import type { AnnexDefinition, AnnexSet } from './definition.ts';
import { printedParts, unlistedNotes } from './printed-parts.ts';
import { type Rounding, roundGrid } from './rounding.ts';
import type { Tallies } from './tally.ts';

/** How a table prints its amounts. */
export interface Printing {
  readonly style: WanYuanStyle;
  readonly unit: MoneyUnit;
  readonly rounding: Rounding;
}

export function printingOf(annex: Pick<AnnexDefinition, 'style' | 'unit'>, set: AnnexSet): Printing {
  return { style: annex.style, unit: unitOf(annex, set), rounding: set.rounding };
}

/** The unit that an annex prints its amounts in. */
export function unitOf({ unit }: Pick<AnnexDefinition, 'unit'>, set: Pick<AnnexSet, 'unit'>): MoneyUnit {
  return unit ?? set.unit;
}

/** The amount cells of a table, or of one side of it. */
export interface AmountBlock {
  /** By row id, then by column key; every printed amount column of every row has its cell, nought included. */
  readonly cells: ReadonlyMap<string, Readonly<Record<string, AmountCell>>>;
  readonly differences: readonly RoundingDifference[];
  /** What is to be said of printed totals that count more than is printed. */
  readonly unlisted: readonly string[];
}

/** What an amount should be the sum of: cells of other rows (codes under a code), or of other columns (基本 + 项目). */
interface Parts {
  readonly along: RoundingDifference['along'];
  readonly cells: readonly CellReference[];
}

/**
 * Makes the cells of rows × columns.
 *
 * @param rowIds the rows, in printed order
 * @param rowParts for a row that is the sum of others: their ids
 */
export function amountBlock(
  tallies: Tallies,
  rowIds: readonly string[],
  columns: readonly ResolvedAmount[],
  rowParts: ReadonlyMap<string, readonly string[]>,
  printing: Printing,
): AmountBlock {
  const amountAt = ({ rowId, columnKey }: CellReference): Fen => tallies.get(rowId)?.get(columnKey)?.amountFen ?? 0n;
  const columnParts = new Map(columns.map(({ key, totalOf }) => [key, totalOf]));
  const columnKeys = columns.map(({ key }) => key);
  const exact = (rowId: string, columnKey: string) => amountAt({ rowId, columnKey });
  const printedAt = roundGrid({ rowIds, columnKeys, rowParts, columnParts, amountAt: exact }, printing.rounding);
  const printed = ({ rowId, columnKey }: CellReference): bigint => printedAt(rowId, columnKey);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const shown = columns
    .filter(({ hidden }) => !hidden)
    .map((column) => ({ key: column.key, parts: printedParts(column, byKey).shown }));
  const differences: RoundingDifference[] = [];
  const cells = rowIds.map((rowId) => {
    const row = shown.map(({ key, parts: partKeys }) => {
      const at = { rowId, columnKey: key };
      const parts = exactParts(at, rowParts.get(rowId) ?? [], partKeys, amountAt);
      if (printing.unit !== 'yuan') differences.push(...parts.flatMap((part) => roundingDifference(at, part, printed)));
      const cell = amountCell(amountAt(at), printing, parts[0]?.cells, tallies.get(rowId)?.get(key)?.lineKeys);
      return [key, printedAs(cell, printed(at))] as const;
    });
    return [rowId, Object.fromEntries(row)] as const;
  });
  return { cells: new Map(cells), differences, unlisted: unlistedNotes(columns, tallies) };
}

/** A cell that the custom prints otherwise than its own amount rounds says so. */
function printedAs(cell: AmountCell, printedCentiWanYuan: bigint): AmountCell {
  const isOwn = cell.unit === 'yuan' || roundToCentiWanYuan(cell.amountFen) === printedCentiWanYuan;
  return isOwn ? cell : { ...cell, printedCentiWanYuan };
}

export function amountCell(
  amountFen: Fen,
  { style, unit }: Pick<Printing, 'style' | 'unit'>,
  sumOf?: readonly CellReference[],
  lineKeys?: readonly string[] | null,
): AmountCell {
  return {
    kind: 'amount',
    amountFen,
    style,
    ...(unit === 'yuan' && { unit }),
    ...(sumOf && { sumOf }),
    ...(lineKeys && { lineKeys }),
  };
}

/**
 * The parts that a printed amount is exactly the sum of. A code that is no leaf, a class that annex 1 does not list or
 * revenue without a code belong to the whole and to none of its parts: then the parts do not explain it.
 */
function exactParts(
  at: CellReference,
  rowParts: readonly string[],
  columnParts: readonly string[],
  amountAt: (cell: CellReference) => Fen,
): readonly Parts[] {
  const amountFen = amountAt(at);
  if (amountFen === 0n) return [];
  const candidates: readonly Parts[] = [
    { along: 'rows', cells: rowParts.map((rowId) => ({ ...at, rowId })) },
    { along: 'columns', cells: columnParts.map((columnKey) => ({ ...at, columnKey })) },
  ];
  return candidates.filter(({ cells }) => sumFen(cells.map(amountAt)) === amountFen);
}

/** 尾差: printed parts that do not add up to the printed whole, though the exact ones do. In 元 nothing is rounded. */
function roundingDifference(
  at: CellReference,
  { along, cells }: Parts,
  printed: (cell: CellReference) => bigint,
): readonly RoundingDifference[] {
  const printedCentiWanYuan = printed(at);
  const partsCentiWanYuan = sumFen(cells.map(printed));
  return printedCentiWanYuan === partsCentiWanYuan ? [] : [{ at, along, printedCentiWanYuan, partsCentiWanYuan }];
}
