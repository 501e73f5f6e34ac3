import { type BudgetHead, findBudget } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { listEditions } from '@/lib/db/edition-repository.ts';
import { listRefusals } from '@/lib/db/explanation-verdict-repository.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import type { EditionChange, KeptEdition } from '@/lib/domain/editions/edition.ts';
import { editionChanges, type PrintedEdition } from '@/lib/domain/editions/edition-changes.ts';
import { checkForEdition, type EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { authorize } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';
import { publicationOf } from '../exports/publication-of.ts';
import { type PublishedSet, unitSet } from '../exports/published-set.ts';

type Workspace = Omit<BudgetWorkspace, 'actorId' | 'permittedActions'>;

/** A version with all that its publication asks about. */
export interface VersionForEdition {
  readonly head: BudgetHead;
  readonly workspace: Workspace;
  readonly checks: readonly EditionCheckResult[];
  /** Newest first. */
  readonly editions: readonly KeptEdition[];
  /** Against the newest edition; null where there is none. */
  readonly changes: readonly EditionChange[] | null;
}

/** The version by its number or its id; without both the newest that is approved, else the newest. */
export interface WhichVersion {
  readonly budgetId: string;
  readonly number?: number | undefined;
  readonly versionId?: string;
}

/** Reads a version as of one moment, for those who have the right to it. */
export async function openVersionForEdition(
  tx: Db,
  actor: Actor,
  action: Action,
  { budgetId, number, versionId }: WhichVersion,
): Promise<Result<VersionForEdition, Problem>> {
  const head = await findBudget(tx, budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, action, head.unitId);
  if (!authorized.ok) return authorized;
  const named = number ?? (await numberOf(tx, budgetId, versionId));
  const workspace = named === null ? null : await loadWorkspace(tx, head, named);
  if (!workspace) return fail({ code: 'NOT_FOUND' });
  const editions = await listEditions(tx, { budgetId });
  return ok({
    ...{ head, workspace, editions },
    checks: await checksOf(tx, workspace),
    changes: await changesOf(tx, head, workspace, editions[0]?.versionNumber ?? null),
  });
}

async function numberOf(tx: Db, budgetId: string, versionId: string | undefined): Promise<number | null> {
  const versions = await listVersions(tx, budgetId);
  const [newest] = versions;
  const found =
    versionId === undefined
      ? (versions.find(({ state }) => state === 'APPROVED') ?? newest)
      : versions.find(({ id }) => id === versionId);
  return found?.number ?? null;
}

/** What the checks say of a version, and which findings are explained. */
export async function examineForEdition(tx: Db, workspace: Workspace) {
  const { budgetId, version, explanations } = workspace;
  const { results, narrative } = examineBudget(workspace);
  const refusals = await listRefusals(tx, { budgetId, number: version.number - 1 });
  return { results, narrative, explained: explainedKeysOf({ explanations, refusals }) };
}

async function checksOf(tx: Db, workspace: Workspace): Promise<readonly EditionCheckResult[]> {
  const { version, versions } = workspace;
  return checkForEdition({
    ...(await examineForEdition(tx, workspace)),
    state: version.state,
    isNewestApproved: !versions.some(({ state, number }) => state === 'APPROVED' && number > version.number),
  });
}

async function changesOf(
  tx: Db,
  head: BudgetHead,
  workspace: Workspace,
  publishedNumber: number | null,
): Promise<readonly EditionChange[] | null> {
  if (publishedNumber === null) return null;
  if (publishedNumber === workspace.version.number) return [];
  const published = await loadWorkspace(tx, head, publishedNumber);
  return published && editionChanges(printedSet(unitSet(published)), printedSet(unitSet(workspace)));
}

/** What a set prints, to be compared with what another one does. */
export function printedSet(set: PublishedSet): PrintedEdition {
  const { tables, narrative } = publicationOf(set);
  if (!narrative) throw new Error('a whole publication has its narrative');
  const projectKeys = set.merged.units.flatMap(({ projects }) => projects.map(({ key }) => key));
  return { annexes: tables, narrative, year: set.year, projectKeys };
}
