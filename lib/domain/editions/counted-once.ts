import type { PublicEdition } from './edition.ts';

/**
 * The editions of a department that may be added up: of a year in which its own edition is published that one alone,
 * which holds its units' figures already; else those of its units.
 */
export function countedOnce<E extends Pick<PublicEdition, 'year' | 'departmentCode' | 'isMerged' | 'state'>>(
  editions: readonly E[],
): readonly E[] {
  const out = editions.filter(({ state }) => state === 'PUBLISHED');
  const yearOf = ({ departmentCode, year }: E) => `${departmentCode} ${year}`;
  const merged = new Set(out.filter(({ isMerged }) => isMerged).map(yearOf));
  return out.filter((edition) => edition.isMerged || !merged.has(yearOf(edition)));
}
