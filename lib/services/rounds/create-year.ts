import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { createFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { replaceRounds } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { NewYear } from '@/lib/schemas/rounds.ts';
import { manageRounds, ROUNDS_OF } from './round-acts.ts';

/** 开设年度: its settings and its rounds, none of them open yet. */
export async function createYear(actor: Actor, input: NewYear): Promise<Result<null, Problem>> {
  const { year, scheme, ...settings } = input;
  return manageRounds(actor, async (tx) => {
    if (!(await createFiscalYear(tx, year, settings))) {
      const message = `${year} 年已经开设，请在列表中选择后修改。`;
      return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.year', message }] });
    }
    await replaceRounds(tx, year, ROUNDS_OF[scheme]);
    await appendAuditEvent(tx, { actor, action: 'year.created', detail: { ...input } });
    return ok(null);
  });
}
