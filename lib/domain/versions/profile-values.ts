import type { UnitProfile } from '../budget/profile.ts';

/** A difference of one field of the profile, named by its path, e.g. `narrative.duties`. */
export interface ProfileDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of a profile that differ, in its order. */
export function profileDifferences(before: UnitProfile, after: UnitProfile): readonly ProfileDifference[] {
  const old = new Map(valuesBelow('', before));
  return valuesBelow('', after)
    .map(([path, value]) => ({ path, before: old.get(path), after: value }))
    .filter((difference) => !isSame(difference.before, difference.after));
}

/** The values at the ends of the record's branches; a list is one value. */
function valuesBelow(path: string, record: object): readonly (readonly [path: string, value: unknown])[] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? valuesBelow(`${path}${name}.`, value)
      : [[`${path}${name}`, value] as const],
  );
}

function isSame(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) return JSON.stringify(before) === JSON.stringify(after);
  return before === after;
}
