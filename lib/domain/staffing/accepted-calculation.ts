import type { Row } from '../budget/row.ts';
import type { Fen } from '../money/fen.ts';

/**
 * Says that a line of basic expenditure was taken over from a calculation (定员定额), with what it came to then: the
 * calculation is stale once the register or the standards make it come to something else.
 */
export interface AcceptedCalculation extends Row {
  /** The line of basic expenditure. */
  readonly lineKey: string;
  /** The proposal that was accepted, by the codes it is for, e.g. `2080505-30108-GENERAL_PUBLIC` (see `proposalId`). */
  readonly proposalId: string;
  /** What it came to when it was accepted. */
  readonly amountFen: Fen | null;
  /** The formula as it was shown then, e.g. `基本工资 1,200,000.00 × 16% = 192,000.00 元`. */
  readonly formula: string;
}
