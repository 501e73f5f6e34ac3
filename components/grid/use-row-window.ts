'use client';

import { useSelector } from '@tanstack/react-store';
import type { CellSelectionRange } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { ROW_HEIGHT } from './grid-layout.ts';
import type { GridTable } from './grid-table.ts';

/** The rows that are drawn: those in sight, and always the active one, or scrolling would take its input away. */
export function useRowWindow(table: GridTable, count: number, scroller: RefObject<HTMLDivElement | null>) {
  const range = useSelector(table.atoms.cellSelection, (ranges) => ranges.at(-1));
  const { rowsById } = table.getRowModel();
  const activeIndex = range ? (rowsById[range.anchorRowId]?.index ?? -1) : -1;
  const focusIndex = range ? (rowsById[range.focusRowId]?.index ?? -1) : -1;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    initialRect: { width: 1000, height: 600 },
    scrollPaddingStart: 2 * ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isDrawn = activeIndex < 0 || activeIndex >= count || indexes.includes(activeIndex);
      return isDrawn ? indexes : [...indexes, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (focusIndex >= 0) virtualizer.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focusIndex, virtualizer]);
  useEffect(() => {
    if (range) showCell(scroller.current, range);
  }, [range, scroller]);
  return { virtualizer, activeId: range?.anchorRowId };
}

/** Scrolls sideways, and the page around a grid that is as high as its rows, to where the selection now ends. */
function showCell(scroller: HTMLElement | null, range: CellSelectionRange): void {
  const { anchorRowId, anchorColumnId, focusRowId, focusColumnId } = range;
  const isSingle = anchorRowId === focusRowId && anchorColumnId === focusColumnId;
  const shown = isSingle ? '[data-active]' : `[data-heading="${CSS.escape(focusColumnId)}"]`;
  scroller?.querySelector(shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
