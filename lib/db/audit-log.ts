import type { Actor } from '../domain/workflow/roles.ts';
import { CHAIN_START, hashOf, NO_BUDGET } from './audit-hash.ts';
import type { JsonValue } from './canonical-json.ts';
import type { Db } from './client.ts';

export { verifyAuditChain } from './audit-chains.ts';

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
  const head = await tx.auditHead.findUnique({ where: { chain: budgetId ?? NO_BUDGET } });
  const record = {
    at: event.at ?? new Date(),
    actorId: event.actor?.userId ?? null,
    role: event.actor?.role ?? null,
    budgetId,
    versionId: event.versionId ?? null,
    action: event.action,
    // A value that was left out is stored, and so hashed, as if it had never been named
    detail: JSON.parse(JSON.stringify(event.detail)),
    previous: head?.lastHash ?? CHAIN_START,
  };
  const { id } = await tx.auditEvent.create({ data: { ...record, hash: hashOf(record) }, select: { id: true } });
  return id;
}
