import type { KeyboardEvent } from 'react';
import {
  type GridCommands,
  insertBelow,
  leaveEditing,
  removeRows,
  replaceActive,
  startEditing,
  toggleParent,
} from './grid-commands.ts';
import { commitAndMove, type Direction, jump, moveByArrow, moveSideways, moveToLine } from './grid-moves.ts';
import { activeCell, selectArea, selectedArea } from './grid-table.ts';

/** What the keys of a grid act on. */
export interface GridKeyContext extends GridCommands {
  /** Rows that fit on the screen. */
  readonly pageRows: () => number;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly showHelp: () => void;
  /** Whether Tab leaves the grid, which Esc asked for. */
  readonly leaving: { current: boolean };
}

const EDGE = Number.MAX_SAFE_INTEGER;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Handles a key that was pressed in the active cell, as spreadsheets do. */
export function handleGridKey(event: KeyboardEvent, context: GridKeyContext): void {
  const input = event.target;
  if (event.nativeEvent.isComposing || !(input instanceof HTMLInputElement)) return;
  if (event.key !== 'Tab' && event.key !== 'Shift') context.leaving.current = false;
  const handled = input.dataset.mode === 'edit' ? editingKey(event, input, context) : movingKey(event, input, context);
  if (!handled) return;
  event.preventDefault();
  /* The page has keys of its own, which Shift+F8 is none of. */
  if (event.key === 'F8') event.nativeEvent.stopImmediatePropagation();
}

function editingKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean {
  const direction = ARROWS[event.key];
  if (event.key === 'Escape') {
    input.value = input.defaultValue;
    leaveEditing(input);
    input.select();
    return true;
  }
  if (event.key === 'F8' && event.shiftKey) {
    context.nextRejected();
    return true;
  }
  if (event.key === 'Enter' && !event.altKey) return commitAndMove(input, event.shiftKey ? 'up' : 'down', context);
  if (event.key === 'Tab') return commitAndMove(input, event.shiftKey ? 'left' : 'right', context);
  if (direction && !event.altKey && input.dataset.caret === undefined) return commitAndMove(input, direction, context);
  return false;
}

function movingKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean {
  const direction = ARROWS[event.key];
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey) return altKey(event, context);
  if (direction) return moveByArrow(context, direction, { toEdge: command, extend: event.shiftKey });
  return command ? commandKey(event, context) : plainKey(event, input, context);
}

function altKey(event: KeyboardEvent, context: GridKeyContext): boolean {
  if (event.shiftKey && event.key === 'ArrowLeft') return toggleParent(context, false);
  if (event.shiftKey && event.key === 'ArrowRight') return toggleParent(context, true);
  /* With Alt some layouts give another character for a digit. */
  const digit = /^Digit([1-3])$/.exec(event.code)?.[1];
  if (digit !== undefined) return replaceActive(context, Number(digit) - 1);
  switch (event.key) {
    case 'Enter':
      insertBelow(context);
      return true;
    case 'Delete':
    case 'Backspace':
      removeRows(context);
      return true;
    default:
      return false;
  }
}

function commandKey(event: KeyboardEvent, context: GridKeyContext): boolean {
  const { table, writer, undo, redo } = context;
  const area = selectedArea(table);
  switch (event.key.toLowerCase()) {
    case 'home':
      return jump(context, { row: 0, column: 0 }, event.shiftKey);
    case 'end':
      return jump(context, { row: EDGE, column: EDGE }, event.shiftKey);
    case 'a':
      table.selectAllCells();
      return true;
    case 'd':
      if (area && area.bottom > area.top) writer.fillDown(area);
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

function plainKey(event: KeyboardEvent, input: HTMLInputElement, context: GridKeyContext): boolean {
  const { table, writer, pageRows, showHelp, leaving } = context;
  const at = activeCell(table);
  const area = selectedArea(table);
  if (!at || !area) return false;
  const { shiftKey } = event;
  switch (event.key) {
    case 'Tab':
      return leaving.current ? false : moveSideways(context, shiftKey ? 'left' : 'right');
    case 'Escape':
      leaving.current = true;
      return true;
    case 'Enter':
      moveToLine(context, shiftKey ? 'up' : 'down');
      return true;
    case 'F2':
      /* With Shift the page shows the history of the cell. */
      if (!shiftKey) startEditing(input);
      return !shiftKey;
    case 'F8':
      if (shiftKey) context.nextRejected();
      return shiftKey;
    case 'Home':
      return jump(context, { column: 0 }, shiftKey);
    case 'End':
      return jump(context, { column: EDGE }, shiftKey);
    case 'PageDown':
      return jump(context, { rowsOn: pageRows() }, shiftKey);
    case 'PageUp':
      return jump(context, { rowsOn: -pageRows() }, shiftKey);
    case 'Delete':
    case 'Backspace':
      writer.clear(area);
      return true;
    case '?':
      showHelp();
      return true;
    case ' ':
      return spaceKey(at.row, shiftKey, context);
    default:
      return false;
  }
}

/** Space opens and closes a parent; with Shift it selects the row. */
function spaceKey(row: number, shiftKey: boolean, { table, items, setExpanded }: GridKeyContext): boolean {
  const item = items()[row];
  if (shiftKey) selectArea(table, { top: row, left: 0, bottom: row, right: EDGE });
  else if (item?.group) setExpanded([item.id], !item.group.expanded);
  else return false;
  return true;
}
