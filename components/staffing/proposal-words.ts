import type { Decision } from '@/lib/domain/staffing/accept-proposals.ts';
import {
  CALCULATION_STATE_LABELS,
  type CalculationState,
  type ComparedProposal,
} from '@/lib/domain/staffing/compare-proposals.ts';

/** How a state looks: what waits for a decision stands out, what is settled is quiet. */
export type StateTone = 'open' | 'attention' | 'settled';

const TONES: Readonly<Record<CalculationState, StateTone>> = {
  new: 'open',
  typed: 'open',
  current: 'settled',
  stale: 'attention',
  overridden: 'settled',
  deleted: 'settled',
  obsolete: 'attention',
};

export function stateTone({ state, hasChanged }: ComparedProposal): StateTone {
  return state === 'overridden' && hasChanged ? 'attention' : TONES[state];
}

export function stateText({ state, hasChanged, differenceFen }: ComparedProposal): string {
  if (state === 'typed' && differenceFen === 0n) return '与手工行一致';
  if (state === 'overridden' && hasChanged) return '手工改过，测算有变';
  return CALCULATION_STATE_LABELS[state];
}

/** Whether somebody still has to decide about it. */
export function isOpen(compared: ComparedProposal): boolean {
  return stateTone(compared) !== 'settled';
}

const WRITE_WORDS: Readonly<Record<CalculationState, string>> = {
  new: '采用',
  typed: '替换',
  current: '采用',
  stale: '更新',
  overridden: '改用测算数',
  deleted: '重新写入',
  obsolete: '采用',
};

/** What the button of a decision says. */
export function decisionWord(decision: Decision, { state, differenceFen }: ComparedProposal): string {
  switch (decision) {
    case 'write':
      return state === 'typed' && differenceFen === 0n ? '采用' : WRITE_WORDS[state];
    case 'keep':
      return '保留现有';
    case 'release':
      return '解除测算';
    case 'remove':
      return '删除该行';
  }
}

const DECISION_HINTS: Readonly<Record<Decision, string>> = {
  write: '把测算金额写入基本支出',
  keep: '保留现有金额，并记下本次测算数，以后有变动时提醒',
  release: '不再跟踪这项测算，支出行保持不变',
  remove: '从基本支出中删除该行',
};

export function decisionHint(decision: Decision): string {
  return DECISION_HINTS[decision];
}

/** What a step did, for the notice and for undo: `采用测算 12 项（新增 10 行，更新 2 行）`. */
export function writtenText(written: readonly ComparedProposal[]): string {
  const added = written.filter(({ existing }) => existing.length === 0).length;
  const updated = written.filter(({ existing, differenceFen }) => existing.length > 0 && differenceFen !== 0n).length;
  const linked = written.length - added - updated;
  const parts = [
    ...(added > 0 ? [`新增 ${added} 行`] : []),
    ...(updated > 0 ? [`改 ${updated} 行`] : []),
    ...(linked > 0 ? [`金额不变 ${linked} 行`] : []),
  ];
  return `采用测算 ${written.length} 项（${parts.join('，')}）`;
}
