import type { KeyboardEvent } from 'react';
import { NEW_ROW_KEY } from './grid-model.ts';
import { activeCell, type GridTable, selectedArea } from './grid-table.ts';
import type { GridWriter } from './grid-writer.ts';

/** What the keys of a grid act on. */
export interface GridKeyContext {
  readonly table: GridTable;
  readonly writer: GridWriter;
  /** Rows that fit on the screen. */
  readonly pageRows: () => number;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly showHelp: () => void;
  /** Whether Tab leaves the grid, which Esc asked for. */
  readonly leaving: { current: boolean };
}

type Direction = 'up' | 'down' | 'left' | 'right';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Writes what was typed into the active cell, if something was.
 *
 * @returns the key of the row that holds the text now: a new one when it was typed into the empty last row
 */
export function commitInput(
  input: HTMLInputElement,
  { table, writer }: Pick<GridKeyContext, 'table' | 'writer'>,
): string | null {
  const at = activeCell(table);
  if (input.dataset.mode !== 'edit' || !at) return null;
  leaveEditing(input);
  return input.value === input.defaultValue ? null : writer.type(at.row, at.column, input.value);
}

/** Goes from "typing overwrites" to editing with the caret. */
export function startEditing(input: HTMLInputElement): void {
  if (input.readOnly) return;
  input.dataset.mode = 'edit';
  input.dataset.caret = 'true';
  input.setSelectionRange(input.value.length, input.value.length);
}

function leaveEditing(input: HTMLInputElement): void {
  delete input.dataset.mode;
  delete input.dataset.caret;
}

/** Handles a key that was pressed in the active cell, as spreadsheets do. */
export function handleGridKey(event: KeyboardEvent, context: GridKeyContext): void {
  const input = event.target;
  if (event.nativeEvent.isComposing || !(input instanceof HTMLInputElement)) return;
  if (event.key !== 'Tab' && event.key !== 'Shift') context.leaving.current = false;
  const handled = input.dataset.mode === 'edit' ? editingKey(event, input, context) : movingKey(event, input, context);
  if (handled) event.preventDefault();
}

function editingKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean {
  const direction = ARROWS[event.key];
  if (event.key === 'Escape') {
    input.value = input.defaultValue;
    leaveEditing(input);
    input.select();
    return true;
  }
  if (event.key === 'Enter' && !event.altKey) return commitAndMove(input, event.shiftKey ? 'up' : 'down', context);
  if (event.key === 'Tab') return commitAndMove(input, event.shiftKey ? 'left' : 'right', context);
  if (direction && input.dataset.caret === undefined) return commitAndMove(input, direction, context);
  return false;
}

/** A row that was just made of the empty last one isn't in the table yet: the next cell is named by its key. */
function commitAndMove(input: HTMLInputElement, direction: Direction, context: GridKeyContext): boolean {
  const { table } = context;
  const at = activeCell(table);
  const rowKey = commitInput(input, context);
  const wasNew = at !== null && table.getRowModel().rows[at.row]?.id === NEW_ROW_KEY;
  if (!wasNew || rowKey === null || direction === 'up') {
    if (direction === 'left' || direction === 'right') moveSideways(direction, context);
    else table.moveCellSelection(direction);
    return true;
  }
  const columns = table.getAllLeafColumns();
  const next = direction === 'right' ? columns[nextEditable(table, at, 1)?.column ?? -1] : columns[at.column - 1];
  if (direction === 'down') table.setFocusedCell(NEW_ROW_KEY, columns[at.column]?.id ?? '');
  else if (next) table.setFocusedCell(rowKey, next.id);
  else table.setFocusedCell(NEW_ROW_KEY, columns[0]?.id ?? '');
  return true;
}

function movingKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean {
  const direction = ARROWS[event.key];
  if (direction && !event.altKey) return arrowKey(event, direction, context);
  const command = event.ctrlKey || event.metaKey;
  return command ? commandKey(event, context) : (plainKey(event, input, context) ?? false);
}

function arrowKey(event: KeyboardEvent, direction: Direction, { table }: GridKeyContext): boolean {
  const at = activeCell(table);
  if (!at) return false;
  if (event.ctrlKey || event.metaKey) {
    const vertical = direction === 'up' || direction === 'down';
    const end = direction === 'down' || direction === 'right' ? Number.MAX_SAFE_INTEGER : 0;
    focusCell(table, vertical ? end : at.row, vertical ? at.column : end);
  } else if (event.shiftKey) table.extendCellSelection(direction);
  else table.moveCellSelection(direction);
  return true;
}

