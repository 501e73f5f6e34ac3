import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { findFiscalYear, hasBudgets, updateFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { listRounds, lockRounds, planRounds } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { ROUNDS_OF_SCHEME, type Scheme, schemeOf, schemeRefusal } from '@/lib/domain/workflow/round-plan.ts';
import { yearSettings } from '@/lib/domain/workflow/year-settings.ts';
import type { YearChange } from '@/lib/schemas/rounds.ts';
import { chosenAnnexSet } from '../annex-sets/chosen-annex-set.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/**
 * Changes a fiscal year's settings; while no round of it was opened also its scheme, which plans the rounds anew, and
 * while it has no budget either, the annexes it is published in.
 */
export async function changeYear(actor: Actor, input: YearChange): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  const { year, revision, scheme, ...settings } = input;
  return inTransaction(async (tx) => {
    await lockRounds(tx, year);
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const before = await findFiscalYear(tx, year);
    if (!before) return fail({ code: 'NOT_FOUND' });
    const rounds = await listRounds(tx, year);
    const current = schemeOf(rounds);
    const refusal = scheme === current ? null : schemeRefusal(rounds);
    if (refusal) return fail({ code: 'ROUND_REFUSED', reason: refusal });
    const isOtherDocument = settings.annexSet !== before.annexSet || settings.rounding !== before.rounding;
    if (isOtherDocument && (schemeRefusal(rounds) !== null || (await hasBudgets(tx, year)))) {
      return fail({ code: 'ROUND_REFUSED', reason: 'ANNEXES_FIXED' });
    }
    const annexSet = await chosenAnnexSet(tx, settings.annexSet);
    if (!annexSet.ok) return annexSet;
    if (!(await updateFiscalYear(tx, year, revision, settings, annexSet.value)))
      return fail({ code: 'RECORD_CHANGED' });
    const from = { ...yearSettings(before) };
    await appendAuditEvent(tx, { actor, action: 'year.changed', detail: { year, from, to: { ...settings } } });
    if (scheme !== current) await planAnew(tx, actor, { year, from: current, to: scheme });
    return ok(null);
  });
}

async function planAnew(
  tx: Db,
  actor: Actor,
  { year, from, to }: { readonly year: number; readonly from: Scheme | null; readonly to: Scheme },
): Promise<void> {
  await planRounds(tx, year, ROUNDS_OF_SCHEME[to]);
  await appendAuditEvent(tx, { actor, action: 'round.created', detail: { year, from, to } });
}
