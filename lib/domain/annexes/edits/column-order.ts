import type { AnnexDefinition, ColumnDefinition } from '../definition.ts';
import { type EditablePart, editableColumns, isMovable } from './editable-parts.ts';

/** The columns with their places as a bureau ordered them; those that the order does not name come last of their kind. */
export function rankedColumns<P extends string>(
  columns: readonly ColumnDefinition<P>[],
  order: readonly string[],
): readonly ColumnDefinition<P>[] {
  const placeOf = new Map(order.map((key, place) => [key, place]));
  return ranked(columns, ({ key }) => placeOf.get(key) ?? Number.POSITIVE_INFINITY);
}

function ranked<P extends string>(
  columns: readonly ColumnDefinition<P>[],
  place: (column: ColumnDefinition<P>) => number,
): readonly ColumnDefinition<P>[] {
  const places = columns.flatMap((column, index) => (isMovable(column) ? [index] : []));
  // A stable order: equal places stay as they were
  const ordered = columns.filter(isMovable).sort((a, b) => compare(place(a), place(b)));
  return columns.map((column, index) => {
    const rank = places[ordered.indexOf(column)];
    const moved = rank === undefined || rank === index ? column : { ...column, rank };
    return 'children' in moved ? { ...moved, children: ranked(moved.children, place) } : moved;
  });
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The key of the column that one would change places with; null at the ends, and for one that keeps its place. */
export function neighbourOf(parts: readonly EditablePart[], key: string, step: -1 | 1): string | null {
  const own = parts.find((part) => part.key === key);
  if (!own?.movable) return null;
  const beside = parts.filter(({ movable, side, parent }) => movable && side === own.side && parent === own.parent);
  return beside[beside.indexOf(own) + step]?.key ?? null;
}

/** Keys of an annex's columns that can be moved, from left to right, a heading before its columns. */
export function movableKeys(annex: AnnexDefinition): readonly string[] {
  return editableColumns(annex).flatMap(({ key, movable }) => (movable ? [key] : []));
}
