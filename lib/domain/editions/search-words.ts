/** More words than these nobody types; each one costs a look at every name. */
const MOST_WORDS = 8;

/** A text as searches compare it: full-width letters and digits as ordinary ones, capitals as small ones. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words that somebody looks for, folded; all of them have to be found. */
export function searchWords(typed: string): readonly string[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * The projects for which a search found an edition: those with all words in their names; where words stand in the name of
 * the unit or its department too, those with all the other words.
 */
export function foundProjects(
  projectNames: readonly string[],
  words: readonly string[],
  ownerNames: readonly string[],
): readonly string[] {
  if (words.length === 0) return [];
  const holding = (wanted: readonly string[]) =>
    projectNames.filter((name) => wanted.every((word) => folded(name).includes(word)));
  const whole = holding(words);
  if (whole.length > 0) return whole;
  const owners = ownerNames.map(folded);
  const others = words.filter((word) => !owners.some((owner) => owner.includes(word)));
  return others.length === 0 ? [] : holding(others);
}
