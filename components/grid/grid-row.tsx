'use client';

import { useSelector } from '@tanstack/react-store';
import { memo } from 'react';
import { ActiveInput } from './active-input.tsx';
import styles from './grid.module.css';
import { cellStyle } from './grid-layout.ts';
import type { CellView, ColumnLayout, GridItem } from './grid-model.ts';
import type { GridTable } from './grid-table.ts';

/** What rows ask of their grid; the same object for its whole life. */
export interface RowActions {
  readonly wantsKeyboard: () => boolean;
  /** Writes what was typed into the active cell. */
  readonly commit: (input: HTMLInputElement) => void;
  /** Writes what is being typed, wherever it is. */
  readonly commitActive: () => void;
  readonly edit: (cell: HTMLElement) => void;
  readonly selectRow: (index: number) => void;
}

interface GridRowProps {
  table: GridTable;
  item: GridItem;
  index: number;
  /** Distance from the top of the body in pixels. */
  top: number;
  layout: readonly ColumnLayout[];
  actions: RowActions;
}

/** A row subscribes to the selection alone: moving about redraws the rows concerned and no others. */
export const GridRow = memo(function GridRow({ table, item, index, top, layout, actions }: GridRowProps) {
  const { activeColumn, selection } = useRowSelection(table, item.id, index);
  const [from, to] = selection;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 3}
      data-row={item.id}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.number} onClick={() => actions.selectRow(index)}>
        {item.isNew ? '＋' : index + 1}
      </div>
      {layout.map((column, columnIndex) => (
        <GridCell
          key={column.id}
          table={table}
          item={item}
          rowIndex={index}
          column={column}
          columnIndex={columnIndex}
          active={activeColumn === column.id}
          selected={columnIndex >= from && columnIndex <= to}
          actions={actions}
        />
      ))}
    </div>
  );
});

/** The active column of a row and the columns selected in it; the string keeps rows apart that did not change. */
function useRowSelection(table: GridTable, rowId: string, index: number) {
  const key = useSelector(table.atoms.cellSelection, (ranges) => {
    const active = ranges.at(-1);
    const bounds = table.getCellSelectionBounds().find((b) => index >= b.minRowIndex && index <= b.maxRowIndex);
    const activeColumn = active?.anchorRowId === rowId ? active.anchorColumnId : '';
    return `${bounds?.minColumnIndex ?? 0}|${bounds?.maxColumnIndex ?? -1}|${activeColumn}`;
  });
  const [from = '0', to = '-1', activeColumn = ''] = key.split('|');
  return { activeColumn, selection: [Number(from), Number(to)] as const };
}

interface GridCellProps {
  table: GridTable;
  item: GridItem;
  rowIndex: number;
  column: ColumnLayout;
  columnIndex: number;
  active: boolean;
  selected: boolean;
  actions: RowActions;
}

function GridCell({ table, item, rowIndex, column, columnIndex, active, selected, actions }: GridCellProps) {
  const view = item.cell(column.id);
  const note = cellNote(view);
  const handle = (start: boolean) => (event: React.MouseEvent) => {
    const cell = table.getRow(item.id).getAllCells()[columnIndex];
    if (start) cell?.getSelectionStartHandler()(event);
    else cell?.getSelectionExtendHandler()(event);
  };
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 2}
      aria-selected={selected}
      aria-readonly={view.readOnly || undefined}
      aria-invalid={note?.kind === 'error' || undefined}
      title={note?.text ?? (view.text.length > 12 ? view.text : undefined)}
      className={styles.cell}
      data-column={column.id}
      data-align={column.align}
      data-frozen={column.frozenAt !== null || undefined}
      data-read-only={view.readOnly || undefined}
      data-selected={(selected && !active) || undefined}
      data-active={active || undefined}
      data-mark={note?.kind}
      data-negative={(column.align === 'end' && view.text.startsWith('-')) || undefined}
      data-rejected={view.rejected !== null || undefined}
      style={cellStyle(column)}
      onMouseDown={(event) => {
        const input = event.currentTarget.querySelector('input');
        /* While a text is being edited a click sets the caret. */
        if (input?.dataset.mode === 'edit' && !event.shiftKey) return;
        /* Otherwise the browser moves the focus itself, which ends the drag. */
        event.preventDefault();
        actions.commitActive();
        handle(true)(event);
        /* A cell that is active already: what is typed next overwrites it, as after any click. */
        input?.focus({ preventScroll: true });
        input?.select();
      }}
      onMouseEnter={handle(false)}
      onDoubleClick={(event) => actions.edit(event.currentTarget)}
    >
      {active ? (
        <ActiveInput
          key={view.text}
          item={item}
          column={column}
          view={view}
          label={cellLabel(column, item, rowIndex, note)}
          wantsKeyboard={actions.wantsKeyboard}
          commit={actions.commit}
        />
      ) : (
        view.text
      )}
    </div>
  );
}

interface CellNote {
  readonly kind: 'error' | 'warning' | 'remark';
  readonly text: string;
}

/** The gravest thing that is to be said of a cell. */
export function cellNote({ rejected, finding, remark }: CellView): CellNote | null {
  if (rejected !== null) return { kind: 'error', text: rejected };
  if (finding) return { kind: finding.severity, text: finding.message };
  return remark === null ? null : { kind: 'remark', text: remark };
}

function cellLabel(column: ColumnLayout, item: GridItem, rowIndex: number, note: CellNote | null): string {
  const place = item.isNew ? '新增行' : `第 ${rowIndex + 1} 行`;
  return `${place} ${column.header}${note ? `，${note.text}` : ''}`;
}
