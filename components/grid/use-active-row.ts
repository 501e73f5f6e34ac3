'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import { commitAndFollow, commitInput, startEditing } from './grid-commands.ts';
import type { GridColumn, GridItem } from './grid-model.ts';
import type { RowActions } from './grid-row.tsx';
import { extendTo, type GridTable, selectArea } from './grid-table.ts';
import type { GridWriter } from './grid-writer.ts';

/** Whether the grid has the keyboard. */
type Keyboard = { current: boolean };

/**
 * Where the active row goes away (undo, a save of somebody else), the row in its place takes the keyboard. It is looked
 * at as these items are drawn, not after: a key in between may have made a row that they don't have yet.
 */
export function useActiveRowKept(table: GridTable, items: readonly GridItem[], keyboard: Keyboard): void {
  const lastRow = useRef(0);
  useLayoutEffect(() => {
    const range = table.atoms.cellSelection.get().at(-1);
    if (!range || items.length === 0) return;
    const row = table.getRowModel().rowsById[range.anchorRowId];
    if (row) lastRow.current = row.index;
    else if (keyboard.current) {
      const next = items[Math.min(lastRow.current, items.length - 1)];
      if (next) table.setFocusedCell(next.id, range.anchorColumnId);
    }
  });
}

/** A cell by its row and column. */
export interface ActiveCell {
  readonly rowKey: string;
  readonly columnId: string;
}

/** Tells whoever asked for it which cell is active, once for each move; a grid that nobody asks is not watched. */
export function useActiveCellTold(table: GridTable, tell: ((cell: ActiveCell | null) => void) | undefined): void {
  const latest = useRef(tell);
  useLayoutEffect(() => {
    latest.current = tell;
  });
  const isAsked = tell !== undefined;
  useEffect(() => {
    if (!isAsked) return;
    const say = () => {
      const range = table.atoms.cellSelection.get().at(-1);
      latest.current?.(range ? { rowKey: range.anchorRowId, columnId: range.anchorColumnId } : null);
    };
    const { unsubscribe } = table.atoms.cellSelection.subscribe(say);
    return unsubscribe;
  }, [table, isAsked]);
}

interface TargetSource<R extends Row> {
  readonly table: GridTable;
  readonly items: readonly GridItem[];
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  readonly keyboard: Keyboard;
  /** Opens the parents that a row is hidden under. */
  readonly reveal: (rowKey: string) => void;
  readonly target: { readonly rowKey: string; readonly field?: string } | null | undefined;
  readonly onShown: (() => void) | undefined;
}

/** Goes to a cell that something outside points at: a finding, the next text that could not be taken. */
export function useTarget<R extends Row>(source: TargetSource<R>): void {
  const { table, items, rows, columns, keyboard, reveal, target, onShown } = source;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a hidden row is looked for again once the items change
  useEffect(() => {
    if (!target || !rows.some(({ key }) => key === target.rowKey)) return;
    if (!table.getRowModel().rowsById[target.rowKey]) {
      reveal(target.rowKey);
      return;
    }
    const column = columns.find(({ id }) => id === target.field) ?? columns.find(({ write }) => write) ?? columns[0];
    if (!column) return;
    keyboard.current = true;
    table.setFocusedCell(target.rowKey, column.id);
    onShown?.();
  }, [target, onShown, items, rows, columns, table, keyboard, reveal]);
}

interface ActionSource extends Pick<RowActions, 'setExpanded' | 'noteId'> {
  readonly table: GridTable;
  readonly writer: GridWriter;
  readonly keyboard: Keyboard;
  readonly root: React.RefObject<HTMLDivElement | null>;
}

/** What rows ask of their grid. */
export function useRowActions({ table, writer, keyboard, root, setExpanded, noteId }: ActionSource): RowActions {
  const wantsKeyboard = useCallback(() => keyboard.current, [keyboard]);
  /* Each drawing has a table object of its own, all over the same state; the rows keep the actions they have. */
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  return useMemo(
    () => ({
      wantsKeyboard,
      setExpanded,
      noteId,
      commit: (input) => commitAndFollow(input, { table: latest.current, writer }),
      commitActive: () => {
        keyboard.current = true;
        const input = root.current?.querySelector('input');
        return input ? commitInput(input, writer).madeKey : null;
      },
      edit: (cell) => {
        const input = cell.querySelector('input');
        if (input) startEditing(input);
      },
      selectRow: (index, extend) => {
        keyboard.current = true;
        if (extend) extendTo(latest.current, index, Number.MAX_SAFE_INTEGER);
        else selectArea(latest.current, { top: index, left: 0, bottom: index, right: Number.MAX_SAFE_INTEGER });
      },
    }),
    [writer, wantsKeyboard, setExpanded, noteId, keyboard, root],
  );
}
