'use client';

import {
  type CellSelectionBounds,
  cellSelectionFeature,
  createColumnHelper,
  type ReactTable,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { CellArea, GridItem } from './grid-model.ts';

const features = tableFeatures({ cellSelectionFeature });

export type GridTable = ReactTable<typeof features, GridItem, null>;

const column = createColumnHelper<typeof features, GridItem>();

/** The table behind a grid: it keeps which cells are selected. What is in the cells comes from the items. */
export function useGridTable(items: readonly GridItem[], columnIds: readonly string[]): GridTable {
  const columns = useMemo(
    () => column.columns(columnIds.map((id) => column.accessor((item) => item.cell(id).text, { id, header: id }))),
    [columnIds],
  );
  const data = useMemo(() => [...items], [items]);
  return useTable(
    {
      features,
      columns,
      data,
      getRowId: (item) => item.id,
      /* Rows come and go while one types; a selection of rows that are gone is simply not drawn. */
      autoResetCellSelection: false,
      enableMultiCellRangeSelection: false,
    },
    () => null,
  );
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
