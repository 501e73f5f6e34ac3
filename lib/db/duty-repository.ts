import { Prisma } from '../../prisma/generated/client.ts';
import { PUBLICATION_DAYS } from '../domain/editions/publication-deadline.ts';
import type { UnitSituation } from '../domain/notices/waiting.ts';
import type { Db } from './client.ts';

/**
 * The submissions that units owe (`duty`): a round that is open, or closed with an extension, in which the unit has
 * nothing handed in. What it accepted in an earlier round waits to be begun anew; an adjustment belongs to no round.
 */
const DUTIES = Prisma.sql`
  duty AS (
    SELECT r.id AS round_id, r.year, r.kind AS round_kind, n.id AS unit_id, n.name AS unit_name, b.id AS budget_id,
           v.id AS version_id, coalesce(x.until, r.deadline_at) AS deadline_at
    FROM rounds r
    CROSS JOIN units n
    LEFT JOIN LATERAL (
      SELECT until FROM round_extensions WHERE round_id = r.id AND unit_id = n.id
      ORDER BY granted_at DESC, id DESC LIMIT 1) x ON true
    LEFT JOIN budgets b ON b.unit_id = n.id AND b.year = r.year
    LEFT JOIN LATERAL (
      SELECT id, state, adjustment, round_id FROM budget_versions WHERE budget_id = b.id
      ORDER BY number DESC LIMIT 1) v ON true
    WHERE n.disabled_at IS NULL
      AND (r.state = 'OPEN' OR r.state = 'CLOSED' AND x.until IS NOT NULL AND v.round_id = r.id)
      AND (v.id IS NULL OR v.adjustment = 0 AND (
        v.state IN ('DRAFT', 'CONFIRMING', 'RETURNED', 'WITHDRAWN')
        OR v.state = 'ACCEPTED' AND v.round_id IS DISTINCT FROM r.id))
  )`;

/**
 * Tells the clerks of each unit that owes a submission: three days and one day before its deadline, and when it has
 * passed. Each once for each deadline, however often and wherever this is computed.
 *
 * @returns how many were told
 */
