/** What a reviewer thinks of an explanation. */
export const VERDICTS = ['ACCEPTED', 'REFUSED'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A reviewer's verdict on an explanation of the version that is shown. */
export interface ExplanationVerdict {
  /** A finding's key, or `reasons:` and the subject of reasons. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Why it was refused; blank of an acceptance. */
  readonly text: string;
  readonly byName: string;
  readonly at: string;
}

/** An explanation, or the reasons for a change, that were refused in the version before this one. */
export interface RefusedExplanation {
  readonly subject: string;
  /** What was refused. */
  readonly explanation: string;
  /** Why. */
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
}

interface Explained {
  readonly explanations: readonly { readonly findingKey: string; readonly text: string }[];
  readonly refusals: readonly Pick<RefusedExplanation, 'subject' | 'explanation'>[];
}

/** The findings that are explained; an explanation that was refused counts again only once it says something else. */
export function explainedKeysOf({ explanations, refusals }: Explained): ReadonlySet<string> {
  const refused = new Map(refusals.map(({ subject, explanation }) => [subject, explanation.trim()]));
  return new Set(
    explanations
      .filter(({ findingKey, text }) => refused.get(findingKey) !== text.trim())
      .map(({ findingKey }) => findingKey),
  );
}

/** Those verdicts whose subject says in one version, blanks around it aside, what it says in another. */
export function sayingTheSame<V extends { readonly subject: string }>(
  verdicts: readonly V[],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly V[] {
  return verdicts.filter(({ subject }) => {
    const said = before.get(subject);
    return said !== undefined && said.trim() === after.get(subject)?.trim();
  });
}

/** How far the explanations of a version are judged. */
export interface JudgingProgress {
  readonly total: number;
  readonly accepted: number;
  readonly refused: number;
  readonly open: number;
}

/** Counts verdicts on the subjects that there are; one on a subject that is gone does not count. */
export function judgingProgress(
  subjects: readonly string[],
  verdicts: readonly Pick<ExplanationVerdict, 'subject' | 'verdict'>[],
): JudgingProgress {
  const distinct = new Set(subjects);
  const given = verdicts.filter(({ subject }) => distinct.has(subject));
  const accepted = given.filter(({ verdict }) => verdict === 'ACCEPTED').length;
  const refused = given.length - accepted;
  return { total: distinct.size, accepted, refused, open: distinct.size - given.length };
}
