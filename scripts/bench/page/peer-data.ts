import type { InventedLine } from '../invented-budget.ts';

/** What the harness gives the peer's page. */
export interface PeerData {
  readonly lines: readonly InventedLine[];
  /** Codes with their names. */
  readonly functional: readonly (readonly [string, string])[];
  readonly economic: readonly (readonly [string, string])[];
  readonly sources: readonly string[];
}
