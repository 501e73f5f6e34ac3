import type { ControlItem } from '@/lib/domain/budget/control-figure.ts';
import type { ControlTrailEntry } from '@/lib/domain/workflow/control-trail.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { FigurePlace } from './control-rows.ts';

/** A unit that has sent its budget and plans more than it may now. */
export interface ExceedingUnit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly budgetId: string;
}

export interface IssueOutcome {
  readonly count: number;
  readonly unitCount: number;
  readonly exceeding: readonly ExceedingUnit[];
}

/** Amounts travel as decimal strings of fen. */
interface IssuedChange extends FigurePlace {
  item: ControlItem;
  amountFen: string | null;
  seenFen: string | null;
}

export type IssueFigures = (input: {
  year: number;
  note: string;
  changes: IssuedChange[];
}) => Promise<Answer<IssueOutcome>>;

export type ReadTrail = (input: { unitId: string; year: number }) => Promise<Answer<readonly ControlTrailEntry[]>>;
