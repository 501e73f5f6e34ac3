const GRAM = 3;

/** Texts shorter than this say too little to be compared: two short titles are soon alike. */
const MIN_GRAMS = 12;

/**
 * The distinct runs of three characters of a text, blanks and punctuation left out: words are not separated in Chinese,
 * and overlapping runs tell texts apart without a dictionary.
 */
export function gramsOf(text: string): ReadonlySet<string> {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const grams = new Set<string>();
  for (let index = 0; index + GRAM <= characters.length; index += 1) {
    grams.add(characters.slice(index, index + GRAM).join(''));
  }
  return grams;
}

/**
 * How much two texts have in common, from 0 to 1: the mean of what they share of both together (Jaccard) and what they
 * share of the shorter (containment), so that a copy within a longer text counts and a few common phrases do not.
 *
 * @returns 0 where one of them is too short to be compared
 */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size < MIN_GRAMS) return 0;
  let shared = 0;
  for (const gram of shorter) if (longer.has(gram)) shared += 1;
  return (shared / (a.size + b.size - shared) + shared / shorter.size) / 2;
}
