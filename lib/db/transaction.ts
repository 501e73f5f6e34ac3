import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, database } from './client.ts';

const MAX_ATTEMPTS = 6;
const BASE_DELAY_MS = 15;
/** How long a transaction may wait for a connection, and how long it may take. */
const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 30_000;

/** serialization_failure and deadlock_detected: PostgreSQL rolled back, and asks for another try. */
const RETRIABLE_STATES = ['40001', '40P01'];

/**
 * Runs one transaction, and runs it again from the start when PostgreSQL broke it off for a deadlock or a serialization
 * conflict; so `fn` must do nothing but read and write through `tx`. It commits when `fn` returns (a failed `Result`
 * too: decide before writing) and rolls back when it throws.
 *
 * Invariants rest on row locks, revisions and constraints, not on the isolation level, which is READ COMMITTED.
 */
export async function inTransaction<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction(fn, { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS });
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isRetriable(error)) throw error;
      await sleep(BASE_DELAY_MS * 2 ** attempt * Math.random());
    }
  }
}

/**
 * Reads several tables as of one moment: a save that commits in between is not seen by half. For reading alone.
 */
export async function inSnapshot<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
  const options = { isolationLevel: 'RepeatableRead', maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS } as const;
  return database().$transaction(fn, options);
}

/** Whether the whole transaction may succeed when it is run again. */
function isRetriable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'P2034') return true;
  const state = sqlState(error);
  return state !== null && RETRIABLE_STATES.includes(state);
}

/** The SQLSTATE behind an error of the database, null where there is none. */
export function sqlState(error: unknown): string | null {
  return text(databaseCause(error)?.originalCode) ?? text(databaseCause(error)?.code);
}

/** The name of the constraint that refused a write (Prisma hides it from P2002), null where there is none. */
export function violatedConstraint(error: unknown): string | null {
  const constraint = databaseCause(error)?.constraint;
  return isRecord(constraint) ? text(constraint.index) : text(constraint);
}

function databaseCause(error: unknown): Record<string, unknown> | null {
  if (!isRecord(error)) return null;
  const meta = isRecord(error.meta) ? error.meta : error;
  const adapterError = isRecord(meta.driverAdapterError) ? meta.driverAdapterError : meta;
  return isRecord(adapterError.cause) ? adapterError.cause : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
