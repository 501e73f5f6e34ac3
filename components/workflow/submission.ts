import type { Finding, Place } from '@/lib/domain/checks/finding.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** What a submission is about, and how it is done. */
export interface Submission {
  unitName: string;
  year: number;
  versionNumber: number;
  /** What the checks find now, errors first. */
  findings: readonly Finding[];
  /** Keys of the findings that have an explanation. */
  explainedKeys: ReadonlySet<string>;
  revenueFen: Fen;
  expenditureFen: Fen;
  /** Saves what is typed; false when something could not be saved. */
  flush: () => Promise<boolean>;
  submit: () => Promise<Answer<unknown>>;
  onSubmitted: () => void;
  onGo: (place: Place) => void;
  /** Opens the list of all findings. */
  onShowChecks: () => void;
}
