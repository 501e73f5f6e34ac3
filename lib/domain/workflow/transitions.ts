import type { Action } from './permissions.ts';

export const VERSION_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'] as const;

export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STATE_LABELS: Readonly<Record<VersionState, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '已提交',
  RETURNED: '已退回',
  APPROVED: '已审核（批复）',
};

export const TRANSITION_NAMES = ['submit', 'return', 'approve'] as const;

export type TransitionName = (typeof TRANSITION_NAMES)[number];

/** What must hold besides the right to act. */
export type Guard =
  | 'NO_ERRORS' /* no check of severity error fails */
  | 'WARNINGS_EXPLAINED' /* each warning has its written explanation */
  | 'NOT_OWN_WORK'; /* nobody decides on what they drafted or submitted */

export interface Transition {
  readonly name: TransitionName;
  readonly label: string;
  readonly from: VersionState;
  readonly to: VersionState;
  readonly action: Action;
  readonly guards: readonly Guard[];
  readonly commentRequired: boolean;
  /** Whether it opens the next draft as a copy of this version. */
  readonly opensNextDraft: boolean;
}

/** The workflow of a version, in one table: buttons, services, tests and the diagram in the documents read it. */
export const TRANSITIONS: Readonly<Record<TransitionName, Transition>> = {
  submit: {
    name: 'submit',
    label: '送审',
    from: 'DRAFT',
    to: 'SUBMITTED',
    action: 'budget.submit',
    guards: ['NO_ERRORS', 'WARNINGS_EXPLAINED'],
    commentRequired: false,
    opensNextDraft: false,
  },
  return: {
    name: 'return',
    label: '退回修改',
    from: 'SUBMITTED',
    to: 'RETURNED',
    action: 'budget.return',
    guards: ['NOT_OWN_WORK'],
    commentRequired: true,
    opensNextDraft: true,
  },
  approve: {
    name: 'approve',
    label: '审核通过',
    from: 'SUBMITTED',
    to: 'APPROVED',
    action: 'budget.approve',
    guards: ['NOT_OWN_WORK'],
    commentRequired: false,
    opensNextDraft: false,
  },
};

/** The transitions that may start from a state, in the order of the table. */
export function transitionsFrom(state: VersionState): readonly Transition[] {
  return TRANSITION_NAMES.map((name) => TRANSITIONS[name]).filter((transition) => transition.from === state);
}
