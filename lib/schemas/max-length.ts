/** Longest texts, in characters. */
export const MAX_LENGTH = {
  name: 200,
  label: 50,
  measure: 300,
  note: 500,
  paragraph: 4_000,
  sentence: 2_000,
  comment: 2_000,
} as const;
