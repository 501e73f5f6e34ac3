import { groupBy } from '../group-by.ts';
import { formatForEntry } from '../money/format.ts';
import { type ChangeReason, REASON_KIND_LABELS } from './change-reason.ts';

const PREFIX = 'reasons:';

/** Under what a verdict on the reasons for a figure's change stands, e.g. `reasons:function:2080505`. */
export function reasonsVerdictSubject(subject: string): string {
  return `${PREFIX}${subject}`;
}

/** The figure whose reasons a verdict is on; null: the verdict is on an explanation. */
export function figureOfVerdict(verdictSubject: string): string | null {
  return verdictSubject.startsWith(PREFIX) ? verdictSubject.slice(PREFIX.length) : null;
}

/**
 * The reasons for each figure in words, by the subject of their verdict: `人员增减 -30,000.00元 -3人 退休3人；…`. The
 * words differ exactly where kind, amount, people or text of one does, whatever the order: they tell whether reasons that
 * were judged still say the same.
 */
export function wordsOfReasons(reasons: readonly ChangeReason[]): ReadonlyMap<string, string> {
  const words = [...groupBy(reasons, ({ subject }) => subject)].map(
    ([subject, given]) => [reasonsVerdictSubject(subject), given.map(wordsOf).sort().join('；')] as const,
  );
  return new Map(words);
}

function wordsOf({ kind, amountFen, people, text }: ChangeReason): string {
  const parts = [
    REASON_KIND_LABELS[kind],
    amountFen === null ? '（未填金额）' : `${formatForEntry(amountFen, 'yuan')}元`,
    people === null ? '' : `${people > 0 ? '+' : ''}${people}人`,
    text.trim(),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Those of the refusals whose reasons still say what was refused; reasons that are gone don't. */
export function unchangedReasons<R extends { readonly subject: string; readonly explanation: string }>(
  refusals: readonly R[],
  reasons: readonly ChangeReason[],
): readonly R[] {
  const words = wordsOfReasons(reasons);
  return refusals.filter(({ subject, explanation }) => words.get(subject) === explanation);
}
