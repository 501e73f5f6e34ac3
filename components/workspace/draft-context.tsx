'use client';

import { createContext, useContext } from 'react';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { CheckResult, Finding, Place } from '@/lib/domain/checks/finding.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { BadCell } from './bad-cells.ts';
import type { Choice } from './disputes.ts';
import type { DraftStore, TakenOver } from './draft-store.ts';
import type { SaveState } from './save-state.ts';

/** The place a screen was asked to show; a new object each time, so that the same place can be asked for again. */
export interface FocusTarget {
  readonly place: Place;
}

/** The draft as every screen of the workspace sees it; all that is computed follows the edits by less than a second. */
export interface Draft {
  /** As it was loaded; for the rows as they are now see `budget`. */
  readonly workspace: BudgetWorkspace;
  readonly budget: Budget;
  /** Whether nothing can be changed: a version that is no draft, somebody who may only look, or a locked section. */
  readonly readOnly: boolean;
  /** Empty until `isExamined`. */
  readonly annexes: readonly AnnexTable[];
  /** Without any words until `isExamined`. */
  readonly narrative: NarrativeDocument;
  /** Whether what builds and checks the budget in the browser has come; until then the checks are the server's. */
  readonly isExamined: boolean;
  readonly checks: readonly CheckResult[];
  /** Of all checks, errors first. */
  readonly findings: readonly Finding[];
  /** The unit that amounts are shown and typed in. */
  readonly unit: MoneyUnit;
  readonly setUnit: (unit: MoneyUnit) => void;
  /**
   * Applies edits as one step and saves them; `label` says what undo would take back, `origin` where they came from
   * when nobody typed them. Ignored when nothing can be changed; edits that write into a locked section are refused as
   * a whole, which the clerk is told.
   *
   * @returns whether they were taken
   */
  readonly edit: (changes: readonly Change[], label?: string, origin?: ChangeOrigin) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly badCells: ReadonlyMap<string, BadCell>;
  readonly markCells: DraftStore['markCells'];
  readonly saveState: SaveState;
  /** How many edits the server has not confirmed. */
  readonly unsavedCount: number;
  readonly retrySave: () => void;
  /** Saves now and waits for it; false when something could not be saved, or waits to be mended. */
  readonly flush: () => Promise<boolean>;
  /** The content revision after the last save, which a submission names. */
  readonly contentRevision: () => number;
  /** Settles a dispute by its key, or all of them. */
  readonly resolveConflict: (key: string | 'all', choice: Choice) => void;
  /** The names of the others who have this draft open now. */
  readonly present: readonly string[];
  /** What others saved and this window took over last; null: nothing yet. */
  readonly takenOver: TakenOver | null;
  /** Writes the explanation of a warning; absent for those who may not. */
  readonly explainFinding?: (findingKey: string, text: string) => Promise<Answer<unknown>>;
  readonly focusTarget: FocusTarget | null;
  /** Opens the page that shows a place and puts the keyboard there. */
  readonly goTo: (place: Place) => void;
  /** Called by the screen that has shown the focus target. */
  readonly clearFocusTarget: () => void;
}

/** Whether the actor may change the version at all; single sections of it may be locked still. */
export function isEditable({ version, permittedActions }: BudgetWorkspace): boolean {
  return version.state === 'DRAFT' && permittedActions.includes('budget.edit');
}

export const DraftContext = createContext<Draft | null>(null);

/** The draft of the budget that is open. Only below `DraftProvider`. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('useDraft is used outside of DraftProvider');
  return draft;
}
