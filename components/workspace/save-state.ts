import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { QueueState } from './save-queue.ts';

/** A row that two people changed: both states, one of which the clerk keeps. Null: deleted on that side. */
export interface RowDispute {
  readonly kind: 'row';
  /** Names the dispute for `resolveConflict`. */
  readonly key: string;
  readonly collection: Collection;
  readonly rowKey: string;
  readonly mine: Row | null;
  readonly theirs: Row | null;
  readonly revision: number;
  readonly savedByName: string | null;
}

/** The unit's facts and words, changed by two people. */
export interface ProfileDispute {
  readonly kind: 'profile';
  readonly key: 'profile';
  readonly mine: UnitProfile;
  readonly theirs: UnitProfile;
  readonly revision: number;
  readonly savedByName: null;
}

export type Dispute = RowDispute | ProfileDispute;

/** Whether what was typed has reached the server, in words for the top bar. */
export interface SaveState {
  readonly status: 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict' | 'signed-out';
  /** When the last save was confirmed in this window, ISO 8601; null before the first. */
  readonly at: string | null;
  /** A sentence for the states that ask something of the clerk; null for the others. */
  readonly message: string | null;
  readonly conflicts: readonly Dispute[];
}

/** The state of the queue in words. */
export function describeSaveState(
  state: QueueState,
  at: string | null,
  unsavedCount: number,
  conflicts: readonly Dispute[],
): SaveState {
  return { status: state.status, at, message: saveMessage(state, unsavedCount, conflicts.length), conflicts };
}

function saveMessage(state: QueueState, unsavedCount: number, conflictCount: number): string | null {
  switch (state.status) {
    case 'failed':
      if (state.failure.code === 'REFUSED') return state.failure.message;
      return `连接不上服务器，${unsavedCount} 处修改已留在本机，网络恢复后会自动保存。请不要关闭浏览器。`;
    case 'signed-out':
      return `登录已失效，${unsavedCount} 处修改已留在本机。请在新标签页重新登录，再回到这里点“重试”。`;
    case 'conflict':
      return `有 ${conflictCount} 处与他人的修改冲突，请逐处选择保留哪一份。在此之前不会保存，您填写的内容没有丢失。`;
    default:
      return null;
  }
}
