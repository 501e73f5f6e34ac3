import { type Budget, type Collection, PROJECT_PARTS } from '../budget/budget.ts';
import type { Row } from '../budget/row.ts';
import { countChanges, diffRows } from '../versions/row-diff.ts';
import type { BudgetWorkspace, ReviewComment, VersionSummary } from './workspace.ts';

/** The lists of rows of a version. */
export type RowLists = Pick<Budget, Collection>;

/** What became of the rows that a remark is about, since the return. */
export type RowFate = 'changed' | 'unchanged' | 'removed';

/** A remark that was open when a version was returned, as it stands now. */
export interface ReturnedRemark {
  readonly remark: ReviewComment;
  readonly isSettled: boolean;
  /** Whether somebody has answered it since the return. */
  readonly isAnswered: boolean;
  /** Null: it is on no row, or nothing is known of the row as it was. */
  readonly fate: RowFate | null;
}

/** The remarks that went with a return. */
export interface ReturnedRemarks {
  /** The version that was returned. */
  readonly version: VersionSummary;
  /** Those that wait first, else in the order in which they were made. */
  readonly remarks: readonly ReturnedRemark[];
  /** How many nobody has settled. */
  readonly open: number;
}

/** The return that a version answers; a withdrawal in between changes nothing about it. */
export function returnBefore(
  version: Pick<VersionSummary, 'number'>,
  versions: readonly VersionSummary[],
): VersionSummary | null {
  const before = [...versions]
    .sort((a, b) => b.number - a.number)
    .find(({ number, state }) => number < version.number && state !== 'WITHDRAWN');
  return before?.state === 'RETURNED' ? before : null;
}

/**
 * The remarks, without answers, that were open when a version was returned. One that was settled then and is open again
 * counts too: it waits as they do.
 */
export function remarksOfReturn(
  { decidedAt }: Pick<VersionSummary, 'decidedAt'>,
  comments: readonly ReviewComment[],
): readonly ReviewComment[] {
  if (decidedAt === null) return [];
  return comments.filter(
    ({ parentId, createdAt, resolvedAt }) =>
      parentId === null && createdAt <= decidedAt && (resolvedAt === null || resolvedAt > decidedAt),
  );
}

/** The lists whose rows a remark on a row of this list is about: those of a project, and how a line was calculated. */
export function listsAbout(collection: Collection): readonly Collection[] {
  if (collection === 'projects') return [collection, ...PROJECT_PARTS];
  return collection === 'expenditure' ? [collection, 'calculations'] : [collection];
}

/** By remark, the rows that it is about as a version has them; nothing for remarks on no row. */
export function remarkedRows(remarks: readonly ReviewComment[], lists: RowLists): BudgetWorkspace['returnedRows'] {
  return Object.fromEntries(
    remarks.flatMap(({ id, collection, rowKey }) =>
      collection === null || rowKey === null ? [] : [[id, rowsAbout(lists, collection, rowKey)]],
    ),
  );
}

type RowWithOwner = Row & { readonly projectKey?: string | null; readonly lineKey?: string };

function rowsAbout(lists: RowLists, collection: Collection, rowKey: string): readonly Row[] {
  return listsAbout(collection).flatMap((list) => {
    const rows: readonly RowWithOwner[] = lists[list];
    return rows.filter((row) => (list === collection ? row.key : (row.projectKey ?? row.lineKey)) === rowKey);
  });
}

/**
 * The remarks that went with the return before a version.
 *
 * @param budget the version's rows as they are now
 * @returns null where no return came before it
 */
export function returnedRemarks(
  workspace: Pick<BudgetWorkspace, 'version' | 'versions' | 'comments' | 'returnedRows'>,
  budget: RowLists,
): ReturnedRemarks | null {
  const { comments, returnedRows } = workspace;
  const version = returnBefore(workspace.version, workspace.versions);
  if (!version) return null;
  const { decidedAt } = version;
  const answered = new Set(
    comments.filter(({ createdAt }) => decidedAt !== null && createdAt > decidedAt).map(({ parentId }) => parentId),
  );
  const remarks = remarksOfReturn(version, comments).map(
    (remark): ReturnedRemark => ({
      remark,
      isSettled: remark.resolvedAt !== null,
      isAnswered: answered.has(remark.id),
      fate: fateOf(remark, returnedRows[remark.id], budget),
    }),
  );
  const waiting = remarks.filter(({ isSettled }) => !isSettled);
  return {
    version,
    remarks: [...waiting, ...remarks.filter(({ isSettled }) => isSettled)],
    open: waiting.length,
  };
}

/** How many remarks of a return wait, and how many of these are on rows that nobody has changed since. */
export function waitingRemarks(returned: ReturnedRemarks | null): {
  readonly open: number;
  readonly untouched: number;
} {
  const waiting = returned?.remarks.filter(({ isSettled }) => !isSettled) ?? [];
  return { open: waiting.length, untouched: waiting.filter(({ fate }) => fate === 'unchanged').length };
}

function fateOf(
  { collection, rowKey }: ReviewComment,
  before: readonly Row[] | undefined,
  budget: RowLists,
): RowFate | null {
  const isThere = (rows: readonly Row[]) => rows.some(({ key }) => key === rowKey);
  if (collection === null || rowKey === null || !before || !isThere(before)) return null;
  const after = rowsAbout(budget, collection, rowKey);
  if (!isThere(after)) return 'removed';
  return countChanges(diffRows(before, after)) > 0 ? 'changed' : 'unchanged';
}
