import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { createFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { planRounds } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { ROUNDS_OF_SCHEME } from '@/lib/domain/workflow/round-plan.ts';
import type { NewYear } from '@/lib/schemas/rounds.ts';
import { chosenAnnexSet } from '../annex-sets/chosen-annex-set.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** 开设年度: a fiscal year with its settings, and its rounds planned but not open. */
export async function createYear(actor: Actor, input: NewYear): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  const { year, scheme, ...settings } = input;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const annexSet = await chosenAnnexSet(tx, settings.annexSet);
    if (!annexSet.ok) return annexSet;
    if (!(await createFiscalYear(tx, year, settings, annexSet.value))) return fail({ code: 'YEAR_EXISTS', year });
    await planRounds(tx, year, ROUNDS_OF_SCHEME[scheme]);
    await appendAuditEvent(tx, { actor, action: 'year.created', detail: { year, scheme, settings: { ...settings } } });
    return ok(null);
  });
}
