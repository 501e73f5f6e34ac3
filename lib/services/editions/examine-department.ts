import type { Db } from '@/lib/db/client.ts';
import { listEditions } from '@/lib/db/edition-repository.ts';
import { findVersionPlaces } from '@/lib/db/version-repository.ts';
import { answersOf, keptElimination } from '@/lib/domain/editions/department-edition.ts';
import type { EditionChange, KeptEdition, KeptElimination } from '@/lib/domain/editions/edition.ts';
import { editionChanges } from '@/lib/domain/editions/edition-changes.ts';
import { checkDepartmentForEdition, type EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';
import type { MergedUnits } from '@/lib/domain/merging/merge-units.ts';
import { payingLineText } from '@/lib/domain/merging/paying-lines.ts';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import { departmentSet, type PublishedSet } from '../exports/published-set.ts';
import { type DepartmentHead, loadApproved, loadVersion, type UnitWorkspace } from './open-department.ts';
import { examineForEdition, printedSet } from './open-version.ts';

/** A department with all that its publication asks about. */
export interface DepartmentForEdition {
  /** The approved versions, in the order of the units. */
  readonly workspaces: readonly UnitWorkspace[];
  /** Null: nothing is approved yet. */
  readonly set: PublishedSet | null;
  readonly merged: MergedUnits;
  readonly checks: readonly EditionCheckResult[];
  readonly eliminations: readonly KeptElimination[];
  /** Newest first. */
  readonly editions: readonly KeptEdition[];
  /** Against the newest edition; null where there is none, or nothing to compare with it. */
  readonly changes: readonly EditionChange[] | null;
}

/** Reads the approved versions of a department's units, adds them up and checks them. */
export async function examineDepartment(tx: Db, head: DepartmentHead): Promise<DepartmentForEdition> {
  const { department, year, units, answers } = head;
  const workspaces = await loadApproved(tx, units);
  const editions = await listEditions(tx, { departmentId: department.id, year });
  const set = workspaces.length > 0 ? departmentSet(workspaces, workspaces.length === units.length, answers) : null;
  const merged = set?.merged ?? { units: [], eliminations: [], faults: [] };
  const edition = workspaces[0]?.edition;
  return {
    ...{ workspaces, set, merged, editions },
    checks: await checksOf(tx, head, workspaces, merged),
    eliminations: merged.eliminations.map((elimination) =>
      keptElimination(elimination, edition ? payingLineText(elimination, edition) : ''),
    ),
    changes: set && (await changesOf(tx, set, editions[0])),
  };
}

async function checksOf(
  tx: Db,
  { department, year, units }: DepartmentHead,
  workspaces: readonly UnitWorkspace[],
  { units: budgets, faults }: MergedUnits,
): Promise<readonly EditionCheckResult[]> {
  const examined = new Map<string, Awaited<ReturnType<typeof examineForEdition>>>();
  for (const workspace of workspaces) examined.set(workspace.budgetId, await examineForEdition(tx, workspace));
  const [first] = workspaces;
  return checkDepartmentForEdition({
    units: units.map(({ unitName: name, budgetId }) => ({ name, version: examined.get(budgetId ?? '') ?? null })),
    faults,
    narrative: first
      ? buildNarrative({ department, units: budgets, year, edition: first.edition })
      : { titleLines: [], sections: [], closing: [] },
  });
}

/** What the newest edition printed is drawn anew from its own versions and eliminations. */
async function changesOf(
  tx: Db,
  set: PublishedSet,
  newest: KeptEdition | undefined,
): Promise<readonly EditionChange[] | null> {
  if (!newest) return null;
  const places = await findVersionPlaces(
    tx,
    newest.sources.map(({ versionId }) => versionId),
  );
  const published: UnitWorkspace[] = [];
  for (const { budgetId, number } of places) published.push(await loadVersion(tx, budgetId, number));
  const before = departmentSet(published, true, answersOf(newest.eliminations));
  return editionChanges(printedSet(before), printedSet(set));
}
