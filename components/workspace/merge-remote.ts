import { type Budget, type Collection, PROJECT_PARTS } from '@/lib/domain/budget/budget.ts';
import { applyChanges, type Change } from '@/lib/domain/budget/changes.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { RowConflict } from '@/lib/domain/workflow/workspace.ts';
import { changeTarget } from './coalesce-changes.ts';
import { cellDisputeKey, type Dispute, disputedCells, type RowDispute, type RowName } from './disputes.ts';
import { type Fields, fieldOfPath, valueAt } from './field-paths.ts';
import { mergeFields } from './merge-fields.ts';
import { rowDifference, sameContent } from './row-difference.ts';

/** What the server says of rows and the profile as they are now. */
export interface Remote {
  readonly rows: readonly RowConflict[];
  readonly profile: RemoteProfile | null;
}

export interface RemoteProfile {
  readonly theirs: UnitProfile;
  readonly revision: number;
  readonly savedByName: string | null;
}

/** The state of a window that meets news from the server. */
export interface Local {
  /** What the window shows: the server's state with everything that was edited here. */
  readonly shown: Budget;
  /** What the server was last known to have. */
  readonly base: Budget;
  /** Edits the server does not have and that are not on their way. */
  readonly pending: readonly Change[];
  readonly disputes: readonly Dispute[];
}

/** What becomes of one target of unsaved edits: the change still to be saved, on the revision now known. */
export interface Settled {
  readonly target: string;
  readonly change: Change | null;
  /** Null: the server has no such row; undefined: nothing new is known of it. */
  readonly revision: number | null | undefined;
}

export interface Merged {
  /** What takes the shown budget to the merged one. */
  readonly adopt: readonly Change[];
  readonly base: Budget;
  readonly settled: readonly Settled[];
  readonly disputes: readonly Dispute[];
}

/**
 * Merges what others saved into a window with unsaved edits, cell by cell: what one side alone changed is taken, what
 * both changed alike is settled, what they changed differently is in dispute and stays as this window shows it.
 *
 * @param baseKnown false when the edits were made on a state that is not known any more: then every difference counts
 */
export function mergeRemote(local: Local, { rows, profile }: Remote, baseKnown = true): Merged {
  const pending = new Map(local.pending.map((change) => [changeTarget(change), change]));
  const outcomes = rows.map((remote) => mergeRow(local, pending, rows, remote, baseKnown));
  if (profile) outcomes.push(mergeProfile(local, pending.get('profile'), profile, baseKnown));
  const touched = new Set(outcomes.flatMap(({ settled }) => settled.map(({ target }) => target)));
  const toBase = rows.flatMap(({ collection, key, theirs }) => {
    const change = rowDifference(collection, rowIn(local.base, collection, key), theirs);
    return change ? [change] : [];
  });
  const base = applyChanges(local.base, toBase);
  return {
    adopt: outcomes.flatMap(({ adopt }) => (adopt ? [adopt] : [])),
    base: profile ? { ...base, profile: profile.theirs } : base,
    settled: outcomes.flatMap(({ settled }) => settled),
    disputes: withProjects([
      ...local.disputes.filter(({ target }) => !touched.has(target)),
      ...outcomes.flatMap(({ disputes }) => disputes),
    ]),
  };
}

/** A line that somebody else deleted with its project comes back, or goes, with it: one question, not two. */
function withProjects(disputes: readonly Dispute[]): readonly Dispute[] {
  const isGone = (dispute: Dispute): dispute is RowDispute => dispute.kind === 'row' && dispute.theirs === null;
  const projects = new Set(
    disputes.filter((dispute) => isGone(dispute) && dispute.collection === 'projects').map(({ rowKey }) => rowKey),
  );
  if (projects.size === 0) return disputes;
  const owner = (dispute: Dispute) => (isGone(dispute) ? projectOf(dispute.mine) : null);
  return disputes.flatMap((dispute) => {
    if (projects.has(owner(dispute) ?? '')) return [];
    if (!isGone(dispute) || dispute.collection !== 'projects') return [dispute];
    const parts = disputes.filter((part) => owner(part) === dispute.rowKey);
    const held = [...dispute.held, ...parts.flatMap(nameOf)];
    return [{ ...dispute, held: [...new Map(held.map((name) => [`${name.collection}/${name.key}`, name])).values()] }];
  });
}

