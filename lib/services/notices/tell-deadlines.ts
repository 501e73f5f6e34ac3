import { database } from '@/lib/db/client.ts';
import { insertDeadlineNotices } from '@/lib/db/duty-repository.ts';

/**
 * Tells the clerks of units whose submission is due in three days, in one day, or late. Run as often as one likes, by as
 * many processes: each notice stands once.
 *
 * @returns how many were told
 */
export async function tellDeadlines(now: Date): Promise<number> {
  return insertDeadlineNotices(database(), now);
}
