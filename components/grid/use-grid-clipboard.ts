'use client';

import type { ClipboardEvent } from 'react';
import { toClipboardText } from './clipboard-text.ts';
import type { CellArea, GridItem } from './grid-model.ts';
import { type GridTable, selectedArea } from './grid-table.ts';
import type { GridWriter, Pasted } from './grid-writer.ts';

/**
 * Copy, cut and paste as events of the grid: they need no permission and work on pages served over plain http. While a
 * cell is being edited the browser's own clipboard serves the text inside it.
 */
export function useGridClipboard(table: GridTable, items: readonly GridItem[], writer: GridWriter) {
  const copy = (event: ClipboardEvent): CellArea | null => {
    const area = selectedArea(table);
    if (isEditing(event.target) || !area) return null;
    const columns = table.getAllLeafColumns().slice(area.left, area.right + 1);
    const rows = items.slice(area.top, area.bottom + 1).filter(({ isNew }) => !isNew);
    event.preventDefault();
    const texts = rows.map((item) => columns.map(({ id }) => item.cell(id).text));
    event.clipboardData.setData('text/plain', toClipboardText(texts));
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
      void writer.paste(area, event.clipboardData.getData('text/plain')).then((pasted) => {
        if (pasted) selectPasted(table, area, pasted);
      });
    },
  };
}

/** Selects what was pasted; rows that are new get into the table with the next drawing, but are known by key. */
function selectPasted(table: GridTable, { left, right }: CellArea, { rowKeys, width }: Pasted): void {
  const columns = table.getAllLeafColumns();
  const anchorColumn = columns[left];
  const focusColumn = columns[Math.min(columns.length - 1, Math.max(right, left + width - 1))];
  const [first, last] = [rowKeys[0], rowKeys.at(-1)];
  if (first === undefined || last === undefined || !anchorColumn || !focusColumn) return;
  table.selectCellRange({
    anchorRowId: first,
    anchorColumnId: anchorColumn.id,
    focusRowId: last,
    focusColumnId: focusColumn.id,
  });
}

function isEditing(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.mode === 'edit';
}
