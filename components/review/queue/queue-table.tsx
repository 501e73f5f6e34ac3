import { Checkbox, Group, Text } from '@mantine/core';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useEffect, useEffectEvent, useRef } from 'react';
import { PageTurner } from '@/components/ui/page-turner.tsx';
import type { QueueRow } from '@/lib/domain/review/queue-row.ts';
import styles from './queue.module.css';
import { NUMERIC_COLUMNS, QUEUE_COLUMNS, queueFeatures } from './queue-columns.tsx';

const PAGE_SIZE = 50;
const SORT_MARKS: Readonly<Record<string, string>> = { asc: ' ▲', desc: ' ▼', false: '' };

interface QueueTableProps {
  /** In the order in which they stand where no column sorts them. */
  rows: readonly QueueRow[];
  selected: ReadonlySet<string>;
  select: (unitIds: readonly string[], on: boolean) => void;
  sorting: SortingState;
  setSorting: (sorting: SortingState) => void;
}

/** The units as a table that sorts by any column, turns pages, and is walked through with J and K or the arrows. */
export function QueueTable({ rows, selected, select, sorting, setSorting }: QueueTableProps) {
  const root = useRef<HTMLDivElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => walk(event, root.current, selected, select));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const table = useTable({
    features: queueFeatures,
    columns: QUEUE_COLUMNS,
    data: rows,
    getRowId: ({ unitId }: QueueRow) => unitId,
    state: { sorting },
    onSortingChange: (change) => setSorting(typeof change === 'function' ? change(sorting) : change),
    initialState: { pagination: { pageIndex: 0, pageSize: PAGE_SIZE } },
  });
  const shown = table.getRowModel().rows;
  const isAll = rows.length > 0 && rows.every(({ unitId }) => selected.has(unitId));
  return (
    <div ref={root}>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="单位预算">
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                <th scope="col">
                  <Checkbox
                    aria-label={`选择全部 ${rows.length} 个`}
                    checked={isAll}
                    indeterminate={!isAll && rows.some(({ unitId }) => selected.has(unitId))}
                    onChange={(event) =>
                      select(
                        rows.map(({ unitId }) => unitId),
                        event.currentTarget.checked,
                      )
                    }
                  />
                </th>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className={NUMERIC_COLUMNS.has(header.column.id) ? styles.numeric : undefined}
                    aria-sort={ariaSort(header.column.getIsSorted())}
                  >
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      <span aria-hidden>{SORT_MARKS[String(header.column.getIsSorted())]}</span>
                    </button>
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id} data-unit={row.id} data-selected={selected.has(row.id) || undefined}>
                <td>
                  <Checkbox
                    aria-label={`选择${row.original.unitName}`}
                    checked={selected.has(row.id)}
                    onChange={(event) => select([row.id], event.currentTarget.checked)}
                  />
                </td>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={NUMERIC_COLUMNS.has(cell.column.id) ? styles.numeric : undefined}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          J / K 或 ↓ / ↑ 移动，Enter 打开，X 选择
        </Text>
        <PageTurner
          pageIndex={table.state.pagination.pageIndex}
          pageCount={table.getPageCount()}
          onTurn={(pageIndex) => table.setPageIndex(pageIndex)}
        />
      </Group>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * The keyboard stands where the focus is: on a unit's name. From nowhere, J goes to the first one. Keys with Ctrl or Alt
 * are the browser's, and what is typed in a field or a dialog is its own.
 */
function walk(
  event: KeyboardEvent,
  root: HTMLElement | null,
  selected: ReadonlySet<string>,
  select: QueueTableProps['select'],
): void {
  const { target } = event;
  if (!root || !(target instanceof Element) || event.ctrlKey || event.altKey || event.metaKey) return;
  const row = target.closest<HTMLElement>('tr[data-unit]');
  const isInside = row !== null && root.contains(row);
  if (!isInside && target !== document.body) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const unitId = row?.dataset.unit;
  if (key === 'x' && unitId) {
    event.preventDefault();
    select([unitId], !selected.has(unitId));
  }
  const step = STEPS[key];
  if (step === undefined || (!isInside && key.startsWith('Arrow'))) return;
  event.preventDefault();
  const names = [...root.querySelectorAll<HTMLElement>('[data-queue-row]')];
  const at = names.findIndex((name) => row?.contains(name));
  names[Math.min(names.length - 1, Math.max(0, at + step))]?.focus();
}

function ariaSort(sorted: false | 'asc' | 'desc'): 'ascending' | 'descending' | undefined {
  if (sorted === false) return undefined;
  return sorted === 'asc' ? 'ascending' : 'descending';
}
