import type { AnnexCell, AnnexColumn, AnnexRow, AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { rowRuns } from '@/lib/domain/annexes/row-runs.ts';
import type { AnnexCellChange } from '@/lib/domain/versions/compare-annexes.ts';
import styles from './annex-view.module.css';

/** A figure that is made of rows of the budget: where it is printed, what it is called and says. */
export interface FollowedAmount {
  readonly annex: string;
  readonly rowId: string;
  readonly columnKey: string;
  readonly label: string;
  readonly text: string;
  readonly lineKeys: readonly string[];
}

/** Told which figure was chosen. */
export type FollowAmount = (chosen: FollowedAmount) => void;

/** What is pointed at on a page. */
export interface AnnexMarks {
  /** A cell, as `<row>/<column>`: brought into sight. */
  readonly cell?: string | null;
  /** A row of the budget: every figure it is part of. */
  readonly lineKey?: string | null;
  /** Cells with open remarks, as `<row>/<column>`. */
  readonly remarked?: ReadonlySet<string>;
  /** Cells that say something else than in the base of comparison, by `<row>/<column>`. */
  readonly changes?: ReadonlyMap<string, AnnexCellChange>;
}

/** In a form, equal neighbours of these columns are one merged cell, as on the printed sheet. */
const MERGED_IN_FORMS = ['level1', 'level2'];

interface AnnexRowsProps {
  table: AnnexTable;
  leaves: readonly AnnexColumn[];
  marks?: AnnexMarks;
  onFollow?: FollowAmount;
}

export function AnnexRows({ table, leaves, marks, onFollow }: AnnexRowsProps) {
  const merged =
    table.print.layout === 'form' ? MERGED_IN_FORMS.filter((key) => leaves.some((l) => l.key === key)) : [];
  const runs = rowRuns(table.rows, merged);
  return (
    <tbody>
      {table.rows.map((row, index) => (
        <tr key={row.id} className={row.role === 'total' ? styles.total : undefined} data-row={row.id}>
          {leaves.map((leaf) => {
            const rowSpan = runs[index]?.[leaf.key] ?? 1;
            const at = `${row.id}/${leaf.key}`;
            return rowSpan === 0 ? null : (
              <td
                key={leaf.key}
                rowSpan={rowSpan}
                className={styles[leaf.content ?? 'text']}
                style={indent(row, leaf)}
                data-cell={at}
                data-remarked={marks?.remarked?.has(at) || undefined}
                title={marks?.remarked?.has(at) ? '有待处理的意见' : undefined}
                data-mark={markOf(row.cells[leaf.key], at, marks)}
              >
                <OldText change={marks?.changes?.get(at)} />
                <CellContent
                  cell={row.cells[leaf.key]}
                  label={`${rowName(row, leaves)} ${leaf.label}`}
                  at={{ annex: table.annex, rowId: row.id, columnKey: leaf.key }}
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

function markOf(
  cell: AnnexCell | undefined,
  at: string,
  marks: AnnexMarks | undefined,
): 'cell' | 'line' | 'change' | undefined {
  if (marks?.cell === at) return 'cell';
  const isPart = marks?.lineKey && cell?.kind === 'amount' && cell.lineKeys?.includes(marks.lineKey);
  if (isPart) return 'line';
  return marks?.changes?.has(at) ? 'change' : undefined;
}

/** What a changed cell said before, struck out above what it says. */
export function OldText({ change }: { change: AnnexCellChange | undefined }) {
  if (!change) return null;
  return <del className={styles.old}>{change.before ?? '（空）'}</del>;
}

interface CellContentProps {
  cell: AnnexCell | undefined;
  label: string;
  at: Pick<FollowedAmount, 'annex' | 'rowId' | 'columnKey'>;
  onFollow?: FollowAmount;
}

function CellContent({ cell, label, at, onFollow }: CellContentProps) {
  const text = cellText(cell);
  if (!onFollow || text === null || cell?.kind !== 'amount' || !cell.lineKeys?.length) return text;
  const { lineKeys } = cell;
  return (
    <button
      type="button"
      className={styles.follow}
      aria-label={`${label}：${text}，查看由哪些明细构成`}
      onClick={() => onFollow({ ...at, label, text, lineKeys })}
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
