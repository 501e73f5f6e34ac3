import { unstable_rethrow } from 'next/navigation';
import type { Answer } from '@/lib/messages/answer.ts';

/**
 * Calls a server action so that it always answers: a lost connection, or a page older than the server's present
 * version, comes back as a sentence too. An action that leads to another page still does.
 */
export async function callAction<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await act();
  } catch (error) {
    unstable_rethrow(error);
    const message = '操作没有完成：网络连接中断，或系统刚刚更新。请检查网络后重试；仍不成功时，请刷新页面。';
    return { ok: false, problem: { code: 'UNAVAILABLE' }, message };
  }
}
