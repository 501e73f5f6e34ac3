import { CHAIN_START, type HashedFields, hashOf, NO_BUDGET } from './audit-hash.ts';
import type { Db } from './client.ts';

/**
 * What is wrong at an event: its content does not give its hash (ALTERED); it does not follow the event before it, so
 * that one was removed, put in or moved (UNLINKED); events after it are gone (CUT_OFF); the end of the chain knows
 * nothing of it (NOT_RECORDED); an end kept outside says otherwise (NOT_AS_ANCHORED).
 */
export type Breach = 'ALTERED' | 'UNLINKED' | 'CUT_OFF' | 'NOT_RECORDED' | 'NOT_AS_ANCHORED';

/** A chain that holds, or the first event in it that does not. `events` counts the archived ones as well. */
export type ChainReport =
  | { readonly intact: true; readonly events: number; readonly read: number; readonly lastHash: string }
  | {
      readonly intact: false;
      readonly breach: Breach;
      /** Number of the event in the log; of a chain that was cut off, the last that is left (0: none). */
      readonly brokenAt: bigint;
      /** Its place in the chain, from 1; of a chain that was cut off, the first that is missing. */
      readonly place: number;
      readonly at: Date | null;
    };

/** The end of a chain as it was kept outside the database. */
export interface KeptEnd {
  readonly events: number;
  readonly lastHash: string;
}

const PAGE = 2_000;

interface Walk {
  previous: string;
  lastId: bigint;
  lastAt: Date | null;
  place: number;
  read: number;
}

type StoredEvent = HashedFields & { readonly id: bigint; readonly hash: string };

/**
 * Recomputes the chain of a budget (null: of the acts that belong to none) from its first event, or from its last
 * checkpoint, and compares it with its end in `audit_heads` and, if given, with an end kept outside. Reads page by
 * page; events that are appended meanwhile are read as well.
 */
export async function verifyAuditChain(db: Db, budgetId: string | null, kept?: KeptEnd): Promise<ChainReport> {
  const chain = budgetId ?? NO_BUDGET;
  const start = await db.auditCheckpoint.findFirst({ where: { chain }, orderBy: { upToId: 'desc' } });
  const walk: Walk = {
    previous: start?.hash ?? CHAIN_START,
    lastId: start?.upToId ?? 0n,
    lastAt: null,
    place: Number(start?.events ?? 0n),
    read: 0,
  };
  let seenEnd = walk.lastId;
  for (;;) {
    const events = await db.auditEvent.findMany({
      where: { budgetId, ...(walk.read === 0 ? {} : { id: { gt: walk.lastId } }) },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    for (const event of events) {
      const breach = step(walk, event, kept);
      if (breach) return { intact: false, breach, brokenAt: event.id, place: walk.place, at: event.at };
    }
    if (events.length === PAGE) continue;
    // The head is read after the events: what was appended in between is read in another round
    const head = await db.auditHead.findUnique({ where: { chain } });
    const isAhead = head !== null && head.lastId > walk.lastId && head.lastId !== seenEnd;
    if (!isAhead) return endOfChain(db, budgetId, walk, head, kept);
    seenEnd = head.lastId;
  }
}

function step(walk: Walk, event: StoredEvent, kept: KeptEnd | undefined): Breach | null {
  walk.place += 1;
  walk.read += 1;
  if (event.previous !== walk.previous) return 'UNLINKED';
  if (event.hash !== hashOf(event)) return 'ALTERED';
  if (kept?.events === walk.place && kept.lastHash !== event.hash) return 'NOT_AS_ANCHORED';
  walk.previous = event.hash;
  walk.lastId = event.id;
  walk.lastAt = event.at;
  return null;
}

async function endOfChain(
  db: Db,
  budgetId: string | null,
  walk: Walk,
  head: { readonly events: bigint; readonly lastId: bigint; readonly lastHash: string } | null,
  kept: KeptEnd | undefined,
): Promise<ChainReport> {
  const cutOff = { intact: false, brokenAt: walk.lastId, place: walk.place + 1, at: walk.lastAt } as const;
  const isShort = head !== null && (head.lastId > walk.lastId || Number(head.events) > walk.place);
  if (isShort) return { ...cutOff, breach: 'CUT_OFF' };
  if (kept && kept.events > walk.place) return { ...cutOff, breach: 'NOT_AS_ANCHORED' };
  const isRecorded =
    head === null ? walk.place === 0 : head.lastHash === walk.previous && Number(head.events) === walk.place;
  if (isRecorded) return { intact: true, events: walk.place, read: walk.read, lastHash: walk.previous };
  const where = { budgetId, id: { gt: head?.lastId ?? 0n } };
  const beyond = await db.auditEvent.findFirst({ where, orderBy: { id: 'asc' }, select: { id: true, at: true } });
  const count = await db.auditEvent.count({ where });
  return {
    ...{ intact: false, breach: 'NOT_RECORDED', brokenAt: beyond?.id ?? walk.lastId },
    ...{ place: beyond ? walk.place - count + 1 : walk.place, at: beyond?.at ?? walk.lastAt },
  };
}

/** A chain by its budget; null: the acts that belong to none. */
export interface AuditChain {
  readonly budgetId: string | null;
  readonly unitCode: string | null;
  readonly year: number | null;
  /** What its end says; 0 and null where the log has events of it and no end. */
  readonly events: number;
  readonly lastId: bigint;
  readonly lastHash: string | null;
}

/** All chains, those included whose end or whose events are gone. */
export async function listAuditChains(
  db: Db,
  only?: { readonly unitCode: string; readonly year: number },
): Promise<readonly AuditChain[]> {
  const chains = await db.$queryRaw<(Omit<AuditChain, 'events'> & { chain: string; events: bigint })[]>`
    SELECT c.chain::text AS chain, b.id::text AS "budgetId", u.code AS "unitCode", b.year,
           coalesce(h.events, 0) AS events, coalesce(h.last_id, 0) AS "lastId", h.last_hash AS "lastHash"
    FROM (
      SELECT chain FROM audit_heads
      UNION SELECT DISTINCT coalesce(budget_id, ${NO_BUDGET}::uuid) FROM audit_events
    ) c
    LEFT JOIN audit_heads h ON h.chain = c.chain
    LEFT JOIN budgets b ON b.id = c.chain
    LEFT JOIN units u ON u.id = b.unit_id
    WHERE ${only?.unitCode ?? null}::text IS NULL
       OR (u.code = ${only?.unitCode ?? null}::text AND b.year = ${only?.year ?? null}::int)
    ORDER BY u.code NULLS FIRST, b.year, c.chain`;
  return chains.map(({ chain, events, ...rest }) => ({
    ...rest,
    budgetId: chain === NO_BUDGET ? null : chain,
    events: Number(events),
  }));
}
