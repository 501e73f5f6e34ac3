'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import { type GridRows, itemMaker } from './grid-items.ts';
import type { GridColumn, GridEdit } from './grid-model.ts';
import type { GridTable } from './grid-table.ts';
import { groupId, type HeldPlaces, type RowGrouping } from './group-rows.ts';

interface RowsSource<R extends Row> {
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  readonly readOnly: boolean;
  readonly grouping: RowGrouping<R> | null;
  readonly blankRow: R | null;
}

const NONE_COLLAPSED: ReadonlySet<string> = new Set();
const NONE_HELD: HeldPlaces = new Map();

/** What a grid shows of its rows: under their computed parents where it has any, with some of these closed. */
export function useGridRows<R extends Row>({ rows, columns, readOnly, grouping, blankRow }: RowsSource<R>) {
  const [collapsed, setCollapsed] = useState(NONE_COLLAPSED);
  const [held, setHeld] = useState(NONE_HELD);
  const makeItems = useMemo(() => itemMaker(columns, readOnly), [columns, readOnly]);
  const view = useMemo(
    (): GridRows<R> => makeItems({ rows, grouping, collapsed, held, blankRow }),
    [makeItems, rows, grouping, collapsed, held, blankRow],
  );
  const setExpanded = useCallback((ids: readonly string[], expanded: boolean) => {
    setCollapsed((now) => {
      const next = new Set(now);
      for (const id of ids) expanded ? next.delete(id) : next.add(id);
      return next;
    });
  }, []);
  /** Shows a row, whatever it is hidden under. */
  const reveal = useCallback(
    (rowKey: string) => {
      const row = grouping && rows.find(({ key }) => key === rowKey);
      if (row && grouping)
        setExpanded(
          grouping.pathOf(row).map((code) => groupId(grouping.id, code)),
          true,
        );
    },
    [grouping, rows, setExpanded],
  );
  /** Rows that an edit puts under other parents stay where they are until the keyboard leaves them. */
  const hold = useCallback(
    (edit: GridEdit<R>) => {
      const places = grouping ? movedPlaces(edit, view.lines, grouping) : NONE_HELD;
      if (places.size > 0) setHeld((now) => new Map([...places, ...now]));
    },
    [grouping, view],
  );
  const release = useCallback(
    (activeId: string | undefined) => setHeld((now) => (activeId !== undefined && now.has(activeId) ? now : NONE_HELD)),
    [],
  );
  return { view, setExpanded, reveal, held, hold, release };
}

/**
 * Lets held rows take their places once the active cell is in none of them.
 *
 * @param activeId the row it was in as these rows were drawn; a key may have gone on since
 */
export function useRelease(
  held: HeldPlaces,
  activeId: string | undefined,
  { table, release }: { readonly table: GridTable; readonly release: (activeId: string | undefined) => void },
): void {
  useEffect(() => {
    if (held.size === 0 || (activeId !== undefined && held.has(activeId))) return;
    release(table.atoms.cellSelection.get().at(-1)?.anchorRowId);
  }, [held, activeId, table, release]);
}

/** Where the rows stand now that an edit moves to other parents; new rows stand last until they are left. */
function movedPlaces<R extends Row>(
  { updates, inserts, inPlace }: GridEdit<R>,
  lines: readonly R[],
  grouping: RowGrouping<R>,
): HeldPlaces {
  const places = new Map<string, readonly string[]>();
  const fieldsOf = new Map(updates.map(({ key, fields }) => [key, fields]));
  for (const row of fieldsOf.size > 0 ? lines : []) {
    const fields = fieldsOf.get(row.key);
    if (!fields) continue;
    const place = grouping.pathOf(row);
    if (grouping.pathOf({ ...row, ...fields }).join() !== place.join()) places.set(row.key, place);
  }
  if (!inPlace) for (const { key } of inserts) places.set(key, []);
  return places;
}
