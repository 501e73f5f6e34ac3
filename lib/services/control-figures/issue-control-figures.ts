import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import {
  listControlFiguresOfYear,
  lockControlFigures,
  writeControlFigures,
} from '@/lib/db/control-figure-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { ControlIssue } from '@/lib/schemas/control-figures.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { notify } from '../notices/notify.ts';

type ControlChange = ControlIssue['changes'][number];

/**
 * Issues, changes and withdraws control figures (控制数) of a year, all of them or none. Each names what stood there
 * when it was typed: RECORD_CHANGED when somebody else was faster. Every unit's change is recorded with old and new.
 */
export async function issueControlFigures(
  actor: Actor,
  { year, changes }: ControlIssue,
): Promise<Result<{ readonly count: number }, Problem>> {
  const authorized = authorize(actor, 'control.manage', null);
  if (!authorized.ok) return authorized;
  const at = new Date();
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    if (!(await lockControlFigures(tx, year))) return fail({ code: 'NOT_FOUND' });
    const stored = new Map((await listControlFiguresOfYear(tx, year)).map((figure) => [nameOf(figure), figure]));
    for (const change of changes) {
      if ((stored.get(nameOf(change))?.amountFen ?? null) !== change.seenFen) return fail({ code: 'RECORD_CHANGED' });
    }
    const byUnit = groupBy(changes, ({ unitId }) => unitId);
    for (const unitId of byUnit.keys()) if (!(await findUnit(tx, unitId))) return fail({ code: 'NOT_FOUND' });
    await writeControlFigures(tx, year, changes, at);
    for (const [unitId, own] of byUnit) await record(tx, { actor, year, at }, unitId, own);
    return ok({ count: changes.length });
  });
}

/** On the chain of the unit's budget where it has one: the trail of a figure stands beside what was drafted under it. */
async function record(
  tx: Db,
  { actor, year, at }: { readonly actor: Actor; readonly year: number; readonly at: Date },
  unitId: string,
  changes: readonly ControlChange[],
): Promise<void> {
  const budget = await findBudgetOfUnit(tx, unitId, year);
  const figures = changes.map(({ category, source, seenFen, amountFen }) => ({
    ...{ category, source },
    from: seenFen?.toString() ?? null,
    to: amountFen?.toString() ?? null,
  }));
  await appendAuditEvent(tx, {
    ...{ actor, at, action: 'control.issued', detail: { unitId, year, figures } },
    ...(budget ? { budgetId: budget.id } : {}),
  });
  await notify(tx, actor, { kind: 'control.issued', unitId, year, budgetId: budget?.id ?? null }, at);
}

function nameOf({ unitId, category, source }: Pick<ControlChange, 'unitId' | 'category' | 'source'>): string {
  return `${unitId} ${category} ${source}`;
}
