import { inSnapshot } from '@/lib/db/transaction.ts';
import type { EditionChange, KeptEdition } from '@/lib/domain/editions/edition.ts';
import type { EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';
import { type PublicationDeadline, publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openVersionForEdition, type WhichVersion } from './open-version.ts';

/** Everything that the page 公开 of a version shows. */
export interface EditionPreparation {
  readonly budgetId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly year: number;
  readonly unitCode: string;
  readonly checks: readonly EditionCheckResult[];
  /** Null: not approved. */
  readonly deadline: PublicationDeadline | null;
  /** The office that the narrative names, as a proposal. */
  readonly contact: string;
  /** Newest first. */
  readonly editions: readonly KeptEdition[];
  /** What a new edition would say otherwise than the newest one; null: there is none. */
  readonly changes: readonly EditionChange[] | null;
  readonly mayPublish: boolean;
}

/** What stands for and against publishing a version, and the editions that there are of its budget. */
export async function prepareEdition(
  actor: Actor,
  input: Omit<WhichVersion, 'versionId'>,
): Promise<Result<EditionPreparation, Problem>> {
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
