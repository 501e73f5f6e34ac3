import type { AnnexSetRef } from '../annexes/edits/annex-set-edits.ts';
import type { Rounding } from '../annexes/rounding.ts';
import type { Budget, Collection, RowOf } from '../budget/budget.ts';
import type { Row } from '../budget/row.ts';
import type { CheckSettings, Section } from '../checks/finding.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Action } from './permissions.ts';
import type { ExplanationVerdict } from './refused-explanations.ts';
import type { Role } from './roles.ts';
import type { UnitRound } from './round.ts';
import type { Situation, VersionState } from './transitions.ts';

/** One numbered version of a budget, without its rows. Times are ISO 8601 in UTC. */
export interface VersionSummary {
  readonly id: string;
  readonly number: number;
  readonly state: VersionState;
  /** Counts every save; a state change names the one it was decided on. */
  readonly contentRevision: number;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly submittedByName: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decisionComment: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedByName: string | null;
  /** When somebody of the bureau first looked at the submission, null: not yet. */
  readonly openedAt: string | null;
  readonly openedByName: string | null;
  /** Of a returned version: the sections to be mended; empty: all. */
  readonly returnedSections: readonly Section[];
  /** Of a draft: the sections that stay as they were returned. */
  readonly lockedSections: readonly Section[];
  /** 0: of the yearly round; n: the n-th adjustment (预算调整). */
  readonly adjustment: number;
  readonly adjustmentReason: string | null;
  /** Null where its year has no rounds, and of an adjustment. */
  readonly round: UnitRound | null;
}

/** What a save must name: the revision of each row it touches, as it was when it was read. */
export interface Revisions {
  readonly rows: Readonly<Record<string, number>>;
  readonly profile: number;
  readonly content: number;
}

/** A row that somebody else changed (or deleted: `theirs` null) since it was read. */
export type RowConflict = {
  [C in Collection]: {
    readonly collection: C;
    readonly key: string;
    readonly theirs: RowOf<C> | null;
    readonly revision: number;
    /** Who saved the row last, where it is known. */
    readonly savedByName: string | null;
  };
}[Collection];

/** A remark on a row, on a cell of an annex, or on the whole where both are null. */
export interface ReviewComment {
  readonly id: string;
  readonly versionNumber: number;
  readonly parentId: string | null;
  readonly collection: Collection | null;
  readonly rowKey: string | null;
  readonly field: string | null;
  /** The annex, and of it the row and column, that a remark on a printed cell is on. */
  readonly annex: string | null;
  readonly annexRow: string | null;
  readonly annexColumn: string | null;
  readonly text: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly authorRole: Role;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
}

/** The clerk's explanation of a warning, by the finding's key. */
export interface FindingExplanation {
  readonly findingKey: string;
  readonly text: string;
  readonly authorName: string;
  readonly updatedAt: string;
}

/** All that a screen needs to show one version of a budget: lists, totals, checks and annexes follow from it. */
export interface BudgetWorkspace extends Surroundings {
  readonly budgetId: string;
  readonly unitId: string;
  readonly budget: Budget;
  readonly revisions: Revisions;
  readonly version: VersionSummary;
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  readonly comments: readonly ReviewComment[];
  /** By remark that was open at the return before: the rows it is about, as they were returned. */
  readonly returnedRows: Readonly<Record<string, readonly Row[]>>;
  readonly explanations: readonly FindingExplanation[];
  readonly verdicts: readonly ExplanationVerdict[];
  readonly edition: ClassificationEdition;
  readonly settings: CheckSettings;
  /** How the year's annexes are drawn: the set, and the custom of rounding. */
  readonly annexSetRef: AnnexSetRef;
  readonly rounding: Rounding;
  /** Whether the unit's head confirms its submissions. */
  readonly confirmationRequired: boolean;
  /** Whether the newest version is one of 一上 that was accepted, and a later round is open. */
  readonly nextRoundOpen: boolean;
  /** Who looks at it. */
  readonly actorId: string;
  /** What the actor may do to this budget by right; the state of the version may still forbid it. */
  readonly permittedActions: readonly Action[];
}

/** What the workflow's table is asked with, of a version that is open. */
export function situationOf({ version, confirmationRequired }: BudgetWorkspace): Situation {
  return {
    state: version.state,
    isFirstRound: version.adjustment === 0 && version.round?.kind === 'FIRST_SUBMISSION',
    confirmationRequired,
    isOpened: version.openedAt !== null,
  };
}

/** One line of a list of budgets: the clerk's start page, the reviewer's list. */
export interface BudgetListItem {
  readonly budgetId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly year: number;
  readonly version: VersionSummary;
  /** 支出合计 of the newest version: all its expenditure lines, of any source. */
  readonly totalFen: bigint;
  readonly priorTotalFen: bigint;
  /** Remarks of any version that nobody has settled; replies are not counted. */
  readonly openComments: number;
  /** Whether 一上 was accepted and a later round is open, so that the next draft can be begun. */
  readonly nextRoundOpen: boolean;
}

/** A unit that has no budget yet in a year that is open. */
export interface StartableUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly year: number;
}

/** What a list of budgets shows to an actor. */
export interface BudgetList {
  /** Newest year first, then by code of the unit. */
  readonly budgets: readonly BudgetListItem[];
  /** Units for which the actor may start a budget. */
  readonly startable: readonly StartableUnit[];
}
