import type { FundSource } from '../budget/fund-source.ts';
import type { Fen } from '../money/fen.ts';
import type { StaffKind } from './staff-group.ts';

export const PAY_ITEMS = ['BASE_PAY', 'ALLOWANCE', 'BONUS', 'TRANSPORT'] as const;

/** A kind of pay in the register of staff. */
export type PayItem = (typeof PAY_ITEMS)[number];

export const PAY_ITEM_LABELS: Readonly<Record<PayItem, string>> = {
  BASE_PAY: '基本工资',
  ALLOWANCE: '津贴补贴',
  BONUS: '奖金',
  TRANSPORT: '交通补贴',
};

/** Which number of the register a quota per head counts: 实有人数 or 编制数. */
export type HeadBasis = 'HEAD_COUNT' | 'AUTHORISED_POSTS';

export const HEAD_BASIS_LABELS: Readonly<Record<HeadBasis, string>> = {
  HEAD_COUNT: '实有人数',
  AUTHORISED_POSTS: '编制数',
};

/** How a standard comes to an amount. Rates and shares are in parts per million, so that `0.16%` is exact. */
export type StandardRule =
  /** 登记: the pay itself, as the register has it. */
  | { readonly kind: 'PAY'; readonly items: readonly PayItem[] }
  /** 比例: a rate of a base that is made of some items of pay. */
  | { readonly kind: 'RATE'; readonly items: readonly PayItem[]; readonly ratePartsPerMillion: bigint }
  /** 人均定额: an amount per head and year. */
  | { readonly kind: 'PER_HEAD'; readonly heads: HeadBasis; readonly amountFen: Fen }
  /** 车均定额: an amount per vehicle and year. */
  | { readonly kind: 'PER_VEHICLE'; readonly amountFen: Fen };

/** The whole of a standard goes to one economic code, or shares of it to several. */
export interface StandardTarget {
  readonly economicCode: string;
  readonly sharePartsPerMillion: bigint;
}

export const WHOLE_PARTS_PER_MILLION = 1_000_000n;

/** 支出标准 (定额、比例): what a line of basic expenditure is calculated by, and where the line stands. */
export interface Standard {
  /** Stable over the years, in kebab case; a standard that changes has a further row with the same id. */
  readonly id: string;
  readonly name: string;
  readonly rule: StandardRule;
  /** Whom it applies to; nobody in a standard per vehicle. */
  readonly staffKinds: readonly StaffKind[];
  /** Lines are rounded to a multiple of this, half up: 1 (分), 100 (元) or 10,000 (百元). */
  readonly roundingFen: Fen;
  /** 项 that the line stands under; blank: the one under which the pay of the staff stands. */
  readonly functionCode: string;
  readonly targets: readonly StandardTarget[];
  readonly source: FundSource;
  /** First and last day of validity, `YYYY-MM-DD`; null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** 文号 that sets it. */
  readonly document: string;
  /** From own knowledge, not compared with the document: screens say 未经核对. */
  readonly unverified: boolean;
  readonly note: string;
}

/** What is wrong in the files of standards: where (file, row and column), and in Chinese what to do. */
export interface StandardFault {
  readonly path: string;
  readonly message: string;
}

/** The standards in force in a year; where their files are at fault there are none, and the faults say why. */
export interface StandardSet {
  readonly standards: readonly Standard[];
  readonly faults: readonly StandardFault[];
}

export const NO_STANDARDS: StandardSet = { standards: [], faults: [] };

/**
 * The standards a year's budget is calculated by: of each, the row in force when the year begins, or the first that
 * comes into force in its course.
 */
export function standardsInForce(all: readonly Standard[], year: number): readonly Standard[] {
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const chosen = new Map<string, Standard>();
  for (const standard of all) {
    if ((standard.validFrom ?? '') > last || (standard.validTo ?? '9999-12-31') < first) continue;
    const known = chosen.get(standard.id);
    if (!known || (standard.validFrom ?? '') < (known.validFrom ?? '')) chosen.set(standard.id, standard);
  }
  return [...chosen.values()];
}
