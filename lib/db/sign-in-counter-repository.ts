import type { Db } from './client.ts';

export interface TryLimit {
  readonly tries: number;
  /** How long tries are remembered before the limit is reached. */
  readonly countingSeconds: number;
  /** How long no further try is granted once it is reached. */
  readonly lockSeconds: number;
}

export type TryGrant =
  | { readonly granted: true; readonly isLast: boolean; readonly until: Date }
  | { readonly granted: false; readonly until: Date };

/**
 * Takes one of the tries of a key, before the password is looked at: a single conditional statement, so that any
 * number of guesses sent at once still share the same few tries.
 *
 * @returns `granted: false` while the key is locked; `until` is when the count, or the lock, lapses
 */
export async function takeTry(db: Db, key: string, limit: TryLimit): Promise<TryGrant> {
  const [taken] = await db.$queryRaw<{ tries: number; endsAt: Date }[]>`
    INSERT INTO sign_in_counters AS counter (key, tries, ends_at)
    VALUES (${key}, 1, clock_timestamp() + make_interval(secs => ${limit.countingSeconds}::float8))
    ON CONFLICT (key) DO UPDATE SET
      tries = CASE WHEN counter.ends_at <= clock_timestamp() THEN 1 ELSE counter.tries + 1 END,
      ends_at = clock_timestamp() + make_interval(secs =>
        CASE WHEN counter.ends_at > clock_timestamp() AND counter.tries + 1 >= ${limit.tries}::int
             THEN ${limit.lockSeconds}::float8 ELSE ${limit.countingSeconds}::float8 END)
    WHERE counter.ends_at <= clock_timestamp() OR counter.tries < ${limit.tries}::int
    RETURNING tries, ends_at AS "endsAt"`;
  if (taken) return { granted: true, isLast: taken.tries >= limit.tries, until: taken.endsAt };
  const locked = await db.signInCounter.findUnique({ where: { key }, select: { endsAt: true } });
  return { granted: false, until: locked?.endsAt ?? new Date() };
}

/** Gives a try back that was no wrong one, without lifting what others have used up. */
export async function giveBackTry(db: Db, key: string): Promise<void> {
  await db.signInCounter.updateMany({ where: { key, tries: { gt: 0 } }, data: { tries: { decrement: 1 } } });
}

export async function clearTries(db: Db, key: string): Promise<void> {
  await db.signInCounter.deleteMany({ where: { key } });
}

/** Forgets counts that have lapsed, so that guessing at random names leaves nothing behind. */
export async function forgetLapsedTries(db: Db, now: Date): Promise<void> {
  await db.signInCounter.deleteMany({ where: { endsAt: { lte: now } } });
}

/** Which of these keys are locked, and until when. */
export async function lockedKeys(
  db: Db,
  keys: readonly string[],
  triesAllowed: number,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.signInCounter.findMany({
    where: { key: { in: [...keys] }, tries: { gte: triesAllowed }, endsAt: { gt: new Date() } },
  });
  return new Map(rows.map((row) => [row.key, row.endsAt]));
}
