'use client';

import { createContext, useContext } from 'react';
import type { AnnexSet } from '@/lib/domain/annexes/definition.ts';
import type { AnnexSetEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { EditProblem } from '@/lib/domain/annexes/edits/edit-problems.ts';
import type { Problem } from '@/lib/domain/problem.ts';

/** What the parts of the editor work on. */
export interface SetEditing {
  readonly base: AnnexSet;
  readonly edits: AnnexSetEdits;
  readonly isReadOnly: boolean;
  readonly problems: readonly EditProblem[];
  /** @param field where it is typed; null: a step of its own */
  readonly change: (edits: AnnexSetEdits, field: string | null) => void;
}

/** Why a set was not saved, as the toolbar tells it. */
export interface SaveRefusal {
  readonly problem: Problem;
  readonly message: string;
}

export const SetEditingContext = createContext<SetEditing | null>(null);

export function useSetEditing(): SetEditing {
  const editing = useContext(SetEditingContext);
  if (!editing) throw new Error('outside the editor of annex sets');
  return editing;
}

/** The sentence about a field of an annex, or (null) of the set. */
export function problemAt(problems: readonly EditProblem[], annex: string | null, field: string): string | undefined {
  return problems.find((problem) => problem.annex === annex && problem.field === field)?.message;
}
