import type { AnnexDefinition, AnnexSet, NoteDefinition } from '../definition.ts';
import type { AnnexEdits, AnnexSetEdits, ColumnEdits } from './annex-set-edits.ts';
import { editedAnnex, shownAnnexes } from './apply-edits.ts';
import { movableKeys, neighbourOf } from './column-order.ts';
import { editableColumns, editableFields } from './editable-parts.ts';

/** Edits without what says the same as the built-in set: texts lose the blanks around them. */
export function tidyEdits(base: AnnexSet, edits: AnnexSetEdits): AnnexSetEdits {
  const { shown, unit, rounding } = edits;
  const numberPrefix = edits.numberPrefix?.trim();
  const annexes = base.annexes.flatMap((annex) => {
    const tidy = tidyAnnex(annex, edits.annexes[annex.id] ?? {});
    return Object.keys(tidy).length === 0 ? [] : [[annex.id, tidy] as const];
  });
  return {
    version: 1,
    ...(numberPrefix !== undefined && `${numberPrefix}{annex}` !== base.number && { numberPrefix }),
    ...(unit !== undefined && unit !== base.unit && { unit }),
    ...(rounding !== undefined && rounding !== base.rounding && { rounding }),
    ...(shown !== undefined && shown.join() !== base.annexes.map(({ id }) => id).join() && { shown }),
    annexes: Object.fromEntries(annexes),
  };
}

function tidyAnnex(annex: AnnexDefinition, edits: AnnexEdits): AnnexEdits {
  const { title, unit, style, notes, columns, columnOrder, fields } = edits;
  const ownOrder = movableKeys(editedAnnex(annex, { ...(columnOrder && { columnOrder }) }));
  const [ownTitle, ownNotes] = [title?.trim(), notes?.map((note) => ({ when: note.when, text: note.text.trim() }))];
  const [ownColumns, ownFields] = [
    tidyParts(editableColumns(annex), columns ?? {}),
    tidyParts(editableFields(annex), fields ?? {}),
  ];
  return {
    ...(ownTitle !== undefined && ownTitle !== annex.title && { title: ownTitle }),
    ...(unit !== undefined && unit !== annex.unit && { unit }),
    ...(style !== undefined && style !== annex.style && { style }),
    ...(ownNotes !== undefined && !sameNotes(ownNotes, annex.notes ?? []) && { notes: ownNotes }),
    ...(Object.keys(ownColumns).length > 0 && { columns: ownColumns }),
    ...(ownOrder.join() !== movableKeys(annex).join() && { columnOrder: ownOrder }),
    ...(Object.keys(ownFields).length > 0 && { fields: ownFields }),
  };
}

function tidyParts(
  parts: readonly { readonly key: string; readonly label: string }[],
  edits: Readonly<Record<string, ColumnEdits>>,
): Readonly<Record<string, ColumnEdits>> {
  const tidy = parts.flatMap(({ key, label }) => {
    const { label: written, hidden } = edits[key] ?? {};
    const own = written?.trim();
    const kept = { ...(own !== undefined && own !== label && { label: own }), ...(hidden && { hidden }) };
    return Object.keys(kept).length === 0 ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(tidy);
}

function sameNotes(some: readonly NoteDefinition[], others: readonly NoteDefinition[]): boolean {
  const asText = (notes: readonly NoteDefinition[]) => JSON.stringify(notes.map(({ when, text }) => [when, text]));
  return asText(some) === asText(others);
}

/** Changes one annex; `undefined` takes an edit back. */
export function changeAnnex(edits: AnnexSetEdits, id: string, change: AnnexEdits): AnnexSetEdits {
  return { ...edits, annexes: { ...edits.annexes, [id]: { ...edits.annexes[id], ...change } } };
}

/** Changes one column, heading (`columns`) or labelled value (`fields`). */
export function changePart(
  edits: AnnexSetEdits,
  id: string,
  list: 'columns' | 'fields',
  [key, change]: readonly [key: string, change: ColumnEdits],
): AnnexSetEdits {
  const parts = edits.annexes[id]?.[list] ?? {};
  return changeAnnex(edits, id, { [list]: { ...parts, [key]: { ...parts[key], ...change } } });
}

/** Prints a column, or a heading with all below it, one place further left (-1) or right (1); unchanged where it can't. */
export function moveColumn(annex: AnnexDefinition, edits: AnnexSetEdits, key: string, step: -1 | 1): AnnexSetEdits {
  const printed = editedAnnex(annex, edits.annexes[annex.id] ?? {});
  const other = neighbourOf(editableColumns(printed), key, step);
  if (other === null) return edits;
  const columnOrder = movableKeys(printed).map((each) => (each === key ? other : each === other ? key : each));
  return changeAnnex(edits, annex.id, { columnOrder });
}

/** Prints an annex one place earlier (-1) or later (1); unchanged at the ends and for one that is left out. */
export function moveAnnex(base: AnnexSet, edits: AnnexSetEdits, id: string, step: -1 | 1): AnnexSetEdits {
  const shown = shownAnnexes(base, edits).map((annex) => annex.id);
  const index = shown.indexOf(id);
  const other = shown[index + step];
  if (index < 0 || other === undefined) return edits;
  return { ...edits, shown: shown.map((each) => (each === id ? other : each === other ? id : each)) };
}

/** Leaves an annex out, or prints it again: after those that stand before it in the built-in set. */
export function showAnnex(base: AnnexSet, edits: AnnexSetEdits, id: string, isShown: boolean): AnnexSetEdits {
  const shown = shownAnnexes(base, edits).map((annex) => annex.id);
  if (!isShown) return { ...edits, shown: shown.filter((each) => each !== id) };
  if (shown.includes(id)) return edits;
  const order = base.annexes.map((annex) => annex.id);
  const place = shown.findLastIndex((each) => order.indexOf(each) < order.indexOf(id)) + 1;
  return { ...edits, shown: [...shown.slice(0, place), id, ...shown.slice(place)] };
}
