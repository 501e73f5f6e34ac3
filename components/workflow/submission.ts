import type { Finding, Place } from '@/lib/domain/checks/finding.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { type Situation, TRANSITIONS, type Transition, transitionsFrom } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** What a submission is about, and how it is done. */
export interface Submission {
  /** What the workflow's table is asked with: to the bureau, or to the unit's head first. */
  situation: Situation;
  unitName: string;
  year: number;
  versionNumber: number;
  /** In which round it would be, and whether it adjusts an approved budget. */
  stage: Pick<VersionSummary, 'round' | 'adjustment'>;
  /** What the checks find now, errors first. */
  findings: readonly Finding[];
  /** Keys of the findings that have an explanation. */
  explainedKeys: ReadonlySet<string>;
  revenueFen: Fen;
  expenditureFen: Fen;
  /** Of a draft that answers a return: how many of its remarks wait, and of these, how many are on what is unchanged. */
  returnedRemarks: { readonly open: number; readonly untouched: number };
  /** Opens the remarks. */
  onShowComments: () => void;
  /** Saves what is typed; false when something could not be saved. */
  flush: () => Promise<boolean>;
  submit: () => Promise<Answer<unknown>>;
  onSubmitted: () => void;
  onGo: (place: Place) => void;
  /** Opens the list of all findings. */
  onShowChecks: () => void;
}

/** 送审, or 送单位负责人确认, as the workflow's table offers it for the draft. */
export function submissionOffered(situation: Situation): Transition {
  const offered = transitionsFrom(situation).find(({ action }) => action === 'budget.submit');
  return offered ?? TRANSITIONS.submit;
}
