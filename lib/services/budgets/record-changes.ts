import type { JsonValue } from '@/lib/db/canonical-json.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { RowWrite } from '@/lib/domain/budget/save-plan.ts';
import { CHANGE_ORIGINS, type ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import type { RecordedChange } from '@/lib/domain/workflow/history.ts';
import { type ChangeOrigins, encodeWire } from '@/lib/schemas/changes.ts';

/** Plain data as the audit log and digests hold it: amounts as decimal strings. */
export function recordable(value: unknown): JsonValue {
  return JSON.parse(encodeWire(value)) as JsonValue;
}

/** Old and new values of a save; of a row that was updated, those that changed alone. A deletion came from nowhere. */
export function recordedChanges(
  writes: readonly RowWrite[],
  profile: { readonly before: UnitProfile; readonly after: UnitProfile | null },
  origins: ChangeOrigins = {},
): readonly RecordedChange[] {
  const byKey = new Map(
    CHANGE_ORIGINS.flatMap((origin) => (origins[origin] ?? []).map((key) => [key, origin] as const)),
  );
  const rows = writes.map(({ collection, key, before, after }): RecordedChange => {
    const place = { collection, key };
    if (!after) return { op: 'delete', ...place, before: valuesOf(before), after: null };
    const origin = originOf(byKey.get(key));
    if (!before) return { op: 'insert', ...place, before: null, after: valuesOf(after), ...origin };
    return { op: 'update', ...place, ...changedValues(before, after), ...origin };
  });
  if (!profile.after) return rows;
  const origin = originOf(byKey.get('profile'));
  return [...rows, { op: 'profile', ...changedValues(profile.before, profile.after), ...origin }];
}

/** Typed values are recorded without a word on where they came from. */
function originOf(origin: ChangeOrigin | undefined): { readonly origin?: ChangeOrigin } {
  return origin ? { origin } : {};
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
