import { type BudgetHead, findBudget } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { listComments } from '@/lib/db/comment-repository.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { listExplanations } from '@/lib/db/explanation-repository.ts';
import { listVerdicts } from '@/lib/db/explanation-verdict-repository.ts';
import { findFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { listRounds } from '@/lib/db/round-repository.ts';
import { readRows } from '@/lib/db/row-reader.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { ACTIONS, isPermitted } from '@/lib/domain/workflow/permissions.ts';
import { listsAbout, remarkedRows, remarksOfReturn, returnBefore } from '@/lib/domain/workflow/returned-remarks.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetWorkspace, ReviewComment, VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { authorize } from '../authorize.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { loadSurroundings } from './load-surroundings.ts';

export interface BudgetToOpen {
  readonly budgetId: string;
  /** Number of the version; the newest when left out. */
  readonly number?: number;
}

/** Everything a screen shows of one version of a budget, as of one moment. */
export async function openBudget(actor: Actor, input: BudgetToOpen): Promise<Result<BudgetWorkspace, Problem>> {
  return inSnapshot(async (tx) => {
    const head = await findBudget(tx, input.budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' });
    const authorized = authorize(actor, 'budget.read', head.unitId);
    if (!authorized.ok) return authorized;
    const workspace = await loadWorkspace(tx, head, input.number);
    if (!workspace) return fail({ code: 'NOT_FOUND' });
    const permittedActions = ACTIONS.filter((action) => isPermitted(actor, action, head.unitId));
    return ok({ ...workspace, actorId: actor.userId, permittedActions });
  });
}

/** As `openBudget`, without asking for a right; null when there is no such version. */
export async function loadWorkspace(
  db: Db,
  head: BudgetHead,
  number: number | undefined,
): Promise<Omit<BudgetWorkspace, 'actorId' | 'permittedActions'> | null> {
  const versions = await listVersions(db, head.id);
  const version = number === undefined ? versions[0] : versions.find((candidate) => candidate.number === number);
  const fiscal = await findFiscalYear(db, head.year);
  if (!version || !fiscal) return null;
  const { content, rowRevisions, profileRevision } = await loadContent(db, version.id);
  const comments = await listComments(db, head.id);
  const edition = await loadEdition(head.year);
  const { annexSetRef, rounding, projectWeightTotal, overallWeightTotal, changeThresholdPercent } = fiscal;
  return {
    budgetId: head.id,
    unitId: head.unitId,
    budget: { department: head.department, unit: head.unit, year: head.year, ...content },
    revisions: { rows: rowRevisions, profile: profileRevision, content: version.contentRevision },
    version,
    versions,
    comments,
    returnedRows: await loadReturnedRows(db, returnBefore(version, versions), comments),
    explanations: await listExplanations(db, version.id),
    verdicts: await listVerdicts(db, version.id),
    edition,
    settings: { projectWeightTotal, overallWeightTotal, changeThresholdPercent },
    annexSetRef,
    rounding,
    confirmationRequired: head.confirmationRequired,
    nextRoundOpen: await isNextRoundOpen(db, head.year, versions[0]),
    ...(await loadSurroundings(db, head, version.number, edition)),
  };
}

/** The rows of a returned version that its open remarks are about: their lists alone are read. */
async function loadReturnedRows(
  db: Db,
  returned: VersionSummary | null,
  comments: readonly ReviewComment[],
): Promise<BudgetWorkspace['returnedRows']> {
  if (!returned) return {};
  const remarks = remarksOfReturn(returned, comments);
  const wanted = new Set(remarks.flatMap(({ collection }) => (collection === null ? [] : listsAbout(collection))));
  const lists: [Collection, readonly Row[]][] = [];
  for (const collection of wanted) {
    const stored = await readRows(db, returned.id, collection);
    lists.push([collection, stored.map(({ row }) => row)]);
  }
  return remarkedRows(remarks, { ...EMPTY_CONTENT, ...Object.fromEntries(lists) });
}

async function isNextRoundOpen(db: Db, year: number, newest: VersionSummary | undefined): Promise<boolean> {
  if (newest?.state !== 'ACCEPTED' || !newest.round) return false;
  const { ordinal } = newest.round;
  return (await listRounds(db, year)).some((round) => round.state === 'OPEN' && round.ordinal > ordinal);
}
