import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';

/** Index of the leaf column that describes a row in words: the widest one, the first where widths are not declared. */
export function describingColumn(table: AnnexTable): number {
  const widths = leafColumns(table.columns).map(({ width }) => width ?? 0);
  return Math.max(0, widths.indexOf(Math.max(...widths)));
}
