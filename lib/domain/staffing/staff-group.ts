import type { Row } from '../budget/row.ts';
import type { Fen } from '../money/fen.ts';

export const STAFF_KINDS = [
  'ADMINISTRATIVE',
  'CIVIL_SERVICE_LAW',
  'ADMINISTRATIVE_WORKER',
  'PUBLIC_INSTITUTION',
  'RETIRED',
  'CONTRACT',
] as const;

/** What people are employed as; it decides which standards apply to them. */
export type StaffKind = (typeof STAFF_KINDS)[number];

export const STAFF_KIND_LABELS: Readonly<Record<StaffKind, string>> = {
  ADMINISTRATIVE: '行政编制',
  CIVIL_SERVICE_LAW: '参公编制',
  ADMINISTRATIVE_WORKER: '机关工勤',
  PUBLIC_INSTITUTION: '事业编制',
  RETIRED: '退休人员',
  CONTRACT: '编外聘用',
};

/**
 * 人员编制登记: one line of the register of posts and staff. It holds numbers by category and grade, never a person's
 * name. Amounts are per head.
 */
export interface StaffGroup extends Row {
  readonly kind: StaffKind;
  /** 职级 or 岗位等级, in the unit's own words, e.g. 一级主任科员. */
  readonly grade: string;
  /** 项 that their pay is budgeted under. */
  readonly functionCode: string;
  /** 编制数. */
  readonly authorisedPosts: number | null;
  /** 实有人数. */
  readonly headCount: number | null;
  /** 基本工资 per head and month. */
  readonly monthlyBasePayFen: Fen | null;
  /** 津贴补贴 (行政, 参公) or 绩效工资 (事业) per head and month. */
  readonly monthlyAllowanceFen: Fen | null;
  /** 奖金 per head and year. */
  readonly yearlyBonusFen: Fen | null;
  /** 公务交通补贴 per head and month. */
  readonly monthlyTransportFen: Fen | null;
  readonly note: string;
}
