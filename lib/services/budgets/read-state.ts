import { findBudget } from '@/lib/db/budget-repository.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetState } from '@/lib/schemas/budget-state.ts';
import { authorize } from '../authorize.ts';

/** The newest version as it is stored at this moment: what an editor merges its unsaved edits with. */
export async function readState(
  actor: Actor,
  { budgetId }: { readonly budgetId: string },
): Promise<Result<BudgetState, Problem>> {
  return inSnapshot(async (tx) => {
    const head = await findBudget(tx, budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' });
    const authorized = authorize(actor, 'budget.read', head.unitId);
    if (!authorized.ok) return authorized;
    const [newest] = await listVersions(tx, budgetId);
    if (!newest) return fail({ code: 'NOT_FOUND' });
    const { content, rowRevisions, profileRevision } = await loadContent(tx, newest.id);
    return ok({
      versionId: newest.id,
      number: newest.number,
      state: newest.state,
      content,
      revisions: { rows: rowRevisions, profile: profileRevision, content: newest.contentRevision },
    });
  });
}
