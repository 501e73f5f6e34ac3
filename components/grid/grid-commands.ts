import { type CellMarks, type GridItem, NEW_ROW_KEY } from './grid-model.ts';
import { activeCell, focusCell, type GridTable, selectedArea } from './grid-table.ts';
import type { GridWriter } from './grid-writer.ts';

/** What the keys and buttons of a grid act on. */
export interface GridCommands {
  readonly table: GridTable;
  /** What the table shows, in its order. */
  readonly items: () => readonly GridItem[];
  readonly writer: GridWriter;
  readonly marks: () => CellMarks;
  /** Opens or closes computed parents. */
  readonly setExpanded: (ids: readonly string[], expanded: boolean) => void;
  /** Goes to the next cell whose text could not be taken. */
  readonly nextRejected: () => void;
}

/**
 * Writes what was typed into a cell, if something was: into the cell that the input stands in, wherever the keyboard is.
 *
 * @returns the key of the row that this made of the empty last one; null when it made none
 */
export function commitInput(input: HTMLInputElement, writer: GridWriter): { readonly madeKey: string | null } {
  const rowKey = input.closest<HTMLElement>('[data-row]')?.dataset.row;
  const columnId = input.closest<HTMLElement>('[data-column]')?.dataset.column;
  const isTyped = input.dataset.mode === 'edit' && input.value !== input.defaultValue;
  leaveEditing(input);
  if (!isTyped || rowKey === undefined || columnId === undefined) return { madeKey: null };
  const heldBy = writer.type(rowKey, columnId, input.value);
  return { madeKey: rowKey === NEW_ROW_KEY ? heldBy : null };
}

/** Writes what was typed; a row that this made of the empty last one takes the keyboard over, as nothing else did. */
export function commitAndFollow(
  input: HTMLInputElement,
  { table, writer }: Pick<GridCommands, 'table' | 'writer'>,
): void {
  const { madeKey } = commitInput(input, writer);
  const active = table.atoms.cellSelection.get().at(-1);
  if (madeKey !== null && active?.anchorRowId === NEW_ROW_KEY) table.setFocusedCell(madeKey, active.anchorColumnId);
}

/** Goes from "typing overwrites" to editing with the caret. */
export function startEditing(input: HTMLInputElement): void {
  if (input.readOnly) return;
  input.dataset.mode = 'edit';
  input.dataset.caret = 'true';
  input.setSelectionRange(input.value.length, input.value.length);
}

export function leaveEditing(input: HTMLInputElement): void {
  delete input.dataset.mode;
  delete input.dataset.caret;
}

/** Puts an empty row below the active cell, or at the end where none is active, and goes there. */
export function insertBelow({ table, writer }: Pick<GridCommands, 'table' | 'writer'>): void {
  const at = activeCell(table) ?? { row: Number.MAX_SAFE_INTEGER, column: 0 };
  const key = writer.insertRow(at.row);
  const target = table.getAllLeafColumns()[at.column];
  if (key !== null && target) table.setFocusedCell(key, target.id);
}

/** Deletes the selected rows and stays at the place. */
export function removeRows({ table, items, writer }: Pick<GridCommands, 'table' | 'items' | 'writer'>): void {
  const area = selectedArea(table);
  const at = activeCell(table);
  if (!area || !at) return;
  const rows = items();
  const below = rows.findIndex(({ kind }, row) => row > area.bottom && kind !== 'group');
  const next = rows[area.bottom]?.id === NEW_ROW_KEY ? area.bottom : below;
  const above = rows.findLastIndex(({ kind }, row) => row < area.top && kind !== 'group');
  const target = rows[next >= 0 ? next : above];
  const column = table.getAllLeafColumns()[at.column];
  writer.deleteRows(area.top, area.bottom);
  if (target && column) table.setFocusedCell(target.id, column.id);
}

/** Opens or closes the active parent, or the one around the active row, which then is the active one. */
export function toggleParent({ table, items, setExpanded }: GridCommands, expanded: boolean): boolean {
  const at = activeCell(table);
  const rows = items();
  const item = at && rows[at.row];
  if (!at || !item) return false;
  const parentRow = item.kind === 'group' && item.group?.expanded !== expanded ? at.row : parentOf(rows, at.row);
  const parent = rows[parentRow];
  if (parent?.kind !== 'group') return false;
  setExpanded([parent.id], expanded);
  if (parentRow !== at.row) focusCell(table, parentRow, at.column);
  return true;
}

/** The nearest parent above a row that stands less deep; -1 without one. */
function parentOf(rows: readonly GridItem[], row: number): number {
  const level = rows[row]?.level ?? 0;
  for (let above = row - 1; above >= 0; above -= 1) {
    const item = rows[above];
    if (item?.kind === 'group' && item.level < level) return above;
  }
  return -1;
}

/** Writes the n-th of what may stand in the active cell in place of its text. */
export function replaceActive({ table, items, writer, marks }: GridCommands, number: number): boolean {
  const at = activeCell(table);
  const column = at && table.getAllLeafColumns()[at.column];
  const item = at && items()[at.row];
  if (!at || !column || !item) return false;
  const replacement = item.replacements(column.id, item.cell(column.id, marks()).text)[number];
  if (!replacement) return false;
  writer.type(item.id, column.id, replacement.value);
  return true;
}