function nameOf({ collection, rowKey }: Dispute): readonly RowName[] {
  return collection === null ? [] : [{ collection, key: rowKey }];
}

export function rowIn(budget: Budget, collection: Collection, key: string): Row | null {
  const rows: readonly Row[] = budget[collection];
  return rows.find((row) => row.key === key) ?? null;
}

interface Outcome {
  readonly adopt: Change | null;
  readonly settled: readonly Settled[];
  readonly disputes: readonly Dispute[];
}

type Pending = ReadonlyMap<string, Change>;

function mergeRow(
  local: Local,
  pending: Pending,
  all: readonly RowConflict[],
  remote: RowConflict,
  baseKnown: boolean,
): Outcome {
  const { collection, key, theirs } = remote;
  const target = `${collection}/${key}`;
  const shown = rowIn(local.shown, collection, key);
  const base = rowIn(local.base, collection, key);
  const mine = pending.get(target);
  const before = local.disputes.filter((dispute) => dispute.target === target);
  const revision = theirs === null ? null : remote.revision;
  const take = (): Outcome => ({
    adopt: rowDifference(collection, shown, theirs),
    settled: [{ target, change: null, revision }],
    disputes: [],
  });
  if (!mine && before.length === 0) {
    const parts = theirs === null && collection === 'projects' ? partsOf(local, pending, key) : [];
    return parts.length === 0 ? take() : disputeRow(remote, shown, target, parts);
  }
  if (sameContent(shown, theirs)) return take();
  if (mine?.op === 'delete') {
    const isUntouched = baseKnown && sameContent(base, theirs) && !hasNewParts(remote, all, pending);
    return isUntouched
      ? { adopt: null, settled: [{ target, change: mine, revision }], disputes: [] }
      : disputeRow(remote, shown, target, collection === 'projects' ? partsOf(local, pending, key) : []);
  }
  if (shown === null || theirs === null) return disputeRow(remote, shown, target, heldBy(before));
  return mergeCells({ local, remote, target, shown, base: baseKnown ? base : null, mine, before });
}

interface CellMerge {
  readonly local: Local;
  readonly remote: RowConflict;
  readonly target: string;
  readonly shown: Row;
  readonly base: Row | null;
  readonly mine: Change | undefined;
  readonly before: readonly Dispute[];
}

function mergeCells({ local, remote, target, shown, base, mine, before }: CellMerge): Outcome {
  const { collection, key, revision, savedByName } = remote;
  const theirs = { ...remote.theirs } as unknown as Fields;
  const mineShown = { ...shown } as unknown as Fields;
  const edited = editedFields(mine, before, mineShown);
  const merged = mergeFields({
    shown: mineShown,
    base: base && ({ ...base } as unknown as Fields),
    theirs,
    edited,
    disputed: disputedCells(local.disputes, target),
  });
  const keeps = Object.keys(merged.keep).length > 0;
  return {
    adopt: rowDifference(collection, shown, merged.shown as unknown as Row),
    settled: [
      {
        target,
        change: keeps ? ({ op: 'update', collection, key, fields: merged.keep } as Change) : null,
        revision,
      },
    ],
    disputes: merged.disputed.map((field) => ({
      kind: 'cell',
      key: cellDisputeKey(target, field),
      target,
      collection,
      rowKey: key,
      field,
      mine: valueAt(mineShown, field),
      theirs: valueAt(theirs, field),
      savedByName,
    })),
  };
}

