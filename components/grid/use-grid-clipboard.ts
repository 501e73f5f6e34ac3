'use client';

import type { ClipboardEvent } from 'react';
import { toClipboardHtml } from './clipboard-html.ts';
import { toClipboardText } from './clipboard-text.ts';
import type { CellArea, CellMarks, GridItem } from './grid-model.ts';
import { type GridTable, selectedArea } from './grid-table.ts';
import type { GridWriter, Pasted } from './grid-writer.ts';

interface ClipboardSource {
  readonly table: GridTable;
  readonly items: readonly GridItem[];
  readonly marks: CellMarks;
  readonly writer: GridWriter;
  /** The columns that stand beside what is typed, and those of figures. */
  readonly columns: readonly { readonly id: string; readonly aside?: boolean; readonly align?: string }[];
}

/**
 * Copy, cut and paste as events of the grid: they need no permission and work on pages served over plain http. While a
 * cell is being edited the browser's own clipboard serves the text inside it.
 */
export function useGridClipboard(source: ClipboardSource) {
  const { table, writer } = source;
  const copy = (event: ClipboardEvent): CellArea | null => {
    const area = selectedArea(table);
    if (isEditing(event.target) || !area) return null;
    event.preventDefault();
    const columns = source.columns.slice(area.left, area.right + 1);
    const rows = source.items.slice(area.top, area.bottom + 1).filter(({ kind }) => kind !== 'new');
    const cells = rows.map((item) => columns.map(({ id }) => item.cell(id, source.marks).text));
    const block = {
      cells,
      computedRows: positionsOf(rows, ({ kind }) => kind === 'group'),
      asideColumns: positionsOf(columns, ({ aside }) => aside === true),
      numberColumns: positionsOf(columns, ({ align }) => align === 'end'),
    };
    event.clipboardData.setData('text/plain', toClipboardText(cells));
    event.clipboardData.setData('text/html', toClipboardHtml(block));
    return area;
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      const area = copy(event);
      if (area) writer.clear(area);
    },
    onPaste: (event: ClipboardEvent) => {
      const area = selectedArea(table);
      if (isEditing(event.target) || !area) return;
      event.preventDefault();
      const { clipboardData } = event;
      const pasted = writer.paste(area, clipboardData.getData('text/plain'), clipboardData.getData('text/html'));
      if (pasted) selectPasted(table, area, pasted);
    },
  };
}

/** Selects what was pasted; rows that are new get into the table with the next drawing, but are known by key. */
function selectPasted(table: GridTable, { left, right }: CellArea, { rowKeys, lastColumnId }: Pasted): void {
  const columns = table.getAllLeafColumns();
  const reached = columns.findIndex(({ id }) => id === lastColumnId);
  const [anchorColumn, focusColumn] = [columns[left], columns[Math.max(right, reached)]];
  const [first, last] = [rowKeys[0], rowKeys.at(-1)];
  if (first === undefined || last === undefined || !anchorColumn || !focusColumn) return;
  table.selectCellRange({
    anchorRowId: first,
    anchorColumnId: anchorColumn.id,
    focusRowId: last,
    focusColumnId: focusColumn.id,
  });
}

function positionsOf<T>(list: readonly T[], holds: (entry: T) => boolean): readonly number[] {
  return list.flatMap((entry, position) => (holds(entry) ? [position] : []));
}

function isEditing(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.mode === 'edit';
}
