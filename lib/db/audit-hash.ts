import { canonicalJson, type JsonValue, sha256 } from './canonical-json.ts';

/** What the first event of a chain names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

/** Stands for the budget of acts that belong to none. */
export const NO_BUDGET = '00000000-0000-0000-0000-000000000000';

/** What the hash of an event covers. */
export interface HashedFields {
  readonly at: Date;
  readonly actorId: string | null;
  readonly role: string | null;
  readonly budgetId: string | null;
  readonly versionId: string | null;
  readonly action: string;
  readonly detail: unknown;
  readonly previous: string;
}

/** The hash of an event: of its content and the hash before it. */
export function hashOf({ previous, at, actorId, role, budgetId, versionId, action, detail }: HashedFields): string {
  const event = { at: at.toISOString(), actorId, role, budgetId, versionId, action, detail: detail as JsonValue };
  return sha256(previous + canonicalJson(event));
}
