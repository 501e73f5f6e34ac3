import { database } from '@/lib/db/client.ts';
import { findNotice, markRead } from '@/lib/db/notice-repository.ts';
import { type Notice, noticePath } from '@/lib/domain/notices/notice.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/** Marks the actor's own notices as read; not audited: it is about nobody's data but their attention. */
export async function readAllNotices(actor: Actor): Promise<Result<{ readonly count: number }, never>> {
  return ok({ count: await markRead(database(), actor.userId, null, new Date()) });
}

/** A notice that was opened, and where it leads in its role. */
export interface OpenedNotice {
  readonly notice: Notice;
  readonly path: string;
}

/** Marks one of the actor's notices as read; not found once it no longer concerns them. */
export async function readNotice(actor: Actor, noticeId: string): Promise<Result<OpenedNotice, Problem>> {
  const notice = await findNotice(database(), actor.userId, noticeId);
  if (!notice) return fail({ code: 'NOT_FOUND' });
  await markRead(database(), actor.userId, notice.id, new Date());
  return ok({ notice, path: noticePath(notice) });
}
