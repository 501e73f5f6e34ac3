import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findFiscalYear, updateFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { lockRounds, replaceRounds } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { YearChange } from '@/lib/schemas/rounds.ts';
import { manageRounds, ROUNDS_OF } from './round-acts.ts';

/** Changes a year's settings; how it submits can change only while none of its rounds was opened. */
export async function updateYear(actor: Actor, input: YearChange): Promise<Result<null, Problem>> {
  const { year, revision, scheme, ...settings } = input;
  return manageRounds(actor, async (tx) => {
    const rounds = await lockRounds(tx, year);
    const before = await findFiscalYear(tx, year);
    if (!before) return fail({ code: 'NOT_FOUND' });
    const kinds = ROUNDS_OF[scheme];
    const isOther = kinds.length !== rounds.length || kinds.some((kind, index) => rounds[index]?.kind !== kind);
    if (isOther && rounds.some(({ state }) => state !== 'PLANNED')) {
      const message = '本年度已有轮次开放过，不能再更改申报方式。';
      return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.scheme', message }] });
    }
    if (!(await updateFiscalYear(tx, year, revision, settings))) return fail({ code: 'RECORD_CHANGED' });
    if (isOther) await replaceRounds(tx, year, kinds);
    const { changeThresholdPercent, projectWeightTotal, overallWeightTotal } = before;
    const from = {
      ...{ changeThresholdPercent, projectWeightTotal, overallWeightTotal },
      rounds: rounds.map(({ kind }) => kind),
    };
    const detail = { year, from, to: { ...settings, rounds: [...kinds] } };
    await appendAuditEvent(tx, { actor, action: 'year.changed', detail });
    return ok(null);
  });
}
