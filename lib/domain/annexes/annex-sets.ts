import { CHONGQING } from './chongqing/annex-set.ts';
import type { AnnexSet } from './definition.ts';

/** Every set the product knows; the fiscal year's settings name one by its id. */
const ANNEX_SETS: readonly AnnexSet[] = [CHONGQING];

/**
 * @param id e.g. `chongqing`
 * @throws RangeError for an id that no set bears: settings are checked before they are stored
 */
export function annexSetById(id: string): AnnexSet {
  const set = ANNEX_SETS.find((candidate) => candidate.id === id);
  if (!set) throw new RangeError(`no annex set ${id}`);
  return set;
}
