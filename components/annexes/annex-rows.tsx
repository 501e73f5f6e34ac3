import type { AnnexCell, AnnexColumn, AnnexRow, AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { rowRuns } from '@/lib/domain/annexes/row-runs.ts';
import styles from './annex-view.module.css';

/** Told which rows of the budget a figure is made of, and what it is called. */
export type FollowAmount = (chosen: { label: string; text: string; lineKeys: readonly string[] }) => void;

/** In a form, equal neighbours of these columns are one merged cell, as on the printed sheet. */
const MERGED_IN_FORMS = ['level1', 'level2'];

interface AnnexRowsProps {
  table: AnnexTable;
  leaves: readonly AnnexColumn[];
  onFollow?: FollowAmount;
}

export function AnnexRows({ table, leaves, onFollow }: AnnexRowsProps) {
  const merged =
    table.print.layout === 'form' ? MERGED_IN_FORMS.filter((key) => leaves.some((l) => l.key === key)) : [];
  const runs = rowRuns(table.rows, merged);
  return (
    <tbody>
      {table.rows.map((row, index) => (
        <tr key={row.id} className={row.role === 'total' ? styles.total : undefined} data-row={row.id}>
          {leaves.map((leaf) => {
            const rowSpan = runs[index]?.[leaf.key] ?? 1;
            return rowSpan === 0 ? null : (
              <td key={leaf.key} rowSpan={rowSpan} className={styles[leaf.content ?? 'text']} style={indent(row, leaf)}>
                <CellContent
                  cell={row.cells[leaf.key]}
                  label={`${rowName(row, leaves)} ${leaf.label}`}
                  onFollow={onFollow}
                />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

function CellContent({
  cell,
  label,
  onFollow,
}: {
  cell: AnnexCell | undefined;
  label: string;
  onFollow?: FollowAmount;
}) {
  const text = cellText(cell);
  if (!onFollow || text === null || cell?.kind !== 'amount' || !cell.lineKeys?.length) return text;
  const { lineKeys } = cell;
  return (
    <button
      type="button"
      className={styles.follow}
      aria-label={`${label}：${text}，查看由哪些明细构成`}
      onClick={() => onFollow({ label, text, lineKeys })}
    >
      {text}
    </button>
  );
}

function indent(row: AnnexRow, leaf: AnnexColumn): { paddingInlineStart: string } | undefined {
  return leaf.indented && row.level > 1 ? { paddingInlineStart: `${row.level - 0.6}em` } : undefined;
}

function rowName(row: AnnexRow, leaves: readonly AnnexColumn[]): string {
  const named = leaves.find((leaf) => leaf.content === 'text' && cellText(row.cells[leaf.key]));
  return named ? (cellText(row.cells[named.key]) ?? '') : '';
}
