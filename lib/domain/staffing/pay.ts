import type { Fen } from '../money/fen.ts';
import { STAFF_KIND_LABELS, type StaffGroup } from './staff-group.ts';
import type { HeadBasis, PayItem } from './standard.ts';

/** The field of the register that says what an item of pay is per head, and how often a year it is paid. */
export const PAY_FIELDS: Readonly<
  Record<PayItem, { readonly field: PayField; readonly timesAYear: bigint; readonly label: string }>
> = {
  BASE_PAY: { field: 'monthlyBasePayFen', timesAYear: 12n, label: '月人均基本工资' },
  ALLOWANCE: { field: 'monthlyAllowanceFen', timesAYear: 12n, label: '月人均津贴补贴' },
  BONUS: { field: 'yearlyBonusFen', timesAYear: 1n, label: '年人均奖金' },
  TRANSPORT: { field: 'monthlyTransportFen', timesAYear: 12n, label: '月人均交通补贴' },
};

export type PayField = 'monthlyBasePayFen' | 'monthlyAllowanceFen' | 'yearlyBonusFen' | 'monthlyTransportFen';

/** What a group is paid of an item in a year; null where the register does not say. */
export function yearlyPayFen(group: StaffGroup, item: PayItem): Fen | null {
  const { field, timesAYear } = PAY_FIELDS[item];
  const perHeadFen = group[field];
  if (group.headCount === 0) return 0n;
  return group.headCount === null || perHeadFen === null ? null : BigInt(group.headCount) * perHeadFen * timesAYear;
}

/** The people, or posts, of a group that a quota counts; null where the register does not say. */
export function headsOf(group: StaffGroup, basis: HeadBasis): number | null {
  return basis === 'HEAD_COUNT' ? group.headCount : group.authorisedPosts;
}

/** `行政编制（一级科员）`. */
export function groupName({ kind, grade }: StaffGroup): string {
  return grade.trim() === '' ? STAFF_KIND_LABELS[kind] : `${STAFF_KIND_LABELS[kind]}（${grade.trim()}）`;
}

/** Whether a group counts as people on post (在职): neither retired nor outside the establishment. */
export function isOnPost({ kind }: StaffGroup): boolean {
  return kind !== 'RETIRED' && kind !== 'CONTRACT';
}
