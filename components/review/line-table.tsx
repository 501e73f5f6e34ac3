'use client';

import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { RowDiff } from '@/lib/domain/versions/row-diff.ts';
import styles from './line-table.module.css';

/** A column of a read-only list of rows. */
export interface LineColumn<T extends Row> {
  /** The field it shows; a change of it marks the cell. */
  readonly field: keyof T & string;
  readonly header: string;
  readonly text: (row: T) => string;
  readonly numeric?: boolean;
  readonly width?: string;
}

interface LineTableProps<T extends Row> {
  label: string;
  columns: readonly LineColumn<T>[];
  diffs: readonly RowDiff<T>[];
  /** Number of open remarks on a row. */
  commentsOn: (rowKey: string) => number;
  /** Starts a remark on a row; absent for those who may not. */
  onComment?: (rowKey: string) => void;
  /** Shows what became of a row. */
  onHistory: (rowKey: string) => void;
  /** Shown under the table, e.g. its total. */
  footer?: string;
  emptyText: string;
  /** The row that somebody came here for: brought into sight, with the keyboard on it. */
  sought?: string | null;
}

const features = tableFeatures({});

const STATUS_WORDS = { added: '新增', changed: '已改', removed: '已删', same: '' } as const;

/** Rows of a version beside what they were in the base of comparison: old struck out, new marked, remarks at the end. */
export function LineTable<T extends Row>(props: LineTableProps<T>) {
  const { label, columns, diffs, footer, emptyText, sought = null } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = sought === null ? null : body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(sought)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [sought]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, RowDiff<T>>();
    return helper.columns(
      columns.map((column) =>
        helper.accessor((diff) => column.text(diff.row), {
          id: column.field,
          header: column.header,
          cell: ({ row }) => <LineCell diff={row.original} column={column} />,
        }),
      ),
    );
  }, [columns]);
  const data = useMemo(() => [...diffs], [diffs]);
  const table = useTable({ features, columns: definitions, data, getRowId: (diff: RowDiff<T>) => diff.row.key });
  if (diffs.length === 0) return <p className={styles.empty}>{emptyText}</p>;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            <th scope="col" className={styles.status}>
              变化
            </th>
            {group.headers.map((header, index) => (
              <th key={header.id} scope="col" style={{ width: columns[index]?.width }}>
                <table.FlexRender header={header} />
              </th>
            ))}
            <th scope="col" className={styles.remark}>
              批注和记录
            </th>
          </tr>
        ))}
      </thead>
      <tbody ref={body}>
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            data-row={row.id}
            data-status={row.original.status}
            data-sought={row.id === sought || undefined}
            tabIndex={row.id === sought ? -1 : undefined}
            onKeyDown={(event) => actByKey(event, row.id, props)}
          >
            <td className={styles.status}>{STATUS_WORDS[row.original.status]}</td>
            {row.getAllCells().map((cell, index) => (
              <td key={cell.id} className={columns[index]?.numeric ? styles.numeric : undefined}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
            <td className={styles.remark}>
              <RemarkButton rowKey={row.id} {...props} />
              <button
                type="button"
                className={styles.button}
                title="修改记录（Shift+F2）"
                onClick={() => props.onHistory(row.id)}
              >
                记录
              </button>
            </td>
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            <td colSpan={columns.length + 2}>{footer}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function LineCell<T extends Row>({ diff, column }: { diff: RowDiff<T>; column: LineColumn<T> }) {
  const now = column.text(diff.row);
  if (diff.status === 'removed') return <del>{now}</del>;
  if (!diff.changedFields.has(column.field) || !diff.before) return now;
  return (
    <>
      <del>{column.text(diff.before) || '（空）'}</del> <ins>{now || '（空）'}</ins>
    </>
  );
}

type RemarkProps = Pick<LineTableProps<Row>, 'commentsOn' | 'onComment'> & { rowKey: string };

function RemarkButton({ rowKey, commentsOn, onComment }: RemarkProps) {
  const count = commentsOn(rowKey);
  if (!onComment) return count > 0 ? `${count} 条` : '';
  return (
    <button type="button" className={styles.button} onClick={() => onComment(rowKey)}>
      {count > 0 ? `批注 ${count}` : '批注'}
    </button>
  );
}

type RowActs = Pick<LineTableProps<Row>, 'onComment' | 'onHistory'>;

/** On the row that has the focus: C writes a remark, Shift+F2 shows what became of it. */
function actByKey(event: KeyboardEvent, rowKey: string, { onComment, onHistory }: RowActs) {
  if (event.key === 'F2' && event.shiftKey) {
    event.preventDefault();
    onHistory(rowKey);
    return;
  }
  if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || !onComment) return;
  event.preventDefault();
  onComment(rowKey);
}
