import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { createEdition, lockEditions, type NewEdition } from '@/lib/db/edition-repository.ts';
import { inSnapshot, inTransaction } from '@/lib/db/transaction.ts';
import { editionSummary } from '@/lib/domain/editions/edition-summary.ts';
import { publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { EditionToPublish } from '@/lib/schemas/editions.ts';
import { holdVersion } from '../budgets/hold-version.ts';
import { publicationOf } from '../exports/publication-of.ts';
import { unitSet } from '../exports/published-set.ts';
import { notify } from '../notices/notify.ts';
import { drawEdition } from './draw-edition.ts';
import { openVersionForEdition, type VersionForEdition } from './open-version.ts';

/**
 * 公开: draws the documents of an approved version and keeps them for good as the next edition of its budget. What is
 * drawn is frozen by the approval, so that drawing, which takes seconds, needs no lock; the act itself does: of two who
 * publish at once the second one has not seen the first one's edition and is refused.
 *
 * @returns NOT_PUBLISHABLE with what is unmet; COMMENT_REQUIRED for a later edition without its reason; EDITIONS_CHANGED
 */
export async function publishEdition(
  actor: Actor,
  input: EditionToPublish,
): Promise<Result<{ readonly number: number }, Problem>> {
  const { seenNumber, changeNote, budgetId, versionId } = input;
  const opened = await inSnapshot((tx) => openVersionForEdition(tx, actor, 'edition.publish', { budgetId, versionId }));
  if (!opened.ok) return opened;
  const unmet = opened.value.checks.filter(({ isMet }) => !isMet);
  if (unmet.length > 0) return fail({ code: 'NOT_PUBLISHABLE', unmet });
  if ((opened.value.editions[0]?.number ?? 0) !== seenNumber) return fail({ code: 'EDITIONS_CHANGED' });
  if (seenNumber > 0 && changeNote === '') return fail({ code: 'COMMENT_REQUIRED' });
  const files = await drawEdition(unitSet(opened.value.workspace));
  if (!files.ok) return files;
  const at = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'edition.publish', input);
    if (!held.ok) return held;
    if ((await lockEditions(tx, budgetId)) !== seenNumber) return fail({ code: 'EDITIONS_CHANGED' });
    const edition = newEdition(actor, input, opened.value, at);
    const editionId = await createEdition(tx, edition, files.value);
    const { number, contact, checklist, changes } = edition;
    await appendAuditEvent(tx, {
      ...{ actor, budgetId, versionId, action: 'edition.published', at },
      detail: {
        ...{ editionId, number, versionNumber: held.value.number, contact, ...checklist },
        ...(seenNumber > 0 ? { text: changeNote, changedPlaces: changes.length } : {}),
        files: files.value.map(({ name, byteLength, sha256 }) => ({ name, byteLength, sha256 })),
      },
    });
    const event = seenNumber > 0 ? 'edition.corrected' : 'edition.published';
    const told = { budgets: [{ budgetId, versionId }], editionNumber: number, isMerged: false };
    await notify(tx, actor, { kind: event, ...told }, at);
    return ok({ number });
  });
}

function newEdition(
  actor: Actor,
  { budgetId, versionId, seenNumber, secrecyReviewedBy, contact, changeNote }: EditionToPublish,
  { head, workspace, changes }: VersionForEdition,
  at: Date,
): NewEdition {
  const { budget, version, edition } = workspace;
  const { department, unit, year } = head;
  const approvedAt = version.decidedAt;
  if (approvedAt === null) throw new Error(`version ${versionId} is approved without a time`);
  return {
    ...{ subject: { budgetId, versionId }, number: seenNumber + 1, year, contact },
    ...{ unitCode: unit.code, unitName: unit.fullName },
    ...{ departmentCode: department.code, departmentName: department.fullName },
    title: publicationOf(unitSet(workspace)).titleLines.join(''),
    projectNames: budget.projects.map(({ name }) => name.trim()).filter((name) => name !== ''),
    summary: editionSummary({ units: [budget], department, year, edition }),
    checklist: { secrecyReviewedBy, approvedAt, daysLeft: publicationDeadline(approvedAt, at).daysLeft },
    // What was said of a first edition would be a correction of nothing
    changeNote: seenNumber > 0 ? changeNote : '',
    changes: changes ?? [],
    ...{ publishedAt: at, publishedById: actor.userId },
  };
}
