import type { AnnexDefinition, AnnexSet, ColumnDefinition, FieldDefinition } from '../definition.ts';
import type { AnnexEdits, AnnexSetEdits, ColumnEdits } from './annex-set-edits.ts';
import { rankedColumns } from './column-order.ts';

type EditsByKey = Readonly<Record<string, ColumnEdits>>;

/**
 * The built-in set as a bureau changed it, in the form that screens, documents and checks know. Annexes are numbered in
 * the order in which they are printed, so that leaving one out leaves no gap. Edits of what the set does not have say
 * nothing.
 */
export function applyAnnexSetEdits(base: AnnexSet, edits: AnnexSetEdits): AnnexSet {
  const { numberPrefix, unit = base.unit, rounding = base.rounding } = edits;
  return {
    ...base,
    unit,
    rounding,
    ...(numberPrefix !== undefined && { number: `${numberPrefix}{annex}` }),
    annexes: shownAnnexes(base, edits).map((annex, index) => ({
      ...editedAnnex(annex, edits.annexes[annex.id] ?? {}),
      id: `${index + 1}`,
    })),
  };
}

/** The built-in annexes that are printed, in printed order. */
export function shownAnnexes(base: AnnexSet, { shown }: AnnexSetEdits): readonly AnnexDefinition[] {
  if (shown === undefined) return base.annexes;
  return [...new Set(shown)].flatMap((id) => base.annexes.find((annex) => annex.id === id) ?? []);
}

/** One built-in annex as it was changed, under its own id still. */
export function editedAnnex(annex: AnnexDefinition, edits: AnnexEdits): AnnexDefinition {
  const {
    title = annex.title,
    style = annex.style,
    notes = annex.notes,
    columns = {},
    fields = {},
    columnOrder,
  } = edits;
  const unit = edits.unit ?? annex.unit;
  const head = { title, style, ...(notes && { notes }), ...(unit && { unit }) };
  const inOrder = <P extends string>(list: readonly ColumnDefinition<P>[]) =>
    editedColumns(columnOrder ? rankedColumns(list, columnOrder) : list, columns);
  switch (annex.rule) {
    case 'lines':
      return {
        ...{ ...annex, ...head },
        sides: annex.sides.map((side) => ({ ...side, columns: inOrder(side.columns) })),
      };
    case 'codeTree':
      return { ...annex, ...head, columns: inOrder(annex.columns) };
    case 'projects':
      return { ...annex, ...head, columns: inOrder(annex.columns) };
    case 'overallPerformance':
      return {
        ...{ ...annex, ...head },
        fields: editedFields(annex.fields, fields),
        columns: annex.columns.map((column) => changed(column, columns[column.key])),
      };
    case 'projectSheets':
      return {
        ...{ ...annex, ...head },
        fields: editedFields(annex.fields, fields),
        columns: annex.columns.map((column) => changed(column, columns[column.key])),
      };
  }
}

function editedColumns<P extends string>(
  columns: readonly ColumnDefinition<P>[],
  edits: EditsByKey,
): readonly ColumnDefinition<P>[] {
  return columns.map((column) => {
    if (!('children' in column)) return changed(column, edits[column.key]);
    const { label = column.label } = edits[column.key] ?? {};
    return { ...column, label, children: editedColumns(column.children, edits) };
  });
}

function editedFields<P extends string>(
  fields: readonly FieldDefinition<P>[],
  edits: EditsByKey,
): readonly FieldDefinition<P>[] {
  return fields.map((field) => changed(field, edits[field.key]));
}

function changed<C extends { readonly label: string }>(part: C, edits: ColumnEdits = {}): C {
  const { label = part.label, hidden } = edits;
  return { ...part, label, ...(hidden && { hidden }) };
}
