'use client';

import {
  type CellSelectionBounds,
  cellSelectionFeature,
  createColumnHelper,
  type ReactTable,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { CellArea, GridItem } from './grid-model.ts';

const features = tableFeatures({ cellSelectionFeature });

/** A row as the table knows it: by its id alone, so that an edit of a cell doesn't concern it. */
type TableRow = Pick<GridItem, 'id'>;

export type GridTable = ReactTable<typeof features, TableRow, null>;

const column = createColumnHelper<typeof features, TableRow>();

/** The table behind a grid: it keeps which cells are selected. What is in the cells comes from the items. */
export function useGridTable(items: readonly GridItem[], columnIds: readonly string[]): GridTable {
  const columns = useMemo(
    () => column.columns(columnIds.map((id) => column.accessor((row) => row.id, { id, header: id }))),
    [columnIds],
  );
  const data = useSameRows(items);
  /* A new object of options makes a new table, and a new table draws every row again. */
  const options = useMemo(
    () => ({
      features,
      columns,
      data,
      getRowId: ({ id }: TableRow) => id,
      /* Rows come and go while one types; a selection of rows that are gone is simply not drawn. */
      autoResetCellSelection: false,
      enableMultiCellRangeSelection: false,
    }),
    [columns, data],
  );
  return useTable(options, noState);
}

/** The selection is subscribed to where it is drawn. */
const noState = (): null => null;

/** The rows of the items, the same list as long as the same rows stand in the same order. */
function useSameRows(items: readonly GridItem[]): TableRow[] {
  const last = useRef<TableRow[]>([]);
  return useMemo(() => {
    const isSame = items.length === last.current.length && items.every(({ id }, row) => id === last.current[row]?.id);
    if (!isSame) last.current = items.map(({ id }) => ({ id }));
    return last.current;
  }, [items]);
}

export function areaOf({ minRowIndex, maxRowIndex, minColumnIndex, maxColumnIndex }: CellSelectionBounds): CellArea {
  return { top: minRowIndex, bottom: maxRowIndex, left: minColumnIndex, right: maxColumnIndex };
}

/** The selected cells; null when there are none. */
export function selectedArea(table: GridTable): CellArea | null {
  const bounds = table.getCellSelectionBounds().at(-1);
  return bounds ? areaOf(bounds) : null;
}

/** The cell that takes what is typed; null when none does. */
export function activeCell(table: GridTable): { readonly row: number; readonly column: number } | null {
  const cell = table.getFocusedCell();
  if (!cell) return null;
  const column = table.getAllLeafColumns().findIndex(({ id }) => id === cell.column.id);
  return { row: cell.row.index, column };
}

/** The cell that a selection was drawn to, which moves when it is extended. */
export function focusedCorner(table: GridTable): { readonly row: number; readonly column: number } | null {
  const range = table.atoms.cellSelection.get().at(-1);
  const row = range && table.getRowModel().rowsById[range.focusRowId];
  if (!row) return null;
  return { row: row.index, column: table.getAllLeafColumns().findIndex(({ id }) => id === range.focusColumnId) };
}

/** Makes the cell at a position the active one; positions beyond the edges mean the edge. */
export function focusCell(table: GridTable, row: number, column: number): void {
  const target = cellAt(table, row, column);
  if (target) table.setFocusedCell(target.rowId, target.columnId);
}

/** Draws the selection from its active cell to a position; positions beyond the edges mean the edge. */
export function extendTo(table: GridTable, row: number, column: number): void {
  const range = table.atoms.cellSelection.get().at(-1);
  const target = cellAt(table, row, column);
  if (!range || !target) return;
  table.selectCellRange({
    anchorRowId: range.anchorRowId,
    anchorColumnId: range.anchorColumnId,
    focusRowId: target.rowId,
    focusColumnId: target.columnId,
  });
}

/** Selects all cells between two positions; the first of them is the active one. */
export function selectArea(table: GridTable, { top, left, bottom, right }: CellArea): void {
  const [anchor, focus] = [cellAt(table, top, left), cellAt(table, bottom, right)];
  if (!anchor || !focus) return;
  table.selectCellRange({
    anchorRowId: anchor.rowId,
    anchorColumnId: anchor.columnId,
    focusRowId: focus.rowId,
    focusColumnId: focus.columnId,
  });
}

function cellAt(table: GridTable, row: number, column: number) {
  const rows = table.getRowModel().rows;
  const columns = table.getAllLeafColumns();
  const targetRow = rows[Math.max(0, Math.min(row, rows.length - 1))];
  const targetColumn = columns[Math.max(0, Math.min(column, columns.length - 1))];
  return targetRow && targetColumn && { rowId: targetRow.id, columnId: targetColumn.id };
}
