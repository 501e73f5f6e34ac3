import type { Suggestion } from './grid-model.ts';

/** A choice with what it is found by. */
export interface Choice extends Suggestion {
  /** Words in Chinese whose pinyin initials find it too. */
  readonly words: string;
}

/** As many as anybody looks through. */
export const MAX_SHOWN = 40;
const LETTERS = /^[a-z]+$/i;

/**
 * Finds choices by the beginning of their value (a code), by any part of their words, or by pinyin initials. Pinyin is
 * loaded when letters are first typed.
 */
export function findChoices(
  choices: readonly Choice[],
  typed: string,
): readonly Suggestion[] | Promise<readonly Suggestion[]> {
  const found = matchChoices(choices, typed);
  return found instanceof Promise ? found.then((list) => list.slice(0, MAX_SHOWN)) : found.slice(0, MAX_SHOWN);
}

/** All that match, the likeliest first. */
export function matchChoices(
  choices: readonly Choice[],
  typed: string,
): readonly Choice[] | Promise<readonly Choice[]> {
  const query = typed.normalize('NFKC').trim();
  if (query === '') return choices;
  if (LETTERS.test(query)) return matchInitials(choices, query.toLowerCase());
  const first = choices.filter(({ value, words }) => value.startsWith(query) || words.startsWith(query));
  const found = new Set(first);
  const others = choices.filter((choice) => !found.has(choice) && choice.words.includes(query));
  return [...first, ...others];
}

async function matchInitials(choices: readonly Choice[], letters: string): Promise<readonly Choice[]> {
  const { pinyin } = await import('pinyin-pro');
  const initialsOf = (words: string): string => {
    const known = initials.get(words);
    if (known !== undefined) return known;
    const found = pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
    initials.set(words, found);
    return found;
  };
  const ranked = choices.map((choice) => ({ choice, at: initialsOf(choice.words).indexOf(letters) }));
  return ranked
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .map(({ choice }) => choice);
}

const initials = new Map<string, string>();
