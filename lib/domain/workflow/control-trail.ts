import type { ControlCategory, ControlItem } from '../budget/control-figure.ts';
import type { FundSource } from '../budget/fund-source.ts';
import type { Role } from './roles.ts';

/** One figure of an issue, as the audit log keeps it: amounts are decimal strings of fen, null: no figure. */
export interface ControlChangeRecord {
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
  readonly from: string | null;
  readonly to: string | null;
}

/** One issue of control figures to a unit. */
export interface ControlTrailEntry {
  /** Number of the event in the audit log. */
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Null: the installation itself. */
  readonly actorName: string | null;
  readonly role: Role | null;
  /** 文号 or 说明 of the issue. */
  readonly note: string | null;
  readonly changes: readonly ControlChangeRecord[];
}
