import type { Action } from './permissions.ts';

export const VERSION_STATES = [
  'DRAFT',
  'CONFIRMING',
  'SUBMITTED',
  'RETURNED',
  'WITHDRAWN',
  'ACCEPTED',
  'APPROVED',
] as const;

export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STATE_LABELS: Readonly<Record<VersionState, string>> = {
  DRAFT: '草稿',
  CONFIRMING: '待单位确认',
  SUBMITTED: '已提交',
  RETURNED: '已退回',
  WITHDRAWN: '已撤回',
  ACCEPTED: '一上已审核',
  APPROVED: '已审核（批复）',
};

export const TRANSITION_NAMES = [
  'submit',
  'propose',
  'confirm',
  'decline',
  'withdraw',
  'return',
  'accept',
  'approve',
] as const;

export type TransitionName = (typeof TRANSITION_NAMES)[number];

/** What must hold besides the right to act. */
export type Guard =
  | 'NO_ERRORS' /* no check of severity error fails */
  | 'WARNINGS_EXPLAINED' /* each warning has its written explanation, and not one that was refused */
  | 'NOT_OWN_WORK' /* nobody decides on what they drafted or submitted */
  | 'ROUND_OPEN' /* the round is open and the unit's deadline, extensions included, has not passed */
  | 'CONFIRMATION_NOT_REQUIRED' /* the unit submits without its head's confirmation */
  | 'CONFIRMATION_REQUIRED' /* the unit's head confirms its submissions */
  | 'NOT_OPENED' /* nobody of the bureau has looked at the submission yet */
  | 'FIRST_ROUND' /* 一上: a review ends it, control figures follow */
  | 'FINAL_ROUND' /* 二上, a single submission or an adjustment: a review ends it with the approval (批复) */
  | 'NO_REFUSED_EXPLANATION'; /* no explanation stands refused */

export interface Transition {
  readonly name: TransitionName;
  readonly label: string;
  readonly from: readonly VersionState[];
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
    from: ['DRAFT'],
    to: 'SUBMITTED',
    action: 'budget.submit',
    guards: ['CONFIRMATION_NOT_REQUIRED', 'ROUND_OPEN', 'NO_ERRORS', 'WARNINGS_EXPLAINED'],
    commentRequired: false,
    opensNextDraft: false,
  },
  propose: {
    name: 'propose',
    label: '送单位负责人确认',
    from: ['DRAFT'],
    to: 'CONFIRMING',
    action: 'budget.submit',
    guards: ['CONFIRMATION_REQUIRED', 'ROUND_OPEN', 'NO_ERRORS', 'WARNINGS_EXPLAINED'],
    commentRequired: false,
    opensNextDraft: false,
  },
  confirm: {
    name: 'confirm',
    label: '确认并送审',
    from: ['CONFIRMING'],
    to: 'SUBMITTED',
    action: 'budget.confirm',
    guards: ['NOT_OWN_WORK', 'ROUND_OPEN', 'NO_ERRORS'],
    commentRequired: false,
    opensNextDraft: false,
  },
  decline: {
    name: 'decline',
    label: '退回经办',
    from: ['CONFIRMING'],
    to: 'RETURNED',
    action: 'budget.confirm',
    guards: ['NOT_OWN_WORK'],
    commentRequired: true,
    opensNextDraft: true,
  },
  withdraw: {
    name: 'withdraw',
    label: '撤回',
    from: ['CONFIRMING', 'SUBMITTED'],
    to: 'WITHDRAWN',
    action: 'budget.withdraw',
    guards: ['NOT_OPENED'],
    commentRequired: false,
    opensNextDraft: true,
  },
  return: {
    name: 'return',
    label: '退回修改',
    from: ['SUBMITTED'],
    to: 'RETURNED',
    action: 'budget.return',
    guards: ['NOT_OWN_WORK'],
    commentRequired: true,
    opensNextDraft: true,
  },
  accept: {
    name: 'accept',
    label: '一上审核通过',
    from: ['SUBMITTED'],
    to: 'ACCEPTED',
    action: 'budget.approve',
    guards: ['FIRST_ROUND', 'NOT_OWN_WORK', 'NO_REFUSED_EXPLANATION', 'NO_ERRORS'],
    commentRequired: false,
    opensNextDraft: false,
  },
  approve: {
    name: 'approve',
    label: '审核通过',
    from: ['SUBMITTED'],
    to: 'APPROVED',
    action: 'budget.approve',
    guards: ['FINAL_ROUND', 'NOT_OWN_WORK', 'NO_REFUSED_EXPLANATION', 'NO_ERRORS'],
    commentRequired: false,
    opensNextDraft: false,
  },
};

/** What a version is told by besides its state when somebody asks which acts are offered on it. */
export interface Situation {
  readonly state: VersionState;
  /** Whether its review ends in 一上 alone, before the approval. */
  readonly isFirstRound: boolean;
  readonly confirmationRequired: boolean;
  readonly isOpened: boolean;
}

/** The transitions that a screen offers in a situation, in the order of the table; the others cannot succeed. */
export function transitionsFrom(situation: Situation): readonly Transition[] {
  return TRANSITION_NAMES.map((name) => TRANSITIONS[name]).filter(
    ({ from, guards }) => from.includes(situation.state) && guards.every((guard) => mayHold(guard, situation)),
  );
}

/** Whether a guard can hold as far as the situation tells; what it does not tell, the server finds out. */
function mayHold(guard: Guard, { isFirstRound, confirmationRequired, isOpened }: Situation): boolean {
  switch (guard) {
    case 'CONFIRMATION_NOT_REQUIRED':
      return !confirmationRequired;
    case 'CONFIRMATION_REQUIRED':
      return confirmationRequired;
    case 'NOT_OPENED':
      return !isOpened;
    case 'FIRST_ROUND':
      return isFirstRound;
    case 'FINAL_ROUND':
      return !isFirstRound;
    default:
      return true;
  }
}
