import { database } from '@/lib/db/client.ts';
import { listNoticesOf } from '@/lib/db/notice-repository.ts';
import type { Notice } from '@/lib/domain/notices/notice.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/** The actor's own notices in every role they hold, unread ones first. */
export async function listNotices(actor: Actor): Promise<Result<readonly Notice[], never>> {
  return ok(await listNoticesOf(database(), actor.userId));
}
