import { type Choice, MAX_SHOWN, matchChoices } from '@/components/grid/find-choices.ts';
import type { Suggestion } from '@/components/grid/grid-model.ts';

/** Codes that are likelier than the others, for one cell. */
export interface LikelyCodes {
  /** What the other code of the line goes with. */
  readonly paired: readonly string[];
  /** What was chosen in this browser of late, the latest first. */
  readonly recent: readonly string[];
  /** What the unit used last year. */
  readonly lastYear: readonly string[];
}

const HEADINGS = [
  ['paired', '对应科目'],
  ['recent', '最近使用'],
  ['lastYear', '上年使用'],
] as const;

const OTHERS = '全部科目';

/** The codes that match what has been typed: the likely ones first, each under the first heading it belongs to. */
export function suggestLikely(
  choices: readonly Choice[],
  typed: string,
  likely: LikelyCodes,
): readonly Suggestion[] | Promise<readonly Suggestion[]> {
  const found = matchChoices(choices, typed);
  return found instanceof Promise ? found.then((all) => rank(all, typed, likely)) : rank(found, typed, likely);
}

function rank(found: readonly Choice[], typed: string, likely: LikelyCodes): readonly Suggestion[] {
  const open = new Map(found.map((choice) => [choice.value, choice]));
  const ranked: Suggestion[] = [];
  const take = (codes: readonly string[], heading?: string) => {
    for (const code of codes) {
      const choice = open.get(code);
      if (!choice) continue;
      open.delete(code);
      ranked.push({ value: choice.value, label: choice.label, detail: choice.detail, heading });
    }
  };
  /* A whole name is meant as it is, however seldom its code is used. */
  take(found.filter(({ words }) => words === typed.trim()).map(({ value }) => value));
  for (const [kind, heading] of HEADINGS) take(likely[kind], heading);
  const hasLikely = ranked.length > 0;
  take([...open.keys()].slice(0, Math.max(0, MAX_SHOWN - ranked.length)), hasLikely ? OTHERS : undefined);
  return ranked;
}
