'use client';

import { Group, Text } from '@mantine/core';
import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  type SortDirection,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { PageTurner } from '../ui/page-turner.tsx';
import styles from './record-table.module.css';

export const recordFeatures = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowPaginationFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  sortFns: { text: sortFn_text },
  filterFns: { includesString: filterFn_includesString },
});

/** Columns give text: what is shown is what is sorted by and searched in. A cell may draw it otherwise. */
export type RecordColumns<T extends object> = readonly ColumnDef<typeof recordFeatures, T, unknown>[];

const PAGE_SIZE = 20;

interface RecordTableProps<T extends object> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: RecordColumns<T>;
  records: readonly T[];
  getId: (record: T) => string;
  search: string;
  /** Said when there is no record at all; when the search finds none, the table says so itself. */
  emptyText: string;
  /** Marks records that are out of use. */
  isDimmed?: (record: T) => boolean;
  /** Buttons at the end of a row. */
  renderActions: (record: T) => React.ReactNode;
}

/** A list of records that sorts by any column, narrows by a word and turns pages. */
export function RecordTable<T extends object>(props: RecordTableProps<T>) {
  const { label, columns, records, getId, search, emptyText, isDimmed, renderActions } = props;
  const table = useTable({
    features: recordFeatures,
    columns,
    data: records,
    getRowId: getId,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
    state: { globalFilter: search.trim() },
    initialState: { pagination: { pageIndex: 0, pageSize: PAGE_SIZE } },
  });
  const { rows } = table.getRowModel();
  if (rows.length === 0) {
    return (
      <Text className={styles.empty}>{records.length === 0 ? emptyText : '没有符合条件的记录，请换个词查找。'}</Text>
    );
  }
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map(({ id, column }) => (
                  <SortableHead
                    key={id}
                    label={String(column.columnDef.header)}
                    sorted={column.getIsSorted()}
                    onToggle={column.getToggleSortingHandler()}
                  />
                ))}
                <th scope="col" className={styles.actionsHead}>
                  操作
                </th>
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-dimmed={isDimmed?.(row.original) || undefined}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
                <td className={styles.actions}>{renderActions(row.original)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" mt="xs">
        <Text size="sm" role="status">
          共 {table.getRowCount()} 条{search.trim() === '' ? '' : `（全部 ${records.length} 条）`}
        </Text>
        <PageTurner
          pageIndex={table.state.pagination.pageIndex}
          pageCount={table.getPageCount()}
          onTurn={(pageIndex) => table.setPageIndex(pageIndex)}
        />
      </Group>
    </>
  );
}

interface SortableHeadProps {
  label: string;
  sorted: false | SortDirection;
  onToggle: ((event: unknown) => void) | undefined;
}

function SortableHead({ label, sorted, onToggle }: SortableHeadProps) {
  const order = sorted === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={sorted === false ? 'none' : order}>
      <button type="button" className={styles.sort} onClick={onToggle}>
        {label}
        <span aria-hidden className={styles.sortMark}>
          {sorted === false ? '' : sorted === 'asc' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  );
}
