import type { Row } from '../budget/row.ts';
import type { Fen } from '../money/fen.ts';

export const REASON_KINDS = ['PEOPLE', 'POLICY', 'STANDARD', 'ONE_OFF', 'PROJECT', 'OTHER'] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

export const REASON_KIND_LABELS: Readonly<Record<ReasonKind, string>> = {
  PEOPLE: '人员增减',
  POLICY: '政策变化',
  STANDARD: '标准调整',
  ONE_OFF: '一次性因素',
  PROJECT: '项目增减',
  OTHER: '其他',
};

/** One part of the reason why a figure changed on last year; the parts of a figure add up to its change. */
export interface ChangeReason extends Row {
  /** The figure, e.g. `total`, `function:2080505`, `threePublic:receptions`. */
  readonly subject: string;
  readonly kind: ReasonKind;
  /** This part of the change, signed. */
  readonly amountFen: Fen | null;
  /** People more (+) or fewer (−), where people are the reason. */
  readonly people: number | null;
  /** What happened, in the unit's own words. */
  readonly text: string;
}
