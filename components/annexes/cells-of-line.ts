import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';

/** A printed figure that a row of the budget is part of. */
export interface CellOfLine {
  readonly annex: string;
  readonly number: string;
  readonly rowId: string;
  readonly columnKey: string;
  readonly label: string;
  readonly text: string;
}

/**
 * Where a row of the budget is printed: of each annex the cells that name it among the fewest rows, so its own line
 * rather than the totals above it. Totals of very many rows name none.
 */
export function cellsOfLine(annexes: readonly AnnexTable[], lineKey: string): readonly CellOfLine[] {
  return annexes.flatMap((table) => {
    const cells = cellsIn(table, lineKey);
    const fewest = Math.min(...cells.map(({ lineCount }) => lineCount));
    const own = cells.filter(({ lineCount }) => lineCount === fewest);
    /* Of a row's total and its parts the part says more, and stands to the right. */
    const byRow = new Map(own.map(({ lineCount: _, ...cell }) => [cell.rowId, cell]));
    return [...byRow.values()];
  });
}

function cellsIn(
  { annex, number, columns, rows }: AnnexTable,
  lineKey: string,
): readonly (CellOfLine & { readonly lineCount: number })[] {
  const leaves = leafColumns(columns);
  return rows.flatMap((row) =>
    leaves.flatMap((leaf) => {
      const cell = row.cells[leaf.key];
      if (cell?.kind !== 'amount' || !cell.lineKeys?.includes(lineKey)) return [];
      const named = leaves.find(({ content, key }) => content === 'text' && cellText(row.cells[key]));
      const name = named ? cellText(row.cells[named.key]) : '';
      const label = [name, leaf.label].filter(Boolean).join(' ');
      const lineCount = cell.lineKeys.length;
      return [{ annex, number, rowId: row.id, columnKey: leaf.key, label, text: cellText(cell) ?? '', lineCount }];
    }),
  );
}
