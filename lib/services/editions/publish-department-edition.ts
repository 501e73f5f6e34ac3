import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { lockDepartment } from '@/lib/db/department-repository.ts';
import {
  createEdition,
  type EditionFileBytes,
  type NewEdition,
  newestDepartmentEdition,
} from '@/lib/db/edition-repository.ts';
import { inSnapshot, inTransaction } from '@/lib/db/transaction.ts';
import { lastApproval } from '@/lib/domain/editions/department-edition.ts';
import { editionSummary } from '@/lib/domain/editions/edition-summary.ts';
import { publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentEditionToPublish } from '@/lib/schemas/editions.ts';
import { publicationOf } from '../exports/publication-of.ts';
import type { PublishedSet } from '../exports/published-set.ts';
import { notify } from '../notices/notify.ts';
import { confirmStandings } from './confirm-standings.ts';
import { drawEdition } from './draw-edition.ts';
import { type DepartmentForEdition, examineDepartment } from './examine-department.ts';
import { type DepartmentHead, openDepartmentHead } from './open-department.ts';

/** The same document goes on the site and before the People's Congress, which reads it as a book. */
const AS_A_BOOK = ['cover', 'contents'] as const;

/**
 * 部门汇总公开: draws the documents of a department's units together and keeps them for good as the next edition of its
 * year, with the versions that it adds up. As with a unit's edition what is drawn is frozen, and the act itself is locked:
 * who has not seen the newest edition, or the versions and transfers as they are now, is refused.
 *
 * @returns NOT_PUBLISHABLE with what is unmet; COMMENT_REQUIRED for a later edition without its reason; EDITIONS_CHANGED;
 *   SOURCES_CHANGED
 */
export async function publishDepartmentEdition(
  actor: Actor,
  input: DepartmentEditionToPublish,
): Promise<Result<{ readonly number: number }, Problem>> {
  const { seenNumber, changeNote, stamp } = input;
  const opened = await inSnapshot(async (tx) => {
    const head = await openDepartmentHead(tx, actor, 'edition.publish', input);
    return head.ok ? ok({ head: head.value, examined: await examineDepartment(tx, head.value) }) : head;
  });
  if (!opened.ok) return opened;
  const { head, examined } = opened.value;
  const unmet = examined.checks.filter(({ isMet }) => !isMet);
  if (unmet.length > 0 || !examined.set) return fail({ code: 'NOT_PUBLISHABLE', unmet });
  if (head.stamp !== stamp) return fail({ code: 'SOURCES_CHANGED' });
  if ((examined.editions[0]?.number ?? 0) !== seenNumber) return fail({ code: 'EDITIONS_CHANGED' });
  if (seenNumber > 0 && changeNote === '') return fail({ code: 'COMMENT_REQUIRED' });
  const files = await drawEdition(examined.set, AS_A_BOOK);
  if (!files.ok) return files;
  const edition = newEdition(actor, input, { head, examined, set: examined.set, at: new Date() });
  return inTransaction(async (tx) => {
    await lockDepartment(tx, head.department.id);
    const standing = await confirmStandings(tx, actor, head.units);
    if (!standing.ok) return standing;
    const now = await openDepartmentHead(tx, actor, 'edition.publish', input);
    if (!now.ok) return now;
    if (now.value.stamp !== stamp) return fail({ code: 'SOURCES_CHANGED' });
    const newest = await newestDepartmentEdition(tx, head.department.id, head.year);
    if (newest !== seenNumber) return fail({ code: 'EDITIONS_CHANGED' });
    await keep(tx, actor, edition, files.value, head);
    return ok({ number: edition.number });
  });
}

async function keep(
  tx: Db,
  actor: Actor,
  edition: NewEdition,
  files: readonly EditionFileBytes[],
  { department, units }: DepartmentHead,
): Promise<void> {
  const editionId = await createEdition(tx, edition, files);
  const { number, contact, checklist, changes, changeNote, publishedAt: at } = edition;
  for (const { budgetId, approvedId, approvedNumber } of units) {
    await appendAuditEvent(tx, {
      ...{ actor, budgetId, versionId: approvedId, action: 'edition.department-published', at },
      detail: {
        ...{ editionId, number, departmentCode: department.code, versionNumber: approvedNumber, contact, ...checklist },
        ...(number > 1 ? { text: changeNote, changedPlaces: changes.length } : {}),
        files: files.map(({ name, byteLength, sha256 }) => ({ name, byteLength, sha256 })),
      },
    });
  }
  const kind = number > 1 ? 'edition.corrected' : 'edition.published';
  const budgets = units.flatMap(({ budgetId, approvedId: versionId }) =>
    budgetId && versionId ? [{ budgetId, versionId }] : [],
  );
  await notify(tx, actor, { kind, budgets, editionNumber: number, isMerged: true }, at);
}

interface DepartmentToKeep {
  readonly head: DepartmentHead;
  readonly examined: DepartmentForEdition;
  readonly set: PublishedSet;
  readonly at: Date;
}

function newEdition(
  actor: Actor,
  { seenNumber, secrecyReviewedBy, contact, changeNote }: DepartmentEditionToPublish,
  { head, examined, set, at }: DepartmentToKeep,
): NewEdition {
  const { department, year, units } = head;
  const approvedAt = lastApproval(units);
  if (approvedAt === null) throw new Error(`a unit of department ${department.code} is not approved`);
  const sources = units.map(({ unitCode, unitName, approvedId }) => ({
    unitCode,
    unitName,
    versionId: approvedId ?? '',
  }));
  const projects = set.merged.units.flatMap((budget) => budget.projects.map(({ name }) => name.trim()));
  return {
    subject: { departmentId: department.id, sources, eliminations: examined.eliminations },
    ...{ number: seenNumber + 1, year, contact },
    ...{ unitCode: department.code, unitName: department.fullName },
    ...{ departmentCode: department.code, departmentName: department.fullName },
    title: publicationOf(set).titleLines.join(''),
    projectNames: projects.filter((name) => name !== ''),
    summary: editionSummary({ units: set.merged.units, department, year, edition: set.edition }),
    checklist: { secrecyReviewedBy, approvedAt, daysLeft: publicationDeadline(approvedAt, at).daysLeft },
    // What was said of a first edition would be a correction of nothing
    changeNote: seenNumber > 0 ? changeNote : '',
    changes: examined.changes ?? [],
    ...{ publishedAt: at, publishedById: actor.userId },
  };
}
