import type { Collection } from '../budget/budget.ts';
import type { ChangeOrigin } from './change-origin.ts';
import type { HistoryEntry, RecordedChange, RecordedValues } from './history.ts';

/** A row of a list, or (with `collection` null) the profile, whose `rowKey` is of no account. */
export interface RowPlace {
  readonly collection: Collection | null;
  readonly rowKey: string;
}

/** Who did something, when, and in which version. */
export type Deed = Pick<HistoryEntry, 'id' | 'at' | 'actorName' | 'role' | 'versionNumber'>;

/** What a save did to the row. */
export interface RowSave extends Deed {
  readonly change: RecordedChange;
}

/** An act that wrote all of a draft at once, and of single rows nothing. */
export interface WholeWriting extends Deed {
  readonly action: 'budget.created' | 'budget.imported';
}

/**
 * `began`: the row came with all of the draft; `added`: it was entered; `restored`: it had been removed before; `moved`:
 * nothing but its place changed; `replaced`: the whole draft was written anew, which a row does not outlast.
 */
export type RowAct = 'began' | 'added' | 'changed' | 'moved' | 'removed' | 'restored' | 'replaced';

/** A field by its name, within an object as a path: `narrative.duties`. Undefined: there was no row. */
export interface RowFieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One line of a row's history. */
export interface RowHistoryEntry extends Deed {
  readonly act: RowAct;
  readonly origin: ChangeOrigin | null;
  readonly fields: readonly RowFieldChange[];
}

export interface RowHistoryPage {
  /** Newest first. */
  readonly entries: readonly RowHistoryEntry[];
  /** Where the next page begins, null when this is the last. */
  readonly next: string | null;
}

/** What is known of a row on one page of its history. */
export interface RowRecords {
  /** The saves that touched it, newest first. */
  readonly saves: readonly RowSave[];
  /** The save before these, which the next page begins with; null: this page is the last. */
  readonly older: RowSave | null;
  /** The writings of the whole draft, newest first; on a later page those older than the pages before. */
  readonly writings: readonly WholeWriting[];
  /** Number of the first version that has the row, null where none has it. */
  readonly firstVersion: number | null;
}

/**
 * The history of one row over all versions of its budget, newest first.
 *
 * @returns entries with all fields of an addition or a removal, and of a change those that changed
 */
export function rowHistory(place: RowPlace, records: RowRecords): readonly RowHistoryEntry[] {
  const { saves, older } = records;
  const entries = saves.map((save, index) => entryOf(save, saves[index + 1] ?? older));
  const oldest = saves.at(-1) ?? null;
  const writings = older ? records.writings.filter((one) => isLater(one, oldest)) : records.writings;
  const wholes = place.collection === null ? ofProfile(writings, records) : ofRow(writings, records);
  return [...entries, ...wholes].toSorted((a, b) => (isLater(b, a) ? 1 : -1));
}

/** Of a row's history, what concerns one of its fields: coming and going of the row with this field alone. */
export function fieldHistory(entries: readonly RowHistoryEntry[], field: string): readonly RowHistoryEntry[] {
  return entries.flatMap((one) => {
    if (one.act === 'began' || one.act === 'replaced') return [one];
    const fields = one.fields.filter((changed) => changed.field === field);
    return fields.length > 0 ? [{ ...one, fields }] : [];
  });
}

function entryOf({ change, ...deed }: RowSave, older: RowSave | null): RowHistoryEntry {
  const fields = fieldChanges(change.before, change.after);
  return { ...deed, act: actOf(change, fields, older), origin: change.origin ?? null, fields };
}

function actOf({ op }: RecordedChange, fields: readonly RowFieldChange[], older: RowSave | null): RowAct {
  if (op === 'delete') return 'removed';
  if (op === 'insert') return older?.change.op === 'delete' ? 'restored' : 'added';
  return fields.every(({ field }) => field === 'position') ? 'moved' : 'changed';
}

/** What differs, `key` left out: it never does. */
function fieldChanges(before: RecordedValues | null, after: RecordedValues | null): readonly RowFieldChange[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => field !== 'key')
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Values by path: those within objects (the narrative's words) one by one, lists as they are. */
function flat(values: RecordedValues | null, prefix = ''): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(values ?? {})) {
    const path = `${prefix}${name}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) found.set(path, value);
    else for (const [inner, within] of flat(value as RecordedValues, `${path}.`)) found.set(inner, within);
  }
  return found;
}

/** The profile outlasts every writing of the draft, with other values. */
function ofProfile(writings: readonly WholeWriting[], all: RowRecords): readonly RowHistoryEntry[] {
  const first = all.writings.at(-1);
  return writings.map((one) =>
    entry(one, one === first ? 'began' : 'replaced', one.action === 'budget.imported' ? 'package' : null),
  );
}

function ofRow(writings: readonly WholeWriting[], records: RowRecords): readonly RowHistoryEntry[] {
  const { saves, older } = records;
  const start = older ? null : beginningOf(records);
  const since = start ?? saves.at(-1);
  if (!since) return [];
  const later = writings.filter((one) => isLater(one, since));
  const replacing = later.filter((one) => isPresentBefore(one, saves, later));
  return [
    ...replacing.map((one) => entry(one, 'replaced', 'package')),
    ...(start ? [entry(start, 'began', start.action === 'budget.imported' ? 'package' : 'last-year')] : []),
  ];
}

/** The writing of the draft that brought a row which no save added; null for one that was added, and one unknown. */
function beginningOf({ saves, writings, firstVersion }: RowRecords): WholeWriting | null {
  const oldest = saves.at(-1);
  if (oldest?.change.op === 'insert') return null;
  if (oldest) return writings.find((one) => isLater(oldest, one)) ?? null;
  if (firstVersion === null) return null;
  return writings.find(({ versionNumber }) => versionNumber !== null && versionNumber <= firstVersion) ?? null;
}

/** Whether the row was there when the draft was written anew: nothing before had ended it already. */
function isPresentBefore(one: WholeWriting, saves: readonly RowSave[], writings: readonly WholeWriting[]): boolean {
  const save = saves.find((candidate) => isLater(one, candidate)) ?? null;
  if (writings.some((other) => isLater(one, other) && isLater(other, save))) return false;
  return save?.change.op !== 'delete';
}

function entry({ action: _, ...deed }: WholeWriting, act: RowAct, origin: ChangeOrigin | null): RowHistoryEntry {
  return { ...deed, act, origin, fields: [] };
}

/** Whether something happened after something else; what is null was before everything. */
function isLater(one: Deed, other: Deed | null): boolean {
  return other === null || BigInt(one.id) > BigInt(other.id);
}
