import { sha256 } from '@/lib/db/canonical-json.ts';
import { type Db, database } from '@/lib/db/client.ts';
import { loadProfile } from '@/lib/db/content-repository.ts';
import { type DraftHead, findDraftHead, type TouchedTarget, touchedSince } from '@/lib/db/draft-news-repository.ts';
import { listPresent, notePresence } from '@/lib/db/presence-repository.ts';
import { readRows } from '@/lib/db/row-reader.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { COLLECTIONS, type Collection } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import { remarksStamp } from '@/lib/domain/workflow/remarks-stamp.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RowConflict } from '@/lib/domain/workflow/workspace.ts';
import type { ContentNews, DraftNews } from '@/lib/schemas/draft-news.ts';
import { authorize } from '../authorize.ts';

interface NewsQuery {
  readonly budgetId: string;
  /** The version that the window shows. */
  readonly versionId: string;
  /** The content revision up to which it knows everything. */
  readonly since: number;
  /** The tag of the last answer it took over; null: none yet. */
  readonly seenTag: string | null;
}

export interface TaggedNews {
  /** The same as long as nothing is new for this window. */
  readonly tag: string;
  /** Null: nothing is new since the tag that was named. */
  readonly news: DraftNews | null;
}

/** Beyond these a window reads the whole state: that is quicker than many rows one by one. */
const MAX_SAVES = 200;
const MAX_ROWS = 2_000;

/**
 * What is new for an open window since the content revision it knows: the rows that others saved, who else has the
 * draft open. Asked every few seconds, so one small statement answers where nothing is new. Whoever may edit the draft
 * counts as present by asking.
 */
export async function readNews(actor: Actor, query: NewsQuery): Promise<Result<TaggedNews, Problem>> {
  const head = await findDraftHead(database(), query.budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.read', head.unitId);
  if (!authorized.ok) return authorized;
  if (head.state === 'DRAFT' && isPermitted(actor, 'budget.edit', head.unitId)) {
    await notePresence(database(), head.versionId, actor.userId);
  }
  const present = await listPresent(database(), head.versionId, actor.userId);
  const tag = tagOf(head, query, present);
  if (tag === query.seenTag) return ok({ tag, news: null });
  return ok({ tag, news: await inSnapshot((tx) => newsOf(tx, query, present)) });
}

function tagOf(head: DraftHead, { versionId, since }: NewsQuery, present: readonly string[]): string {
  const { contentRevision, state } = head;
  const parts = [versionId, since, head.versionId, state, contentRevision, remarksStamp(head), ...present];
  return sha256(JSON.stringify(parts)).slice(0, 24);
}

/** All of one moment: the head is read again with the rows. */
async function newsOf(tx: Db, query: NewsQuery, present: readonly string[]): Promise<DraftNews> {
  const head = await findDraftHead(tx, query.budgetId);
  if (!head) throw new Error(`budget ${query.budgetId} went while it was read`);
  const { versionId, state, contentRevision } = head;
  const content = versionId === query.versionId ? await contentSince(tx, head, query.since) : null;
  return { versionId, state, contentRevision, content, present, remarks: remarksStamp(head) };
}

async function contentSince(tx: Db, { versionId, contentRevision }: DraftHead, since: number) {
  const saves = contentRevision - since;
  if (saves === 0) return { rows: [], profile: null };
  if (saves < 0 || saves > MAX_SAVES) return null;
  const touched = await touchedSince(tx, versionId, since, saves);
  return touched === null || touched.length > MAX_ROWS ? null : contentOf(tx, versionId, touched);
}

async function contentOf(tx: Db, versionId: string, touched: readonly TouchedTarget[]): Promise<ContentNews> {
  const rows: RowConflict[] = [];
  for (const collection of COLLECTIONS) {
    const targets = touched.filter((target) => target.collection === collection);
    if (targets.length > 0) rows.push(...(await rowsOf(tx, versionId, collection, targets)));
  }
  const profile = touched.find(({ collection }) => collection === null);
  if (!profile) return { rows, profile: null };
  const { profile: theirs, revision } = await loadProfile(tx, versionId);
  return { rows, profile: { theirs, revision, savedByName: profile.savedByName } };
}

async function rowsOf(
  tx: Db,
  versionId: string,
  collection: Collection,
  targets: readonly TouchedTarget[],
): Promise<readonly RowConflict[]> {
  const keys = targets.flatMap(({ key }) => key ?? []);
  const stored = new Map((await readRows(tx, versionId, collection, keys)).map((each) => [each.row.key, each]));
  return targets.flatMap(({ key, savedByName }) => {
    if (key === null) return [];
    const { row = null, revision = 0 } = stored.get(key) ?? {};
    return [{ collection, key, theirs: row, revision, savedByName } as RowConflict];
  });
}
