import type { JsonValue } from '@/lib/db/canonical-json.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { RowWrite } from '@/lib/domain/budget/save-plan.ts';
import type { RecordedChange } from '@/lib/domain/workflow/history.ts';
import { encodeWire } from '@/lib/schemas/changes.ts';

/** Plain data as the audit log and digests hold it: amounts as decimal strings. */
export function recordable(value: unknown): JsonValue {
  return JSON.parse(encodeWire(value)) as JsonValue;
}

/** Old and new values of a save; of a row that was updated, those that changed alone. */
export function recordedChanges(
  writes: readonly RowWrite[],
  profile: { readonly before: UnitProfile; readonly after: UnitProfile | null },
): readonly RecordedChange[] {
  const rows = writes.map(({ collection, key, before, after }): RecordedChange => {
    const place = { collection, key };
    if (!before || !after)
      return { op: before ? 'delete' : 'insert', ...place, before: valuesOf(before), after: valuesOf(after) };
    return { op: 'update', ...place, ...changedValues(before, after) };
  });
  return profile.after ? [...rows, { op: 'profile', ...changedValues(profile.before, profile.after) }] : rows;
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(row: object | null): Values | null {
  return row && { ...row };
}

function changedValues(before: object, after: object): { readonly before: Values; readonly after: Values } {
  const old: Values = { ...before };
  const names = Object.entries(after)
    .filter(([name, value]) => encodeWire(value) !== encodeWire(old[name]))
    .map(([name]) => name);
  const pick = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name]]));
  return { before: pick(old), after: pick({ ...after }) };
}
