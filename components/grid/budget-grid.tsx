'use client';

import { useSelector } from '@tanstack/react-store';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import styles from './grid.module.css';
import { GridFooter } from './grid-footer.tsx';
import { GridHead } from './grid-head.tsx';
import { type CellLookups, useGridItems } from './grid-items.ts';
import { commitInput, focusCell, handleGridKey, startEditing } from './grid-keys.ts';
import { layOut, minWidth, ROW_HEIGHT } from './grid-layout.ts';
import type { GridColumn, GridEdit, GridItem } from './grid-model.ts';
import { GridRow, type RowActions } from './grid-row.tsx';
import { type GridTable, useGridTable } from './grid-table.ts';
import { type GridNotice, useGridWriter } from './grid-writer.ts';
import { KeyHelp } from './key-help.tsx';
import { useGridClipboard } from './use-grid-clipboard.ts';

interface BudgetGridProps<R extends Row> extends CellLookups {
  /** What the grid is, for those who can't see it. */
  label: string;
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  /** How many columns stay when the others scroll. */
  frozenCount?: number;
  /** Texts of the row 合计 by column id, and the word it begins with. */
  totals?: Readonly<Record<string, string>>;
  readOnly: boolean;
  unit: MoneyUnit;
  /** Makes an empty row; without it rows can be neither added nor deleted. */
  createRow?: (position: number) => R;
  /** As high as its rows (up to a limit), or all the room there is. */
  height: 'content' | 'fill';
  onEdit: (edit: GridEdit<R>) => void;
  onUndo: () => void;
  onRedo: () => void;
  onNotice: (notice: GridNotice) => void;
  /** The cell to go to, once for each new object. */
  target?: { readonly rowKey: string; readonly field?: string } | null;
  onTargetShown?: () => void;
}

/** Half a row more says that there are more. */
const MAX_CONTENT_ROWS = 14.5;
/** A row for the empty last line; its position only matters once it becomes a row. */
const BLANK_POSITION = 0;

/**
 * A table that is edited like a spreadsheet: keys, ranges, copy and paste from and to Excel and WPS, Chinese input
 * methods from the first key. It holds no rows: edits go out as they are made, rows come in.
 */
export function BudgetGrid<R extends Row>(props: BudgetGridProps<R>) {
  const { rows, columns, readOnly, createRow, rejected, finding, label, totals, unit, onUndo, onRedo } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const keyboard = useRef(false);
  const leaving = useRef(false);
  const [helpOpen, setHelpOpen] = useState(false);

  const blankRow = useMemo(() => (readOnly ? null : (createRow?.(BLANK_POSITION) ?? null)), [readOnly, createRow]);
  const items = useGridItems({ rows, columns, readOnly, blankRow, rejected, finding });
  const layout = useMemo(() => layOut(columns, props.frozenCount ?? 1), [columns, props.frozenCount]);
  const columnIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const table = useGridTable(items, columnIds);
  const writer = useGridWriter({
    rows,
    columns,
    readOnly,
    createRow,
    rejected,
    onEdit: props.onEdit,
    onNotice: props.onNotice,
  });
  const virtualizer = useRowWindow(table, items.length, scroller);
  useTarget(table, props, keyboard);
  useActiveRowKept(table, items, keyboard);

  const keyContext = {
    table,
    writer,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3),
    undo: onUndo,
    redo: onRedo,
    showHelp: () => setHelpOpen(true),
    leaving,
  };
  const clipboard = useGridClipboard(table, items, writer);
  const actions = useRowActions(table, writer, keyboard, root);
  const bodyHeight = items.length * ROW_HEIGHT;
  const headHeight = totals ? 2 * ROW_HEIGHT : ROW_HEIGHT;
  const maxHeight = props.height === 'content' ? MAX_CONTENT_ROWS * ROW_HEIGHT + headHeight : undefined;

  return (
    <div ref={root} className={styles.grid} data-height={props.height}>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ maxHeight }}
        role="grid"
        aria-label={label}
        aria-rowcount={items.length + 2}
        aria-colcount={layout.length + 1}
        aria-multiselectable
        aria-readonly={readOnly || undefined}
        tabIndex={0}
        onKeyDown={(event) => handleGridKey(event, keyContext)}
        onFocus={(event) => {
          keyboard.current = true;
          if (event.target === event.currentTarget) enterGrid(table, event.currentTarget);
        }}
        onBlur={(event) => {
          const to = event.relatedTarget;
          if (to instanceof Node && !event.currentTarget.contains(to)) keyboard.current = false;
          leaving.current = false;
        }}
        {...clipboard}
      >
        <GridHead layout={layout} totals={totals} />
        <div role="rowgroup" className={styles.body} style={{ height: bodyHeight, minWidth: minWidth(layout) }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            return <GridRow key={item.id} {...{ table, item, index, layout, actions }} top={start} />;
          })}
        </div>
      </div>
      <GridFooter
        table={table}
        items={items}
        rowCount={rows.length}
        unit={unit}
        rowButtons={blankRow !== null}
        writer={writer}
        onHelp={() => setHelpOpen(true)}
      />
      <KeyHelp opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** The rows that are drawn: those in sight, and always the active one, or scrolling would take its input away. */