export async function insertDeadlineNotices(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    WITH ${DUTIES}, due AS (
      SELECT d.*, CASE WHEN d.deadline_at < ${now} THEN 'deadline.passed' ELSE 'deadline.near' END AS kind,
             CASE WHEN d.deadline_at < ${now} THEN 'passed'
                  WHEN d.deadline_at <= ${now}::timestamptz + interval '1 day' THEN 'day' ELSE 'days' END AS step
      FROM duty d
      WHERE d.deadline_at BETWEEN ${now}::timestamptz - interval '30 days' AND ${now}::timestamptz + interval '3 days'
    )
    INSERT INTO notices (id, user_id, role, kind, unit_id, budget_id, version_id, detail, once_key, created_at)
    SELECT gen_random_uuid(), u.id, a.role, due.kind, due.unit_id, due.budget_id, due.version_id,
           jsonb_build_object('unitName', due.unit_name, 'year', due.year, 'roundKind', due.round_kind, 'deadlineAt',
             to_char(due.deadline_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
           concat_ws(' ', due.round_id, due.unit_id, extract(epoch FROM due.deadline_at)::bigint, due.step), ${now}
    FROM due
    JOIN assignments a ON a.unit_id = due.unit_id AND a.role = 'CLERK'
    JOIN users u ON u.id = a.user_id AND u.disabled_at IS NULL
    ON CONFLICT (user_id, kind, once_key) DO NOTHING`;
}

/**
 * Tells the clerks of each unit whose approved budget is in no edition that is published, its own or its department's:
 * five days and one day before the twenty days after the approval are over (days of the calendar in China), and when
 * they are. Each once for each version.
 *
 * @returns how many were told
 */
export async function insertPublicationNotices(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    WITH approved AS (
      SELECT DISTINCT ON (v.budget_id) v.id, v.budget_id, v.number,
             (v.decided_at AT TIME ZONE 'Asia/Shanghai')::date + ${PUBLICATION_DAYS}::int AS last_day
      FROM budget_versions v WHERE v.state = 'APPROVED' AND v.decided_at IS NOT NULL
      ORDER BY v.budget_id, v.number DESC
    ), due AS (
      SELECT a.*, n.id AS unit_id, n.name AS unit_name, b.year,
             a.last_day - (${now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS days_left
      FROM approved a
      JOIN budgets b ON b.id = a.budget_id
      JOIN units n ON n.id = b.unit_id AND n.disabled_at IS NULL
      WHERE NOT EXISTS (SELECT FROM editions e WHERE e.version_id = a.id AND e.state = 'PUBLISHED')
        AND NOT EXISTS (SELECT FROM edition_sources s JOIN editions e ON e.id = s.edition_id
                        WHERE s.version_id = a.id AND e.state = 'PUBLISHED')
    )
    INSERT INTO notices (id, user_id, role, kind, unit_id, budget_id, version_id, detail, once_key, created_at)
    SELECT gen_random_uuid(), u.id, a.role,
           CASE WHEN due.days_left < 0 THEN 'publication.passed' ELSE 'publication.near' END,
           due.unit_id, due.budget_id, due.id,
           jsonb_build_object('unitName', due.unit_name, 'year', due.year, 'number', due.number, 'deadlineAt',
             to_char(((due.last_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' - interval '1 millisecond')
               AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
           concat_ws(' ', due.id, CASE WHEN due.days_left < 0 THEN 'passed' WHEN due.days_left <= 1 THEN 'day' ELSE 'days' END),
           ${now}
    FROM due
    JOIN assignments a ON a.unit_id = due.unit_id AND a.role = 'CLERK'
    JOIN users u ON u.id = a.user_id AND u.disabled_at IS NULL
    WHERE due.days_left BETWEEN -30 AND 5
    ON CONFLICT (user_id, kind, once_key) DO NOTHING`;
}

interface SituationRecord extends Omit<UnitSituation, 'submittedAt' | 'owedUntil'> {
  readonly submittedAt: Date | null;
  readonly owedUntil: Date | null;
}

/**
 * What each unit's budget of each year is told by, begun or not, in one statement.
 *
 * @param unitIds null: of all units
 * @param userId whose remarks' replies are counted
 */
export async function listSituations(
  db: Db,
  unitIds: readonly string[] | null,
  userId: string,
): Promise<readonly UnitSituation[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND n.id = ANY(${[...unitIds]}::uuid[])`;
  const found = await db.$queryRaw<SituationRecord[]>`
    WITH ${DUTIES}
    SELECT n.id AS "unitId", f.year, b.id AS "budgetId", v.state::text AS state, v.submitted_at AS "submittedAt",
           (NOT EXISTS (SELECT FROM rounds WHERE year = f.year)
             OR EXISTS (SELECT FROM rounds WHERE year = f.year AND state = 'OPEN')) AS "isYearOpen",
           EXISTS (SELECT FROM budget_versions w WHERE w.budget_id = b.id AND w.number < v.number
             AND w.adjustment = v.adjustment AND w.state = 'RETURNED') AS "wasReturned",
           coalesce(v.state = 'DRAFT' AND p.state = 'RETURNED', false) AS "isReturnedDraft",
           (SELECT min(duty.deadline_at) FROM duty WHERE duty.unit_id = n.id AND duty.year = f.year) AS "owedUntil",
           threads.open AS "openRemarks", threads.replied AS "repliesToActor",
           (SELECT count(*)::int FROM explanation_verdicts e WHERE e.version_id = p.id AND e.verdict = 'REFUSED')
             AS "refusedExplanations",
           coalesce(v.state = 'ACCEPTED', false)
             AND NOT EXISTS (SELECT FROM control_figures c WHERE c.unit_id = n.id AND c.year = f.year)
             AS "lacksControlFigures",
           EXISTS (SELECT FROM assignments a JOIN users u ON u.id = a.user_id AND u.disabled_at IS NULL
             WHERE a.unit_id = n.id AND a.role = 'CLERK') AS "hasClerk",
           EXISTS (SELECT FROM assignments a JOIN users u ON u.id = a.user_id AND u.disabled_at IS NULL
             WHERE a.unit_id = n.id AND a.role = 'REVIEWER') AS "hasReviewer"
    FROM units n
    CROSS JOIN fiscal_years f
    LEFT JOIN budgets b ON b.unit_id = n.id AND b.year = f.year
    LEFT JOIN LATERAL (
      SELECT * FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN budget_versions p ON p.budget_id = b.id AND p.number = v.number - 1
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open,
             (count(*) FILTER (WHERE t.author_id = ${userId}::uuid AND last.author_id <> t.author_id))::int AS replied
      FROM comments t
      CROSS JOIN LATERAL (
        SELECT author_id FROM comments m WHERE m.id = t.id OR m.parent_id = t.id
        ORDER BY m.created_at DESC, m.id DESC LIMIT 1) last
      WHERE t.budget_id = b.id AND t.parent_id IS NULL AND t.resolved_at IS NULL
        AND t.author_role IN ('REVIEWER', 'BUDGET_OFFICE')) threads
    WHERE n.disabled_at IS NULL ${ofUnits}`;
  return found.map(({ submittedAt, owedUntil, ...situation }) => ({
    ...situation,
    submittedAt: submittedAt?.toISOString() ?? null,
    owedUntil: owedUntil?.toISOString() ?? null,
  }));
}

/** The nearest deadlines of open rounds that have passed or will within these days: they are due to be closed. */
export async function listClosingRounds(db: Db, until: Date): Promise<readonly Date[]> {
  const rounds = await db.round.findMany({
    where: { state: 'OPEN', deadlineAt: { lte: until } },
    select: { deadlineAt: true },
    orderBy: { deadlineAt: 'asc' },
  });
  return rounds.flatMap(({ deadlineAt }) => deadlineAt ?? []);
}
