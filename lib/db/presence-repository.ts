import type { Db } from './client.ts';

/** How long somebody counts as present after their browser was last heard of. */
const PRESENT_FOR = '20 seconds';
/** A browser asks every few seconds; its sign of life is written less often than that. */
const WRITE_EVERY = '8 seconds';

/** Notes that somebody has a draft open now. */
export async function notePresence(db: Db, versionId: string, userId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO draft_presence (version_id, user_id, seen_at) VALUES (${versionId}::uuid, ${userId}::uuid, now())
    ON CONFLICT (version_id, user_id) DO UPDATE SET seen_at = now()
    WHERE draft_presence.seen_at < now() - ${WRITE_EVERY}::interval`;
}

/** The names of the others who have a draft open, in order of name. */
export async function listPresent(db: Db, versionId: string, exceptUserId: string): Promise<readonly string[]> {
  const present = await db.$queryRaw<{ name: string }[]>`
    SELECT u.display_name AS name FROM draft_presence p JOIN users u ON u.id = p.user_id
    WHERE p.version_id = ${versionId}::uuid AND p.user_id <> ${exceptUserId}::uuid
      AND p.seen_at > now() - ${PRESENT_FOR}::interval
    ORDER BY u.display_name`;
  return present.map(({ name }) => name);
}
