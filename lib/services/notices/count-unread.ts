import { database } from '@/lib/db/client.ts';
import { countUnread as count } from '@/lib/db/notice-repository.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/** How many notices the actor has not read, in all their roles. */
export async function countUnread(actor: Actor): Promise<Result<number, never>> {
  return ok(await count(database(), actor.userId));
}
