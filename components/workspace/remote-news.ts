import { type Budget, COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Revisions, RowConflict } from '@/lib/domain/workflow/workspace.ts';
import type { BudgetContent } from '@/lib/schemas/budget-state.ts';
import { type Remote, rowIn } from './merge-remote.ts';

/** What a window has read of the server. */
export interface KnownState {
  readonly revisions: Revisions;
  readonly base: Budget;
}

/** The state of some rows on the server, up to a save. */
export interface Newer extends Remote {
  readonly contentRevision: number;
}

/** Of what the server says, that which this window has not read. */
export function newerThan({ revisions, base }: KnownState, { rows, profile }: Remote): Remote {
  return {
    rows: rows.filter(({ collection, key, theirs, revision }) =>
      theirs === null ? rowIn(base, collection, key) !== null : revisions.rows[key] !== revision,
    ),
    profile: profile && profile.revision !== revisions.profile ? profile : null,
  };
}

/** A whole state of the server as news: every row, and every row that is gone. */
export function newsOfState({ base }: KnownState, content: BudgetContent, revisions: Revisions): Newer {
  const rows = COLLECTIONS.flatMap((collection): readonly RowConflict[] => {
    const now: readonly Row[] = content[collection];
    const keys = new Set(now.map(({ key }) => key));
    const about = { collection, savedByName: null };
    const gone = (base[collection] as readonly Row[]).filter(({ key }) => !keys.has(key));
    return [
      ...now.map((row) => ({ ...about, key: row.key, theirs: row, revision: revisions.rows[row.key] ?? 0 })),
      ...gone.map(({ key }) => ({ ...about, key, theirs: null, revision: 0 })),
    ] as unknown as readonly RowConflict[];
  });
  const profile = { theirs: content.profile, revision: revisions.profile, savedByName: null };
  return { rows, profile, contentRevision: revisions.content };
}

/** What the server is known to have of the targets of some edits. */
export function remoteOf({ revisions, base }: KnownState, changes: readonly Change[]): Remote {
  const rows = changes.flatMap((change) => {
    if (change.op === 'profile') return [];
    const { collection } = change;
    const key = change.op === 'insert' ? change.row.key : change.key;
    const theirs = rowIn(base, collection, key);
    return [{ collection, key, theirs, revision: revisions.rows[key] ?? 0, savedByName: null } as RowConflict];
  });
  const hasProfile = changes.some(({ op }) => op === 'profile');
  return {
    rows,
    profile: hasProfile ? { theirs: base.profile, revision: revisions.profile, savedByName: null } : null,
  };
}
