import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';

interface CellAt {
  readonly row: string;
  readonly column: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Picks a printed cell: by a click, by the focus of what is in it, or with Enter and the arrows on the page. */
export function usePickedCell() {
  const [picked, setPicked] = useState<CellAt | null>(null);
  const pick = (target: EventTarget) => {
    const found = target instanceof Element ? cellAt(target.closest<HTMLElement>('td[data-cell]')) : null;
    if (found) setPicked(found);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const step = STEPS[event.key];
    const page = event.currentTarget;
    if (picked === null) {
      if (event.key === 'Enter') setPicked(cellAt(page.querySelector<HTMLElement>('td[data-cell]')));
      return;
    }
    if (event.key === 'Escape') setPicked(null);
    if (!step) return;
    event.preventDefault();
    const next = neighbourOf(page, picked, step);
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setPicked(cellAt(next) ?? picked);
  };
  return {
    picked,
    drop: () => setPicked(null),
    handlers: {
      onClick: (event: MouseEvent<HTMLElement>) => pick(event.target),
      onFocus: (event: FocusEvent<HTMLElement>) => pick(event.target),
      onKeyDown,
    },
  };
}

/** A row's id may hold a stroke, a column's key never does. */
function cellAt(cell: HTMLElement | null | undefined): CellAt | null {
  const address = cell?.dataset.cell;
  if (!address) return null;
  const stroke = address.lastIndexOf('/');
  return { row: address.slice(0, stroke), column: address.slice(stroke + 1) };
}

function neighbourOf(page: HTMLElement, { row, column }: CellAt, [down, right]: readonly [number, number]) {
  const cell = page.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${row}/${column}`)}"]`);
  if (!cell) return null;
  const cells = [...page.querySelectorAll<HTMLElement>('td[data-cell]')];
  if (down === 0) return cells[cells.indexOf(cell) + right];
  const ofColumn = cells.filter((candidate) => cellAt(candidate)?.column === column);
  return ofColumn[ofColumn.indexOf(cell) + down];
}
