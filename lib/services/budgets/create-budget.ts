import { randomUUID } from 'node:crypto';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { createBudget as insertBudget } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { insertContent, type VersionContent } from '@/lib/db/content-repository.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import { createDraft } from '@/lib/db/version-repository.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { priorYearOf } from '@/lib/domain/versions/prior-year.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { confirmStanding } from './hold-version.ts';
import { lastYearsApproved } from './last-year.ts';

export interface NewBudget {
  readonly unitId: string;
  readonly year: number;
}

/** Names a budget and the draft that can be worked on. */
export interface StartedBudget {
  readonly budgetId: string;
  readonly versionId: string;
  readonly number: number;
}

/**
 * Starts a unit's budget of an open fiscal year: its first draft, without a row but for 上年数, which come from last
 * year's approved budget where the system holds one.
 */
export async function createBudget(actor: Actor, { unitId, year }: NewBudget): Promise<Result<StartedBudget, Problem>> {
  const authorized = authorize(actor, 'budget.create', unitId);
  if (!authorized.ok) return authorized;
  const now = new Date();
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, unitId);
    if (!standing.ok) return standing;
    const unit = await findUnit(tx, unitId);
    if (!unit || unit.disabledAt) return fail({ code: 'NOT_FOUND' });
    const opening = await findOpening(tx, year);
    if (!opening.open) return fail({ code: 'YEAR_NOT_OPEN', year });
    const budgetId = await insertBudget(tx, unitId, year);
    if (budgetId === null) return fail({ code: 'BUDGET_EXISTS', unitName: unit.name, year });
    const versionId = await createDraft(tx, { budgetId, number: 1, roundId: opening.roundId, createdAt: now });
    await insertContent(tx, versionId, await firstContent(tx, unitId, year));
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.created', detail: { year }, at: now });
    return ok({ budgetId, versionId, number: 1 });
  });
}

async function firstContent(tx: Db, unitId: string, year: number): Promise<VersionContent> {
  const last = await lastYearsApproved(tx, unitId, year);
  if (!last) return EMPTY_CONTENT;
  return { ...EMPTY_CONTENT, ...priorYearOf(last, await loadEdition(last.year), randomUUID) };
}
