import { array, int, object, enum as oneOf, string } from 'zod';
import { RISK_PART_IDS } from '../domain/review/risk-rank.ts';

const fen = string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);

export const riskPartsSchema = array(
  object({ id: oneOf(RISK_PART_IDS), label: string(), points: int().min(0).max(100), why: string() }),
);

/** What a stored digest holds besides its columns. */
export const digestDetailSchema = object({
  ruleVersion: int(),
  unexplainedWarnings: int(),
  totals: object({ basicFen: fen, projectFen: fen, threePublicFen: fen, comparedFen: fen }),
  parts: riskPartsSchema,
  checks: array(
    object({
      id: string(),
      title: string(),
      status: oneOf(['pass', 'fail', 'not-applicable', 'insufficient-data']),
      reason: string(),
    }),
  ),
  findings: array(
    object({
      key: string(),
      checkId: string(),
      severity: oneOf(['error', 'warning', 'note']),
      message: string(),
      rule: string(),
    }),
  ),
});
