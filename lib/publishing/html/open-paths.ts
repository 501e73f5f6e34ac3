import type { EditionFileSummary, PublicEdition } from '@/lib/domain/editions/edition.ts';

/** Addresses of the public pages below the site, ready for an attribute. */

type EditionPlace = Pick<PublicEdition, 'year' | 'unitCode' | 'number'>;

export const INDEX_PATH = '/open';

/** The list of a year. */
export function yearPath(year: number): string {
  return `${INDEX_PATH}?year=${year}`;
}

export function departmentPath({ departmentCode }: Pick<PublicEdition, 'departmentCode'>): string {
  return `/open/departments/${departmentCode}`;
}

/** The edition that holds of a unit's year. */
export function unitYearPath({ year, unitCode }: Pick<PublicEdition, 'year' | 'unitCode'>): string {
  return `/open/${year}/${unitCode}`;
}

export function editionPath({ year, unitCode, number }: EditionPlace): string {
  return `/open/${year}/${unitCode}/${number}`;
}

export function annexPath(edition: EditionPlace, annex: string): string {
  return `${editionPath(edition)}/annexes/${annex}`;
}

export function filePath(edition: EditionPlace, { name }: Pick<EditionFileSummary, 'name'>): string {
  return `${editionPath(edition)}/files/${encodeURIComponent(name)}`;
}