function useRowWindow(table: GridTable, count: number, scroller: React.RefObject<HTMLDivElement | null>) {
  const activeId = useSelector(table.atoms.cellSelection, (ranges) => ranges.at(-1)?.anchorRowId);
  const focusId = useSelector(table.atoms.cellSelection, (ranges) => ranges.at(-1)?.focusRowId);
  const rowsById = table.getRowModel().rowsById;
  const activeIndex = activeId === undefined ? -1 : (rowsById[activeId]?.index ?? -1);
  const focusIndex = focusId === undefined ? -1 : (rowsById[focusId]?.index ?? -1);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    initialRect: { width: 1000, height: 600 },
    scrollPaddingStart: 2 * ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isDrawn = activeIndex < 0 || activeIndex >= count || indexes.includes(activeIndex);
      return isDrawn ? indexes : [...indexes, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (focusIndex >= 0) virtualizer.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focusIndex, virtualizer]);
  useEffect(() => {
    const active = scroller.current?.querySelector('[data-active]');
    if (activeId !== undefined) active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return virtualizer;
}

/** Where the active row goes away (undo, a save of somebody else), the row in its place takes the keyboard. */
function useActiveRowKept(table: GridTable, items: readonly GridItem[], keyboard: { current: boolean }) {
  const lastRow = useRef(0);
  useEffect(() => {
    const range = table.atoms.cellSelection.get().at(-1);
    if (!range || items.length === 0) return;
    const row = items.findIndex(({ id }) => id === range.anchorRowId);
    if (row >= 0) lastRow.current = row;
    else if (keyboard.current) {
      const next = items[Math.min(lastRow.current, items.length - 1)];
      if (next) table.setFocusedCell(next.id, range.anchorColumnId);
    }
  });
}

/** Goes to the cell that a finding points at. */
function useTarget<R extends Row>(
  table: GridTable,
  { target, onTargetShown, rows, columns }: BudgetGridProps<R>,
  keyboard: { current: boolean },
) {
  useEffect(() => {
    if (!target || !rows.some(({ key }) => key === target.rowKey)) return;
    const column = columns.find(({ id }) => id === target.field) ?? columns.find(({ write }) => write) ?? columns[0];
    if (!column) return;
    keyboard.current = true;
    table.setFocusedCell(target.rowKey, column.id);
    onTargetShown?.();
  }, [target, onTargetShown, rows, columns, table, keyboard]);
}

function useRowActions(
  table: GridTable,
  writer: ReturnType<typeof useGridWriter>,
  keyboard: { current: boolean },
  root: React.RefObject<HTMLDivElement | null>,
): RowActions {
  const wantsKeyboard = useCallback(() => keyboard.current, [keyboard]);
  return useMemo(
    () => ({
      wantsKeyboard,
      commit: (input) => void commitInput(input, { table, writer }),
      commitActive: () => {
        keyboard.current = true;
        const input = root.current?.querySelector('input');
        if (input) commitInput(input, { table, writer });
      },
      edit: (cell) => {
        const input = cell.querySelector('input');
        if (input) startEditing(input);
      },
      selectRow: (index) => {
        const columns = table.getAllLeafColumns();
        const row = table.getRowModel().rows[index];
        const [first, last] = [columns[0], columns.at(-1)];
        if (!row || !first || !last) return;
        keyboard.current = true;
        table.selectCellRange({
          anchorRowId: row.id,
          anchorColumnId: first.id,
          focusRowId: row.id,
          focusColumnId: last.id,
        });
      },
    }),
    [table, writer, wantsKeyboard, keyboard, root],
  );
}

/** The keyboard came to the grid itself: on to its active cell, or the first. */
function enterGrid(table: GridTable, grid: HTMLElement): void {
  const input = grid.querySelector('input');
  if (input) input.focus();
  else focusCell(table, 0, 0);
}
