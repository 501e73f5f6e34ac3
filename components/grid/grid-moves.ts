import { commitInput, type GridCommands } from './grid-commands.ts';
import { type CellMarks, type GridItem, NEW_ROW_KEY } from './grid-model.ts';
import { activeCell, extendTo, focusCell, focusedCorner, type GridTable } from './grid-table.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

type Moving = Pick<GridCommands, 'table' | 'items'>;

type CellPosition = NonNullable<ReturnType<typeof activeCell>>;

const EDGE = Number.MAX_SAFE_INTEGER;

/** Where the frozen cells end and what is read-only only matters for moving: no marks are looked at. */
const NO_MARKS: CellMarks = { rejected: () => undefined, finding: () => undefined };

/** An arrow: one cell, or to the edge with Ctrl; with Shift the selection grows that way instead. */
export function moveByArrow(
  { table }: Pick<GridCommands, 'table'>,
  direction: Direction,
  { toEdge, extend }: { readonly toEdge: boolean; readonly extend: boolean },
): boolean {
  const from = extend ? focusedCorner(table) : activeCell(table);
  if (!from) return false;
  if (!toEdge) {
    if (extend) table.extendCellSelection(direction);
    else table.moveCellSelection(direction);
    return true;
  }
  const vertical = direction === 'up' || direction === 'down';
  const end = direction === 'down' || direction === 'right' ? EDGE : 0;
  const go = extend ? extendTo : focusCell;
  go(table, vertical ? end : from.row, vertical ? from.column : end);
  return true;
}

/** Home, End and the page keys; with Shift the selection grows there. */
export function jump(
  { table }: Pick<GridCommands, 'table'>,
  to: { readonly row?: number; readonly column?: number; readonly rowsOn?: number },
  extend: boolean,
): boolean {
  const from = extend ? focusedCorner(table) : activeCell(table);
  if (!from) return false;
  const go = extend ? extendTo : focusCell;
  go(table, to.row ?? from.row + (to.rowsOn ?? 0), to.column ?? from.column);
  return true;
}

/** Writes what was typed and goes on. A row just made of the empty last one isn't in the table yet: its key names it. */
export function commitAndMove(input: HTMLInputElement, direction: Direction, commands: GridCommands): boolean {
  const { table, items, writer } = commands;
  const at = activeCell(table);
  const item = at ? items()[at.row] : undefined;
  const { madeKey } = commitInput(input, writer);
  if (at && madeKey !== null && moveFromMade(commands, direction, { madeKey, item, at })) return true;
  if (direction === 'left' || direction === 'right') moveSideways(commands, direction);
  else moveToLine(commands, direction);
  return true;
}

/** @returns false where the way leads to rows that the table has, above the one just made */
function moveFromMade(
  { table }: Moving,
  direction: Direction,
  { madeKey, item, at }: { readonly madeKey: string; readonly item: GridItem | undefined; readonly at: CellPosition },
): boolean {
  const columns = table.getAllLeafColumns();
  const sideways = direction === 'left' ? -1 : 1;
  const next = columns[nextEditable(table, item, at, sideways)?.column ?? -1];
  if (direction === 'up' || (direction === 'left' && !next)) return false;
  if (direction === 'down') table.setFocusedCell(NEW_ROW_KEY, columns[at.column]?.id ?? '');
  else if (next) table.setFocusedCell(madeKey, next.id);
  else table.setFocusedCell(NEW_ROW_KEY, columns[0]?.id ?? '');
  return true;
}

/** Enter goes from line to line: computed parents have nothing to confirm. */
export function moveToLine({ table, items }: Moving, direction: 'up' | 'down'): void {
  const at = activeCell(table);
  if (!at) return;
  const rows = items();
  const step = direction === 'up' ? -1 : 1;
  let row = at.row + step;
  while (rows[row]?.kind === 'group') row += step;
  if (rows[row]) focusCell(table, row, at.column);
}

/** Tab goes from one cell that can be edited to the next, line after line; at the ends of the grid it leaves it. */
export function moveSideways({ table, items }: Moving, direction: 'left' | 'right'): boolean {
  const at = activeCell(table);
  if (!at) return false;
  const step = direction === 'left' ? -1 : 1;
  const rows = items();
  const inRow = nextEditable(table, rows[at.row], at, step);
  if (inRow) {
    focusCell(table, inRow.row, inRow.column);
    return true;
  }
  let row = at.row + step;
  while (rows[row]?.kind === 'group') row += step;
  if (row < 0 || row >= rows.length) return false;
  const edge = step > 0 ? -1 : table.getAllLeafColumns().length;
  const first = nextEditable(table, rows[row], { row, column: edge }, step);
  if (!first) return false;
  focusCell(table, first.row, first.column);
  return true;
}

/** The next cell of the row that can be edited, any cell where none can; null at the end of the row. */
function nextEditable(
  table: GridTable,
  item: GridItem | undefined,
  { row, column }: CellPosition,
  step: 1 | -1,
): { readonly row: number; readonly column: number } | null {
  const columns = table.getAllLeafColumns();
  if (item?.kind === 'group') return null;
  const isReadOnly = (id: string) => item?.cell(id, NO_MARKS).readOnly ?? true;
  const isFrozen = columns.every(({ id }) => isReadOnly(id));
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const id = columns[next]?.id;
    if (isFrozen || (id !== undefined && !isReadOnly(id))) return { row, column: next };
  }
  return null;
}
