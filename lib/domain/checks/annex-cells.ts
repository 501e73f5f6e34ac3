import { annexOfRole } from '../annexes/annex-sets.ts';
import { type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
import { printedHundredths } from '../annexes/cell-text.ts';
import type { AnnexRole } from '../annexes/definition.ts';
import type { FundSource } from '../budget/fund-source.ts';
import type { Fen } from '../money/fen.ts';
import type { CheckContext } from './check-context.ts';
import type { Place } from './finding.ts';

/** One printed amount, or (without a row) the field above the table. */
export interface CellName {
  readonly annex: string;
  readonly row: string;
  readonly column: string;
}

export function annexById({ annexes }: CheckContext, annex: string): AnnexTable | undefined {
  return annexes.find((table) => table.annex === annex);
}

/** The cell of the annex that says something; `none` stands for an annex that the set does not have. */
export function cellOf({ annexSet }: CheckContext, role: AnnexRole, row: string, column: string): CellName {
  return { annex: annexOfRole(annexSet, role)?.id ?? 'none', row, column };
}

/** The exact amount behind a printed cell; null where the set has no such annex, row or column. Blank is nought. */
export function cellFen(context: CheckContext, { annex, row, column }: CellName): Fen | null {
  const table = annexById(context, annex);
  const line = table?.rows.find(({ id }) => id === row);
  if (!table || !line || !leafColumns(table.columns).some(({ key }) => key === column)) return null;
  const cell = line.cells[column];
  return cell?.kind === 'amount' ? cell.amountFen : 0n;
}

/** The printed figure of a cell in hundredths of the annex's unit; nought where it is blank or is not there. */
export function printedIn(context: CheckContext, { annex, row, column }: CellName): bigint {
  return printedHundredths(annexById(context, annex)?.rows.find(({ id }) => id === row)?.cells[column]);
}

/** The amount in a field above the columns (annexes 11 and 12). */
export function fieldFen(table: AnnexTable | undefined, key: string): Fen | null {
  const value = table?.fields.find((field) => field.key === key)?.value;
  return value && 'kind' in value && value.kind === 'amount' ? value.amountFen : null;
}

/**
 * The row that prints this year's revenue from one source: a row bears the name of its expenditure side, so that a line
 * of the income side is found by what is printed in it.
 *
 * @returns the row's id, `none` where the annex has no line for that source alone
 */
export function incomeRow(context: CheckContext, role: AnnexRole, source: FundSource): string {
  const annex = annexOfRole(context.annexSet, role);
  const body = annex?.rule === 'lines' ? (annex.sides[0]?.body ?? []) : [];
  const lines = body.flatMap((item) => ('units' in item ? [] : [item]));
  const line = lines.find(({ selects: { carriedOver, sources } }) => {
    return carriedOver === false && sources?.length === 1 && sources[0] === source;
  });
  const printing = (annex ? annexById(context, annex.id)?.rows : undefined)?.find(({ cells }) => {
    const cell = cells.incomeItem;
    return cell?.kind === 'text' && cell.text === line?.label;
  });
  return printing?.id ?? 'none';
}

export function cellPlace({ annex, row, column }: CellName): Place {
  return { kind: 'annex', annex, rowId: row, columnKey: column };
}

/** What a row is called: its name, else the first text in it. */
export function rowName(table: AnnexTable, rowId: string): string {
  const cells = table.rows.find(({ id }) => id === rowId)?.cells ?? {};
  const text = (key: string) => (cells[key]?.kind === 'text' ? cells[key].text : '');
  const first = leafColumns(table.columns).find(({ key, content }) => content !== 'code' && text(key) !== '');
  return text('name') || (first ? text(first.key) : rowId);
}

export function columnName(table: AnnexTable, columnKey: string): string {
  return leafColumns(table.columns).find(({ key }) => key === columnKey)?.label ?? columnKey;
}