/** The fields of a row with edits of this window: those waiting to be saved, and those in dispute. */
function editedFields(mine: Change | undefined, before: readonly Dispute[], shown: Fields): readonly string[] {
  if (mine?.op === 'insert' || before.some(({ kind }) => kind === 'row')) {
    return Object.keys(shown).filter((name) => name !== 'key');
  }
  const waiting = mine?.op === 'update' || mine?.op === 'profile' ? Object.keys(mine.fields) : [];
  const disputed = before.flatMap((dispute) => (dispute.kind === 'cell' ? [fieldOfPath(dispute.field)] : []));
  return [...new Set([...waiting, ...disputed])];
}

function mergeProfile(
  local: Local,
  mine: Change | undefined,
  { theirs, revision, savedByName }: RemoteProfile,
  baseKnown: boolean,
): Outcome {
  const target = 'profile';
  const shown: Fields = { ...local.shown.profile };
  const before = local.disputes.filter((dispute) => dispute.target === target);
  const merged = mergeFields({
    shown,
    base: baseKnown ? { ...local.base.profile } : null,
    theirs: { ...theirs },
    edited: editedFields(mine, before, shown),
    disputed: disputedCells(local.disputes, target),
  });
  const changed = Object.entries(merged.shown).filter(([name, value]) => !sameContent(value, shown[name]));
  const keeps = Object.keys(merged.keep).length > 0;
  return {
    adopt: changed.length > 0 ? { op: 'profile', fields: Object.fromEntries(changed) } : null,
    settled: [{ target, change: keeps ? { op: 'profile', fields: merged.keep } : null, revision }],
    disputes: merged.disputed.map((field) => ({
      kind: 'cell',
      key: cellDisputeKey(target, field),
      target,
      collection: null,
      rowKey: target,
      field,
      mine: valueAt(shown, field),
      theirs: valueAt({ ...theirs }, field),
      savedByName,
    })),
  };
}

/** A dispute over a whole row; the edits that hang on its answer leave the queue and wait with it. */
function disputeRow(
  { collection, key, theirs, revision, savedByName }: RowConflict,
  mine: Row | null,
  target: string,
  held: readonly RowName[],
): Outcome {
  const dispute: RowDispute = {
    kind: 'row',
    key: target,
    target,
    collection,
    rowKey: key,
    mine,
    theirs,
    held,
    savedByName,
  };
  return {
    adopt: null,
    settled: [
      { target, change: null, revision: theirs === null ? null : revision },
      ...held.map((part) => ({ target: `${part.collection}/${part.key}`, change: null, revision: undefined })),
    ],
    disputes: [dispute],
  };
}

function heldBy(before: readonly Dispute[]): readonly RowName[] {
  return before.flatMap((dispute) => (dispute.kind === 'row' ? dispute.held : []));
}

/** The rows of a project with unsaved edits or in dispute. */
function partsOf({ shown, base, disputes }: Local, pending: Pending, projectKey: string): readonly RowName[] {
  const edited = [...pending.values()].flatMap((change): readonly RowName[] => {
    if (change.op === 'profile') return [];
    return [{ collection: change.collection, key: change.op === 'insert' ? change.row.key : change.key }];
  });
  return [...edited, ...disputes.flatMap(nameOf)].filter(({ collection, key }) => {
    if (!PROJECT_PARTS.some((part) => part === collection)) return false;
    return projectOf(rowIn(shown, collection, key) ?? rowIn(base, collection, key)) === projectKey;
  });
}

/** Whether somebody else has put rows into a project that is to be deleted here. */
function hasNewParts({ collection, key }: RowConflict, all: readonly RowConflict[], pending: Pending): boolean {
  if (collection !== 'projects') return false;
  return all.some(
    (other) => projectOf(other.theirs) === key && pending.get(`${other.collection}/${other.key}`)?.op !== 'delete',
  );
}

export function projectOf(row: Row | null): string | null {
  return row && 'projectKey' in row && typeof row.projectKey === 'string' ? row.projectKey : null;
}