function commandKey(event: KeyboardEvent, context: GridKeyContext): boolean {
  const { table, undo, redo } = context;
  switch (event.key.toLowerCase()) {
    case 'home':
      focusCell(table, 0, 0);
      return true;
    case 'end':
      focusCell(table, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      return true;
    case 'a':
      table.selectAllCells();
      return true;
    case 'd':
      fillDown(context);
      return true;
    case 'z':
      if (event.shiftKey) redo();
      else undo();
      return true;
    case 'y':
      redo();
      return true;
    default:
      return false;
  }
}

function plainKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean | undefined {
  const { table, writer, pageRows, showHelp, leaving } = context;
  const at = activeCell(table);
  const area = selectedArea(table);
  if (!at || !area) return false;
  switch (event.key) {
    case 'Tab':
      return leaving.current ? false : moveSideways(event.shiftKey ? 'left' : 'right', context);
    case 'Escape':
      leaving.current = true;
      return true;
    case 'Enter':
      if (event.altKey) insertBelow(context);
      else table.moveCellSelection(event.shiftKey ? 'up' : 'down');
      return true;
    case 'F2':
      startEditing(input);
      return true;
    case 'Home':
      focusCell(table, at.row, 0);
      return true;
    case 'End':
      focusCell(table, at.row, Number.MAX_SAFE_INTEGER);
      return true;
    case 'PageDown':
      focusCell(table, at.row + pageRows(), at.column);
      return true;
    case 'PageUp':
      focusCell(table, at.row - pageRows(), at.column);
      return true;
    case 'Delete':
    case 'Backspace':
      if (event.altKey) removeRows(context);
      else writer.clear(area);
      return true;
    case '?':
      showHelp();
      return true;
    default:
      return undefined;
  }
}

/** Tab goes from one cell that can be edited to the next, row after row; at the ends of the grid it leaves it. */
function moveSideways(direction: 'left' | 'right', { table }: GridKeyContext): boolean {
  const at = activeCell(table);
  if (!at) return false;
  const step = direction === 'left' ? -1 : 1;
  const rows = table.getRowModel().rows.length;
  const inRow = nextEditable(table, at, step);
  if (inRow) {
    focusCell(table, inRow.row, inRow.column);
    return true;
  }
  const row = at.row + step;
  if (row < 0 || row >= rows) return false;
  const edge = step > 0 ? -1 : table.getAllLeafColumns().length;
  const first = nextEditable(table, { row, column: edge }, step);
  if (!first) return false;
  focusCell(table, first.row, first.column);
  return true;
}

/** The next cell of the row that can be edited, any cell where none can; null at the end of the row. */
function nextEditable(
  table: GridTable,
  { row, column }: { readonly row: number; readonly column: number },
  step: 1 | -1,
): { readonly row: number; readonly column: number } | null {
  const item = table.getRowModel().rows[row]?.original;
  const columns = table.getAllLeafColumns();
  const isFrozen = !item || columns.every(({ id }) => item.cell(id).readOnly);
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const id = columns[next]?.id;
    if (isFrozen || (id !== undefined && !item.cell(id).readOnly)) return { row, column: next };
  }
  return null;
}

function fillDown({ table, writer }: GridKeyContext): void {
  const area = selectedArea(table);
  const first = area && table.getRowModel().rows[area.top];
  if (!area || !first || area.bottom === area.top) return;
  const columns = table.getAllLeafColumns().slice(area.left, area.right + 1);
  const texts = columns.map(({ id }) => first.original.cell(id).text);
  writer.fill({ ...area, top: area.top + 1 }, texts, '向下填充');
}

/** Puts an empty row below the active cell, or at the end where none is active, and goes there. */
export function insertBelow({ table, writer }: Pick<GridKeyContext, 'table' | 'writer'>): void {
  const at = activeCell(table) ?? { row: Number.MAX_SAFE_INTEGER, column: 0 };
  const key = writer.insertRow(at.row);
  const target = table.getAllLeafColumns()[at.column];
  if (key !== null && target) table.setFocusedCell(key, target.id);
}

/** Deletes the selected rows and stays at the place. */
export function removeRows({ table, writer }: Pick<GridKeyContext, 'table' | 'writer'>): void {
  const area = selectedArea(table);
  const at = activeCell(table);
  if (!area || !at) return;
  const rows = table.getRowModel().rows;
  const next = rows[area.bottom + 1] ?? rows[area.top - 1];
  const column = table.getAllLeafColumns()[at.column];
  writer.deleteRows(area.top, area.bottom);
  const nextKey = rows[area.bottom]?.id === NEW_ROW_KEY ? NEW_ROW_KEY : next?.id;
  if (nextKey !== undefined && column) table.setFocusedCell(nextKey, column.id);
}

/** Makes the cell at a position the active one; positions beyond the edges mean the edge. */
export function focusCell(table: GridTable, row: number, column: number): void {
  const rows = table.getRowModel().rows;
  const columns = table.getAllLeafColumns();
  const targetRow = rows[Math.max(0, Math.min(row, rows.length - 1))];
  const targetColumn = columns[Math.max(0, Math.min(column, columns.length - 1))];
  if (targetRow && targetColumn) table.setFocusedCell(targetRow.id, targetColumn.id);
}
