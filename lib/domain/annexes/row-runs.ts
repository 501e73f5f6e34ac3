import type { AnnexRow } from './annex-table.ts';
import { cellText } from './cell-text.ts';

/**
 * How many rows a cell reaches down where equal neighbours are merged, as the printed sheets merge 一级指标 and
 * 二级指标: the length of the run at its first row, 0 in rows that the run covers. A run never crosses a change in one
 * of the columns to its left.
 *
 * @param columnKeys the columns to merge, from the left
 * @returns for each row, by column key, its row span
 */
export function rowRuns(
  rows: readonly AnnexRow[],
  columnKeys: readonly string[],
): readonly Readonly<Record<string, number>>[] {
  const spans: Record<string, number>[] = rows.map(() => ({}));
  columnKeys.forEach((key, depth) => {
    const outer = columnKeys.slice(0, depth + 1);
    let start = 0;
    rows.forEach((row, index) => {
      const first = rows[start];
      const continues = index > 0 && first && outer.every((k) => cellText(row.cells[k]) === cellText(first.cells[k]));
      if (!continues) start = index;
      const span = spans[index];
      const head = spans[start];
      if (span) span[key] = continues ? 0 : 1;
      if (continues && head) head[key] = (head[key] ?? 0) + 1;
    });
  });
  return spans;
}
