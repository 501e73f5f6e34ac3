import { Prisma } from '../../prisma/generated/client.ts';
import type { QueueRow } from '../domain/review/queue-row.ts';
import type { RiskPart } from '../domain/review/risk-rank.ts';
import type { RoundKind, RoundState } from '../domain/workflow/round.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { Db } from './client.ts';

/** Amounts as text: a sum of many BIGINT values is a NUMERIC, and JSON knows no bigint. */
interface QueueRecord {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  readonly versionId: string | null;
  readonly number: number;
  readonly state: VersionState;
  readonly previousState: VersionState | null;
  readonly adjustment: number;
  readonly submittedAt: Date | null;
  readonly refused: number;
  readonly total: string;
  readonly compared: string;
  readonly prior: string | null;
  readonly roundId: string | null;
  readonly roundKind: RoundKind;
  readonly ordinal: number;
  readonly roundState: RoundState;
  readonly deadlineAt: Date | null;
  readonly isExtended: boolean;
  readonly checkedAt: Date | null;
  readonly ruleVersion: number;
  readonly errors: number;
  readonly warnings: number;
  readonly unexplainedWarnings: number;
  readonly notes: number;
  readonly notRun: number;
  readonly changed: string;
  readonly unexplained: string;
  readonly risk: number;
  readonly parts: readonly RiskPart[];
  readonly openComments: number;
  readonly reviewers: QueueRow['reviewers'];
}

export interface QueueFilterOfUnits {
  /** Null: all. */
  readonly unitIds: readonly string[] | null;
  readonly year: number;
}

/**
 * Every unit with its newest version of a year, its digest and its round, in one statement; a unit in use without a
 * budget too, so that late ones are seen. The sums of a version are taken from its digest; only those of a draft, which
 * has none, are made here, with 上年数 of the general public budget beside its money of this kind.
 */
export async function listQueue(db: Db, { unitIds, year }: QueueFilterOfUnits): Promise<readonly QueueRow[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND u.id = ANY(${[...unitIds]}::uuid[])`;
  const records = await db.$queryRaw<QueueRecord[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.code AS "departmentCode",
           d.name AS "departmentName", b.id AS "budgetId", v.id AS "versionId", v.number, v.state::text AS state,
           before.state::text AS "previousState", v.adjustment, v.submitted_at AS "submittedAt",
           coalesce(g.total_fen::text, sums.total) AS total,
           coalesce(g.detail->'totals'->>'comparedFen', sums.compared) AS compared,
           CASE WHEN g.version_id IS NULL THEN sums.prior ELSE g.prior_fen::text END AS prior,
           r.id AS "roundId", r.kind::text AS "roundKind", r.ordinal, r.state::text AS "roundState",
           coalesce(x.until, r.deadline_at) AS "deadlineAt", x.until IS NOT NULL AS "isExtended",
           g.checked_at AS "checkedAt", (g.detail->>'ruleVersion')::int AS "ruleVersion", g.errors, g.warnings,
           (g.detail->>'unexplainedWarnings')::int AS "unexplainedWarnings", g.notes, g.not_run AS "notRun",
           g.changed_fen::text AS changed, g.unexplained_fen::text AS unexplained, g.risk,
           g.detail->'parts' AS parts, remarks.open AS "openComments", verdicts.refused, people.reviewers
    FROM units u
    JOIN departments d ON d.id = u.department_id
    LEFT JOIN budgets b ON b.unit_id = u.id AND b.year = ${year}
    LEFT JOIN LATERAL (
      SELECT * FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN budget_versions before ON before.budget_id = b.id AND before.number = v.number - 1
    LEFT JOIN review_digests g ON g.version_id = v.id AND v.state NOT IN ('DRAFT', 'CONFIRMING')
    LEFT JOIN LATERAL (
      SELECT id, kind, ordinal, state, deadline_at FROM rounds
      WHERE CASE WHEN v.id IS NULL THEN year = ${year} AND state = 'OPEN' ELSE id = v.round_id END) r ON true
    LEFT JOIN LATERAL (
      SELECT until FROM round_extensions
      WHERE round_id = r.id AND unit_id = u.id ORDER BY granted_at DESC, id DESC LIMIT 1) x ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_fen), 0)::text AS total,
             coalesce(sum(amount_fen) FILTER (WHERE source = 'GENERAL_PUBLIC' AND NOT carried_over), 0)::text AS compared,
             (SELECT sum(amount_fen)::text FROM prior_year_lines WHERE version_id = v.id) AS prior
      FROM expenditure_lines WHERE version_id = v.id AND g.version_id IS NULL) sums
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open FROM comments
      WHERE budget_id = b.id AND parent_id IS NULL AND resolved_at IS NULL) remarks
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS refused FROM explanation_verdicts
      WHERE version_id = v.id AND verdict = 'REFUSED') verdicts
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name) ORDER BY p.display_name), '[]')
             AS reviewers
      FROM assignments a JOIN users p ON p.id = a.user_id AND p.disabled_at IS NULL
      WHERE a.unit_id = u.id AND a.role = 'REVIEWER') people
    WHERE (u.disabled_at IS NULL OR b.id IS NOT NULL) ${ofUnits}
    ORDER BY u.code`;
  return records.map(rowOf);
}

function rowOf(record: QueueRecord): QueueRow {
  const { unitId, unitCode, unitName, departmentCode, departmentName, budgetId, openComments, reviewers } = record;
  return {
    ...{ unitId, unitCode, unitName, departmentCode, departmentName, budgetId, openComments, reviewers },
    version: versionOf(record),
    round: roundOf(record),
    digest: digestOf(record),
  };
}

function versionOf({ versionId, submittedAt, total, compared, prior, ...record }: QueueRecord): QueueRow['version'] {
  if (versionId === null) return null;
  const { number, state, previousState, adjustment, refused } = record;
  return {
    ...{ id: versionId, number, state, previousState, adjustment, refused },
    submittedAt: submittedAt?.toISOString() ?? null,
    totalFen: BigInt(total),
    comparedFen: BigInt(compared),
    priorFen: prior === null ? null : BigInt(prior),
  };
}

/** An adjustment belongs to no round. */
function roundOf({ roundId, roundKind, ordinal, roundState, deadlineAt, isExtended }: QueueRecord): QueueRow['round'] {
  if (roundId === null) return null;
  return {
    ...{ id: roundId, kind: roundKind, ordinal, state: roundState, isExtended },
    deadlineAt: deadlineAt?.toISOString() ?? null,
  };
}

function digestOf({ checkedAt, changed, unexplained, ...record }: QueueRecord): QueueRow['digest'] {
  if (checkedAt === null) return null;
  const { ruleVersion, errors, warnings, unexplainedWarnings, notes, notRun, risk, parts } = record;
  return {
    ...{ ruleVersion, errors, warnings, unexplainedWarnings, notes, notRun, risk, parts },
    checkedAt: checkedAt.toISOString(),
    changedFen: BigInt(changed),
    unexplainedFen: BigInt(unexplained),
  };
}
