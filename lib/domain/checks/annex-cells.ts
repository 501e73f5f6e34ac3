import { type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
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

/** The exact amount behind a printed cell; null where the set has no such annex, row or column. Blank is nought. */
export function cellFen(context: CheckContext, { annex, row, column }: CellName): Fen | null {
  const table = annexById(context, annex);
  const line = table?.rows.find(({ id }) => id === row);
  if (!table || !line || !leafColumns(table.columns).some(({ key }) => key === column)) return null;
  const cell = line.cells[column];
  return cell?.kind === 'amount' ? cell.amountFen : 0n;
}

/** The amount in a field above the columns (annexes 11 and 12). */
export function fieldFen(table: AnnexTable | undefined, key: string): Fen | null {
  const value = table?.fields.find((field) => field.key === key)?.value;
  return value && 'kind' in value && value.kind === 'amount' ? value.amountFen : null;
}

/**
 * The row that prints a text in a column: in annexes 1 and 6 a row bears the name of its expenditure side, so that a
 * line of the income side is found by its label.
 *
 * @param occurrence which of several rows with that text, from 0
 * @returns the row's id, `none` where no row prints it
 */
export function rowPrinting(
  context: CheckContext,
  annex: string,
  column: string,
  text: string,
  occurrence = 0,
): string {
  const rows = annexById(context, annex)?.rows ?? [];
  const printing = rows.filter(({ cells }) => {
    const cell = cells[column];
    return cell?.kind === 'text' && cell.text === text;
  });
  return printing[occurrence]?.id ?? 'none';
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
