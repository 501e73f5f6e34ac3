import type { Actor } from '../domain/workflow/roles.ts';
import { canonicalJson, type JsonValue, sha256 } from './canonical-json.ts';
import type { Db } from './client.ts';

export interface NewAuditEvent {
  /** Who did it; null: the installation itself (a command-line tool, the demonstration data). */
  readonly actor: Pick<Actor, 'userId' | 'role'> | null;
  /** Missing or null: an act that belongs to no budget, such as signing in. */
  readonly budgetId?: string | null;
  readonly versionId?: string | null;
  /** `object.verb` in the past tense, e.g. `budget.submitted`, `user.disabled`. */
  readonly action: string;
  /** Old and new values, as JSON: amounts as decimal strings, never a password or a token. */
  readonly detail: { readonly [key: string]: JsonValue | undefined };
  /** When it happened; now unless told. */
  readonly at?: Date;
}

/** What the first event of a chain names as its predecessor. */
const CHAIN_START = '0'.repeat(64);

/** First key of the advisory locks that order the writers of a chain. */
const LOCK_CLASS = 7_301;

/**
 * Appends an event to the audit log, in the transaction of the act itself. Each budget has a chain of its own, and so
 * have the acts that belong to none: an event carries the hash of the one before it, so that none can be altered,
 * removed or put in between unseen. An advisory lock held until the transaction's end keeps a chain from forking.
 *
 * @returns the event's number
 */
export async function appendAuditEvent(tx: Db, event: NewAuditEvent): Promise<bigint> {
  const budgetId = event.budgetId ?? null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(coalesce(${budgetId}, '')))`;
  const last = await tx.auditEvent.findFirst({
    where: { budgetId },
    orderBy: { id: 'desc' },
    select: { hash: true },
  });
  const record = {
    at: event.at ?? new Date(),
    actorId: event.actor?.userId ?? null,
    role: event.actor?.role ?? null,
    budgetId,
    versionId: event.versionId ?? null,
    action: event.action,
    // A value that was left out is stored, and so hashed, as if it had never been named
    detail: JSON.parse(JSON.stringify(event.detail)),
    previous: last?.hash ?? CHAIN_START,
  };
  const { id } = await tx.auditEvent.create({ data: { ...record, hash: hashOf(record) }, select: { id: true } });
  return id;
}

interface HashedFields {
  readonly at: Date;
  readonly actorId: string | null;
  readonly role: string | null;
  readonly budgetId: string | null;
  readonly versionId: string | null;
  readonly action: string;
  readonly detail: unknown;
  readonly previous: string;
}

function hashOf({ previous, at, actorId, role, budgetId, versionId, action, detail }: HashedFields): string {
  const event = { at: at.toISOString(), actorId, role, budgetId, versionId, action, detail: detail as JsonValue };
  return sha256(previous + canonicalJson(event));
}

/** A chain that holds, or the first event in it that does not. */
export type ChainReport =
  | { readonly intact: true; readonly events: number; readonly lastHash: string }
  | { readonly intact: false; readonly brokenAt: bigint };

const PAGE = 1_000;

/**
 * Recomputes the chain of a budget (null: of the acts that belong to none) from its first event on. A chain cut off at
 * its end holds in itself: compare `lastHash` with one that was kept elsewhere.
 */
export async function verifyAuditChain(db: Db, budgetId: string | null): Promise<ChainReport> {
  let previous = CHAIN_START;
  let after = 0n;
  let count = 0;
  for (;;) {
    const events = await db.auditEvent.findMany({
      where: { budgetId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    for (const event of events) {
      if (event.previous !== previous || event.hash !== hashOf(event)) return { intact: false, brokenAt: event.id };
      previous = event.hash;
      after = event.id;
    }
    count += events.length;
    if (events.length < PAGE) return { intact: true, events: count, lastHash: previous };
  }
}
