import type { Dispute } from './disputes.ts';
import type { QueueState } from './save-queue.ts';

/** Whether what was typed has reached the server, in words for the top bar. */
export interface SaveState {
  readonly status: 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict' | 'signed-out';
  /** When the last save was confirmed in this window, ISO 8601; null before the first. */
  readonly at: string | null;
  /** A sentence for the states that ask something of the clerk; null for the others. */
  readonly message: string | null;
  readonly conflicts: readonly Dispute[];
}

/** The state of the queue in words; while somebody disagrees, that comes before the rest being saved. */
export function describeSaveState(
  state: QueueState,
  at: string | null,
  unsavedCount: number,
  conflicts: readonly Dispute[],
): SaveState {
  const isStopped = state.status === 'failed' || state.status === 'signed-out';
  const status = conflicts.length > 0 && !isStopped ? 'conflict' : state.status;
  return { status, at, message: saveMessage(state, unsavedCount, conflicts.length), conflicts };
}

function saveMessage(state: QueueState, unsavedCount: number, conflictCount: number): string | null {
  if (state.status === 'failed') {
    if (state.failure.code === 'REFUSED') return state.failure.message;
    return `连接不上服务器，${unsavedCount} 处修改已留在本机，网络恢复后会自动保存。请不要关闭浏览器。`;
  }
  if (state.status === 'signed-out') {
    return `登录已失效，${unsavedCount} 处修改已留在本机。请在新标签页重新登录，再回到这里点“重试”。`;
  }
  if (conflictCount === 0) return null;
  return `有 ${conflictCount} 处与他人的修改冲突，请逐处选择保留哪一份。其余内容照常保存，您填写的没有丢失。`;
}
