'use client';

import { useSelector } from '@tanstack/react-store';
import { memo } from 'react';
import { ActiveInput } from './active-input.tsx';
import { cellNote } from './cell-note.ts';
import styles from './grid.module.css';
import { cellStyle } from './grid-layout.ts';
import type { CellMarks, ColumnLayout, GridItem } from './grid-model.ts';
import type { GridTable } from './grid-table.ts';

/** What rows ask of their grid; the same object for its whole life. */
export interface RowActions {
  readonly wantsKeyboard: () => boolean;
  /** Writes what was typed into a cell. */
  readonly commit: (input: HTMLInputElement) => void;
  /** Writes what is being typed, wherever it is. @returns the key of the row that this made of the empty last one */
  readonly commitActive: () => string | null;
  readonly edit: (cell: HTMLElement) => void;
  /** Selects a row, or all from the active one to it. */
  readonly selectRow: (index: number, extend: boolean) => void;
  /** Opens or closes a computed parent. */
  readonly setExpanded: (ids: readonly string[], expanded: boolean) => void;
  /** The id of the line below the grid that says what is wrong with the active cell. */
  readonly noteId: string;
}

interface GridRowProps {
  table: GridTable;
  item: GridItem;
  index: number;
  /** What stands in front of the row: its number among the lines. */
  number: number;
  /** Number of the row for those who can't see it, headings included. */
  ariaIndex: number;
  /** Distance from the top of the body in pixels. */
  top: number;
  layout: readonly ColumnLayout[];
  marks: CellMarks;
  actions: RowActions;
}

/** A row subscribes to the selection alone: moving about redraws the rows concerned and no others. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { table, item, index, top, layout, actions, marks, number } = props;
  const { activeColumn, selection } = useRowSelection(table, item.id, index);
  const [from, to] = selection;
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={props.ariaIndex}
      data-row={item.id}
      data-kind={item.kind}
      data-level={item.kind === 'group' ? item.level : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHead item={item} number={number} isNew={item.isNewRow(marks)} index={index} actions={actions} />
      {layout.map((column, columnIndex) => (
        <GridCell
          key={column.id}
          table={table}
          item={item}
          number={number}
          column={column}
          columnIndex={columnIndex}
          marks={marks}
          active={activeColumn === column.id}
          selected={columnIndex >= from && columnIndex <= to}
          actions={actions}
        />
      ))}
    </div>
  );
});

interface RowHeadProps extends Pick<GridRowProps, 'item' | 'number' | 'index' | 'actions'> {
  isNew: boolean;
}

function RowHead({ item, number, isNew, index, actions }: RowHeadProps) {
  const { group } = item;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={styles.number}
      data-changed={isNew || undefined}
      title={isNew ? '新增的行' : undefined}
      onClick={(event) => actions.selectRow(index, event.shiftKey)}
    >
      {group && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.toggle}
          aria-expanded={group.expanded}
          aria-label={`${group.expanded ? '收起' : '展开'} ${group.title}`}
          onClick={(event) => {
            event.stopPropagation();
            actions.setExpanded([item.id], !group.expanded);
          }}
        >
          <span aria-hidden>{group.expanded ? '▾' : '▸'}</span>
        </button>
      )}
      {item.kind === 'new' && '＋'}
      {item.kind === 'line' && number}
    </div>
  );
}

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

interface GridCellProps extends Pick<GridRowProps, 'table' | 'item' | 'number' | 'marks' | 'actions'> {
  column: ColumnLayout;
  columnIndex: number;
  active: boolean;
  selected: boolean;
}

function GridCell({ table, item, number, column, columnIndex, marks, active, selected, actions }: GridCellProps) {
  const view = item.cell(column.id, marks);
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
      title={note?.text ?? (view.text.length > 8 ? view.text : undefined)}
      className={styles.cell}
      data-column={column.id}
      data-align={column.align}
      data-frozen={column.frozenAt !== null || undefined}
      data-read-only={view.readOnly || undefined}
      data-selected={(selected && !active) || undefined}
      data-active={active || undefined}
      data-mark={note?.kind}
      data-changed={view.changed || undefined}
      data-negative={(column.align === 'end' && view.text.startsWith('-')) || undefined}
      data-rejected={view.rejected !== null || undefined}
      style={cellStyle(column, active ? 0 : item.level)}
      onMouseDown={(event) => {
        const input = event.currentTarget.querySelector('input');
        /* While a text is being edited a click sets the caret. */
        if (input?.dataset.mode === 'edit' && !event.shiftKey) return;
        /* Otherwise the browser moves the focus itself, which ends the drag. */
        event.preventDefault();
        const madeKey = actions.commitActive();
        /* What was the empty row under the pointer is the row just made. */
        if (madeKey !== null && item.kind === 'new') table.setFocusedCell(madeKey, column.id);
        else handle(true)(event);
        /* A cell that is active already: what is typed next overwrites it, as after any click. */
        input?.focus({ preventScroll: true });
        input?.select();
      }}
      onMouseEnter={handle(false)}
      onDoubleClick={(event) => {
        if (item.group) actions.setExpanded([item.id], !item.group.expanded);
        else actions.edit(event.currentTarget);
      }}
    >
      {active ? (
        <ActiveInput
          key={view.text}
          item={item}
          column={column}
          view={view}
          label={cellLabel(column, item, number)}
          noteId={actions.noteId}
          wantsKeyboard={actions.wantsKeyboard}
          commit={actions.commit}
        />
      ) : (
        view.text
      )}
    </div>
  );
}

function cellLabel(column: ColumnLayout, { kind, group }: GridItem, number: number): string {
  if (group) return `汇总行 ${group.title}，${group.expanded ? '已展开' : '已收起'} ${column.header}`;
  return `${kind === 'new' ? '新增行' : `第 ${number} 行`} ${column.header}`;
}
