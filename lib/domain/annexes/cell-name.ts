import { type AnnexTable, leafColumns } from './annex-table.ts';
import { cellText } from './cell-text.ts';

/** A printed cell: the annex as `1` … `12-1`, the row's id and the column's key. */
export interface AnnexCellPlace {
  readonly annex: string;
  readonly row: string;
  readonly column: string;
}

/** What people call a printed cell, e.g. `附件3 · 行政运行 · 基本支出`; null where the annexes have no such cell. */
export function annexCellName(tables: readonly AnnexTable[], { annex, row, column }: AnnexCellPlace): string | null {
  const table = tables.find((candidate) => candidate.annex === annex);
  const found = table?.rows.find(({ id }) => id === row);
  const leaves = table ? leafColumns(table.columns) : [];
  const leaf = leaves.find(({ key }) => key === column);
  if (!table || !found || !leaf) return null;
  const named = leaves.find(({ key, content }) => content === 'text' && cellText(found.cells[key]));
  const rowName = named ? cellText(found.cells[named.key]) : null;
  return [table.number, rowName, leaf.label].filter(Boolean).join(' · ');
}
