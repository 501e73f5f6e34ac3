import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { createBudget, findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { insertContent, replaceContent } from '@/lib/db/content-repository.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { bumpContentRevision, createDraft, listVersions, lockVersion } from '@/lib/db/version-repository.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { Raced } from './once-more.ts';

/** A budget that an import wrote. */
export interface ImportedBudget {
  readonly budgetId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly year: number;
  readonly versionNumber: number;
  /** Whether it took the place of what the draft held before. */
  readonly replaced: boolean;
}

/** Where a budget will be written: settled for every unit of a package before the first write. */
type Destination =
  | { readonly kind: 'new'; readonly unitId: string; readonly roundId: string | null }
  | { readonly kind: 'draft'; readonly budgetId: string; readonly versionId: string; readonly number: number };

export interface PlannedImport {
  readonly budget: Budget;
  readonly destination: Destination;
}

interface PlanInput {
  readonly unitId: string;
  readonly budget: Budget;
  readonly replace: boolean;
}

/**
 * Decides where a budget of a known unit and fiscal year goes: into a new draft, or with `replace` into the draft that
 * is there, which is held until the transaction ends. What is submitted or approved is never replaced.
 */
export async function planImport(tx: Db, input: PlanInput): Promise<Result<PlannedImport, Problem>> {
  const { unitId, budget, replace } = input;
  const opening = await findOpening(tx, budget.year);
  if (!opening.open) return fail({ code: 'YEAR_NOT_OPEN', year: budget.year });
  const existing = await findBudgetOfUnit(tx, unitId, budget.year);
  if (!existing) return ok({ budget, destination: { kind: 'new', unitId, roundId: opening.roundId } });
  const [newest] = await listVersions(tx, existing.id);
  const version = newest && (await lockVersion(tx, existing.id, newest.id));
  if (!version) throw new Error(`budget ${existing.id} has no version`);
  const named = { unitName: existing.unit.name, year: budget.year };
  if (version.state !== 'DRAFT') return fail({ code: 'BUDGET_DECIDED', ...named, state: version.state });
  if (!replace) return fail({ code: 'BUDGET_EXISTS', ...named });
  const { id: versionId, number, lockedSections } = version;
  if (lockedSections.length > 0) return fail({ code: 'SECTION_LOCKED', sections: lockedSections });
  return ok({ budget, destination: { kind: 'draft', budgetId: existing.id, versionId, number } });
}

/**
 * Writes what was planned, with its entry in the audit log.
 *
 * @throws Raced when the unit got a budget of the year meanwhile
 */
export async function storeBudget(
  tx: Db,
  actor: Actor | null,
  { budget, destination }: PlannedImport,
  at: Date,
): Promise<ImportedBudget> {
  const { budgetId, versionId, number } =
    destination.kind === 'new'
      ? await writeNewDraft(tx, budget, destination, at)
      : await overwriteDraft(tx, budget, destination);
  const replaced = destination.kind === 'draft';
  const detail = { replaced, lines: budget.expenditure.length, projects: budget.projects.length };
  await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.imported', detail, at });
  const { code: unitCode, name: unitName } = budget.unit;
  return { budgetId, unitCode, unitName, year: budget.year, versionNumber: number, replaced };
}

interface WrittenDraft {
  readonly budgetId: string;
  readonly versionId: string;
  readonly number: number;
}

async function writeNewDraft(
  tx: Db,
  budget: Budget,
  { unitId, roundId }: Extract<Destination, { kind: 'new' }>,
  at: Date,
): Promise<WrittenDraft> {
  const budgetId = await createBudget(tx, unitId, budget.year);
  if (budgetId === null) throw new Raced(`a budget of unit ${budget.unit.code} came up meanwhile`);
  const versionId = await createDraft(tx, { budgetId, number: 1, roundId, createdAt: at });
  await insertContent(tx, versionId, budget);
  return { budgetId, versionId, number: 1 };
}

async function overwriteDraft(
  tx: Db,
  budget: Budget,
  { budgetId, versionId, number }: Extract<Destination, { kind: 'draft' }>,
): Promise<WrittenDraft> {
  const revision = await bumpContentRevision(tx, versionId);
  await replaceContent(tx, versionId, budget, revision);
  return { budgetId, versionId, number };
}
