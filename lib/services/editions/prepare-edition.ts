import { inSnapshot } from '@/lib/db/transaction.ts';
import type { KeptEdition } from '@/lib/domain/editions/edition.ts';
import type { EditionPreparation } from '@/lib/domain/editions/edition-preparation.ts';
import { publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openVersionForEdition, type WhichVersion } from './open-version.ts';

/** What stands for and against publishing a version, and the editions that there are of its budget. */
export async function prepareEdition(
  actor: Actor,
  input: Omit<WhichVersion, 'versionId'>,
): Promise<Result<EditionPreparation<KeptEdition>, Problem>> {
  return inSnapshot(async (tx) => {
    const opened = await openVersionForEdition(tx, actor, 'budget.read', input);
    if (!opened.ok) return opened;
    const { head, workspace, checks, editions, changes } = opened.value;
    const { id: versionId, number: versionNumber, state, decidedAt } = workspace.version;
    return ok({
      ...{ budgetId: head.id, versionId, versionNumber, year: head.year, unitCode: head.unit.code },
      ...{ checks, editions, changes },
      deadline: state === 'APPROVED' && decidedAt ? publicationDeadline(decidedAt, new Date()) : null,
      contact: workspace.budget.profile.narrative.contactOffice.trim(),
      mayPublish: isPermitted(actor, 'edition.publish', head.unitId),
    });
  });
}
