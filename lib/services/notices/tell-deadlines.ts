import { database } from '@/lib/db/client.ts';
import { insertDeadlineNotices, insertPublicationNotices } from '@/lib/db/duty-repository.ts';

/**
 * Tells the clerks of units whose submission is due in three days, in one day, or late, and of those whose approved budget
 * is to be published within five days, one day, or should have been. Run as often as one likes, by as
 * many processes: each notice stands once.
 *
 * @returns how many were told
 */
export async function tellDeadlines(now: Date): Promise<number> {
  return (await insertDeadlineNotices(database(), now)) + (await insertPublicationNotices(database(), now));
}
