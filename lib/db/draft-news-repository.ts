import type { Collection } from '../domain/budget/budget.ts';
import type { RemarkCounts } from '../domain/workflow/remarks-stamp.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

/** The newest version of a budget, as far as an open window asks every few seconds. */
export interface DraftHead extends RemarkCounts {
  readonly unitId: string;
  readonly versionId: string;
  readonly state: VersionState;
  readonly contentRevision: number;
}

/** One statement: this is asked for each open window every few seconds. */
export async function findDraftHead(db: Db, budgetId: string): Promise<DraftHead | null> {
  if (!isUuid(budgetId)) return null;
  const [head] = await db.$queryRaw<(Omit<DraftHead, 'explainedAt'> & { explainedAt: Date | null })[]>`
    SELECT b.unit_id AS "unitId", v.id AS "versionId", v.state::text AS state, v.content_revision AS "contentRevision",
           (SELECT count(*)::int FROM explanations WHERE version_id = v.id) AS explanations,
           (SELECT max(updated_at) FROM explanations WHERE version_id = v.id) AS "explainedAt",
           (SELECT count(*)::int FROM comments WHERE budget_id = b.id) AS comments,
           (SELECT count(resolved_at)::int FROM comments WHERE budget_id = b.id) AS resolved,
           cardinality(v.locked_sections) AS locked
    FROM budgets b
    JOIN budget_versions v ON v.budget_id = b.id
    WHERE b.id = ${budgetId}::uuid
    ORDER BY v.number DESC LIMIT 1`;
  return head ? { ...head, explainedAt: head.explainedAt?.toISOString() ?? null } : null;
}

/** A row that a save touched, or (both null) the profile, and who saved it. */
export interface TouchedTarget {
  readonly collection: Collection | null;
  readonly key: string | null;
  readonly savedByName: string | null;
}

/**
 * What the saves after a content revision touched, each target once with its last author.
 *
 * @param saves how many saves there were since
 * @returns null when the content was changed otherwise than by a save, so that the log does not say what
 */
export async function touchedSince(
  db: Db,
  versionId: string,
  since: number,
  saves: number,
): Promise<readonly TouchedTarget[] | null> {
  const found = await db.$queryRaw<(TouchedTarget & { revision: number })[]>`
    WITH saves AS (
      SELECT id, actor_id, detail FROM audit_events
      WHERE version_id = ${versionId}::uuid AND action = 'budget.saved' ORDER BY id DESC LIMIT ${saves}
    )
    SELECT change ->> 'collection' AS collection, change ->> 'key' AS key, u.display_name AS "savedByName",
           (s.detail ->> 'contentRevision')::int AS revision
    FROM saves s
    CROSS JOIN LATERAL jsonb_array_elements(s.detail -> 'changes') AS change
    LEFT JOIN users u ON u.id = s.actor_id
    WHERE (s.detail ->> 'contentRevision')::int > ${since}
    ORDER BY s.id`;
  if (new Set(found.map(({ revision }) => revision)).size !== saves) return null;
  const last = new Map(found.map(({ revision: _, ...target }) => [`${target.collection}/${target.key}`, target]));
  return [...last.values()];
}
