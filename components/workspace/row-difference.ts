import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';

/** Whether two values of a budget (rows, profiles, their fields) say the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(([name, value]) => name in b && sameContent(value, (b as Record<string, unknown>)[name]))
  );
}

/**
 * The change that turns one state of a row into another.
 *
 * @param from the row as it is, null where there is none
 * @param to the row as it shall be, null where there shall be none
 * @returns null when they are the same already
 */
export function rowDifference(collection: Collection, from: Row | null, to: Row | null): Change | null {
  if (from && to) {
    const before: Readonly<Record<string, unknown>> = { ...from };
    const changed = Object.entries(to).filter(([name, value]) => !sameContent(value, before[name]));
    if (changed.length === 0) return null;
    return { op: 'update', collection, key: to.key, fields: Object.fromEntries(changed) } as Change;
  }
  if (to) return { op: 'insert', collection, row: to } as Change;
  return from ? { op: 'delete', collection, key: from.key } : null;
}
