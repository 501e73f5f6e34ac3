import { inPrintedOrder } from '../columns.ts';
import type { AnnexDefinition, ColumnDefinition, FieldDefinition, Template } from '../definition.ts';

/** A column, a heading over several, or a labelled value, as an editor lists it. */
export interface EditablePart {
  readonly key: string;
  readonly label: Template;
  /** How many headings it stands under. */
  readonly depth: number;
  readonly kind: 'heading' | 'amount' | 'text';
  /** Of a column: the list (side) it stands in. */
  readonly side: number;
  /** Key of the heading it stands under; null at the top. */
  readonly parent: string | null;
  /** Whether it may change places with those beside it. */
  readonly movable: boolean;
  /** Without it nobody could tell the rows apart, or it is what the checks between annexes rest on. */
  readonly alwaysShown: boolean;
}

/** What says which row it is: codes and names, and what an indicator is. */
const TELLS_ROWS_APART: readonly string[] = [
  ...['code', 'name', 'codeClass', 'codeGroup', 'codeItem', 'label', 'number'],
  ...['level1', 'level2', 'level3', 'value'],
];

/** Columns and headings of an annex from left to right, a heading before its columns. */
export function editableColumns(annex: AnnexDefinition): readonly EditablePart[] {
  const sides = annex.rule === 'lines' ? annex.sides.map(({ columns }) => columns) : [annex.columns];
  return sides.flatMap((columns, side) => partsOf(columns, { side, depth: 0, parent: null }));
}

function partsOf(
  columns: readonly ColumnDefinition<string>[],
  place: Pick<EditablePart, 'side' | 'depth' | 'parent'>,
): readonly EditablePart[] {
  return inPrintedOrder(columns).flatMap((column): readonly EditablePart[] => {
    const { key, label } = column;
    const movable = isMovable(column);
    if ('children' in column) {
      const below = { side: place.side, depth: place.depth + 1, parent: key };
      const heading = { ...place, key, label, kind: 'heading', movable, alwaysShown: true } as const;
      return [heading, ...partsOf(column.children, below)];
    }
    if ('sums' in column) return [{ ...place, key, label, kind: 'amount', movable, alwaysShown: false }];
    return [{ ...place, key, label, kind: 'text', movable, alwaysShown: TELLS_ROWS_APART.includes(column.prints) }];
  });
}

/** A column of amounts, or a heading over such alone: what tells the rows apart stays before them. */
export function isMovable(column: ColumnDefinition<string>): boolean {
  return 'children' in column ? column.children.every(isMovable) : 'sums' in column;
}

/** The labelled values above the columns; none where the annex has none. */
export function editableFields(annex: AnnexDefinition): readonly EditablePart[] {
  if (!('fields' in annex)) return [];
  const fields: readonly FieldDefinition<string>[] = annex.fields;
  return fields.map((field) => ({
    ...{ key: field.key, label: field.label, depth: 0, side: 0, parent: null, movable: false },
    kind: 'sums' in field ? 'amount' : 'text',
    alwaysShown: 'sums' in field || field.prints === 'name' || field.prints === 'organisation',
  }));
}
