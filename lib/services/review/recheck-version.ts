import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findDigest } from '@/lib/db/review-digest-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { examineStored } from '../budgets/examine-stored.ts';
import { holdVersion, type VersionId } from '../budgets/hold-version.ts';
import { storeDigest } from './store-digest.ts';

/** The figures of a digest that a second check can change. */
export interface CheckFigures {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly notRun: number;
  readonly risk: number;
}

export interface Rechecked {
  /** Null: it had not been checked before. */
  readonly before: CheckFigures | null;
  readonly after: CheckFigures;
}

/**
 * Checks a budget that waits for its review anew, by the rules, last year's figures and the control figures of today,
 * and keeps what was found for the queue. Each in a short transaction of its own: many are checked one after the other.
 */
export async function recheckVersion(actor: Actor, input: VersionId): Promise<Result<Rechecked, Problem>> {
  const at = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.judge', input);
    if (!held.ok) return held;
    const version = held.value;
    if (version.state !== 'SUBMITTED') return fail({ code: 'STATE_CHANGED', state: version.state });
    const earlier = await findDigest(tx, version.id);
    const before = earlier && figuresOf(earlier);
    const digest = await storeDigest(tx, version, await examineStored(tx, version), at);
    const after = figuresOf(digest);
    await appendAuditEvent(tx, {
      ...{ actor, at, budgetId: version.budgetId, versionId: version.id, action: 'budget.checked' },
      detail: { ruleVersion: digest.ruleVersion, from: before && { ...before }, to: { ...after } },
    });
    return ok({ before, after });
  });
}

function figuresOf({ errors, warnings, notes, notRun, risk }: CheckFigures): CheckFigures {
  return { errors, warnings, notes, notRun, risk };
}
