import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { hasDrafted } from '@/lib/db/history-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { lockSections } from '@/lib/db/version-repository.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { notify } from '../notices/notify.ts';
import { holdVersion, type VersionId } from './hold-version.ts';
import { stateChanged } from './state-changed.ts';

export interface Unlocking extends VersionId {
  readonly sections: readonly Section[];
}

/**
 * 放开修改范围: lets the clerk mend further sections of a draft that follows a return of some. Sections that are open
 * already stay so; nothing is ever locked by it.
 *
 * @returns the sections that stay locked
 */
export async function unlockSections(actor: Actor, input: Unlocking): Promise<Result<readonly Section[], Problem>> {
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.return', input);
    if (!held.ok) return held;
    const { id: versionId, budgetId, state, lockedSections } = held.value;
    if (state !== 'DRAFT') return fail(stateChanged(held.value));
    if (await hasDrafted(tx, budgetId, actor.userId)) return fail({ code: 'OWN_WORK' });
    const sections = lockedSections.filter((section) => input.sections.includes(section));
    if (sections.length === 0) return ok(lockedSections);
    const left = lockedSections.filter((section) => !sections.includes(section));
    await lockSections(tx, versionId, left);
    const detail = { sections, left };
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.unlocked', detail });
    await notify(tx, actor, { kind: 'budget.unlocked', budgetId, versionId });
    return ok(left);
  });
}
