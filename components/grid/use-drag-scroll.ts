'use client';

import { type RefObject, useCallback } from 'react';
import type { GridTable } from './grid-table.ts';

/** Within so many pixels of an edge, and beyond it, a drag scrolls. */
const EDGE = 18;
const MAX_STEP = 40;

/**
 * Scrolls while a selection is dragged to an edge of the grid or past it, and extends the selection to what comes into
 * sight. The frozen head and columns are no edge: dragging onto them scrolls back.
 */
export function useDragScroll(table: GridTable, scroller: RefObject<HTMLDivElement | null>) {
  return useCallback(
    (event: React.MouseEvent) => {
      const element = scroller.current;
      if (event.button !== 0 || !element || !isCell(event.target)) return;
      const drag = new Drag(table, element);
      const onMove = (move: MouseEvent) => drag.moveTo(move.clientX, move.clientY);
      const onEnd = () => {
        drag.end();
        window.removeEventListener('mousemove', onMove);
        window.removeEventListener('mouseup', onEnd);
        window.removeEventListener('blur', onEnd);
      };
      window.addEventListener('mousemove', onMove);
      window.addEventListener('mouseup', onEnd);
      window.addEventListener('blur', onEnd);
    },
    [table, scroller],
  );
}

class Drag {
  readonly #table: GridTable;
  readonly #scroller: HTMLElement;
  #pointer = { x: 0, y: 0 };
  #frame: number | null = null;

  constructor(table: GridTable, scroller: HTMLElement) {
    this.#table = table;
    this.#scroller = scroller;
  }

  moveTo(x: number, y: number): void {
    this.#pointer = { x, y };
    if (this.#frame === null && this.#speed()) this.#frame = requestAnimationFrame(this.#scroll);
  }

  end(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  readonly #scroll = (): void => {
    this.#frame = null;
    const speed = this.#speed();
    if (!speed) return;
    this.#scroller.scrollBy(speed.x, speed.y);
    this.#extend();
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  /** Pixels for a frame, the more the further the pointer is outside; null where it is inside. */
  #speed(): { readonly x: number; readonly y: number } | null {
    const { top, left, bottom, right } = bodyBox(this.#scroller);
    const x = beyond(this.#pointer.x, left, right);
    const y = beyond(this.#pointer.y, top, bottom);
    return x === 0 && y === 0 ? null : { x, y };
  }

  /** Extends to the cell in sight that is nearest to the pointer. */
  #extend(): void {
    const { top, left, bottom, right } = bodyBox(this.#scroller);
    const x = Math.max(left + 2, Math.min(right - 2, this.#pointer.x));
    const y = Math.max(top + 2, Math.min(bottom - 2, this.#pointer.y));
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
    const row = cell?.closest<HTMLElement>('[data-row]');
    const range = this.#table.atoms.cellSelection.get().at(-1);
    const { column: columnId } = cell?.dataset ?? {};
    const { row: rowId } = row?.dataset ?? {};
    if (!range || columnId === undefined || rowId === undefined) return;
    if (range.focusRowId === rowId && range.focusColumnId === columnId) return;
    this.#table.selectCellRange({
      anchorRowId: range.anchorRowId,
      anchorColumnId: range.anchorColumnId,
      focusRowId: rowId,
      focusColumnId: columnId,
    });
  }
}

function beyond(at: number, low: number, high: number): number {
  if (at < low + EDGE) return -Math.min(MAX_STEP, Math.ceil((low + EDGE - at) / 3));
  return at > high - EDGE ? Math.min(MAX_STEP, Math.ceil((at - high + EDGE) / 3)) : 0;
}

/** What is seen of the body: without the frozen head and columns, and without scroll bars. */
function bodyBox(scroller: HTMLElement) {
  const box = scroller.getBoundingClientRect();
  const head = scroller.querySelector<HTMLElement>('[data-head]');
  const frozen = [...scroller.querySelectorAll<HTMLElement>('[data-head] [role="columnheader"][data-frozen]')].at(-1);
  return {
    top: Math.max(box.top, head?.getBoundingClientRect().bottom ?? box.top),
    left: Math.max(box.left, frozen && scroller.scrollLeft > 0 ? frozen.getBoundingClientRect().right : box.left),
    bottom: box.top + scroller.clientHeight,
    right: box.left + scroller.clientWidth,
  };
}

function isCell(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-column]') !== null;
}
