/** Where edits come from that nobody typed cell by cell. */
export const CHANGE_ORIGINS = [
  'last-year',
  'package',
  'printed-annexes',
  'workbook',
  'past-project',
  'proposal',
  'library',
] as const;

export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];
