import type { Collection } from '../budget/budget.ts';

/** `error` blocks submission, `warning` needs a written explanation, `note` informs. */
export type Severity = 'error' | 'warning' | 'note';

/** The sections of the drafting workspace, in the order in which a clerk works. */
export const SECTIONS = [
  'revenue',
  'staffing',
  'basic',
  'projects',
  'performance',
  'procurement',
  'prior-year',
  'profile',
] as const;

export type Section = (typeof SECTIONS)[number];

/** What the screens call the sections. */
export const SECTION_LABELS: Readonly<Record<Section, string>> = {
  revenue: '收入预算',
  staffing: '人员与测算',
  basic: '基本支出',
  projects: '项目支出',
  performance: '绩效目标',
  procurement: '政府采购',
  'prior-year': '上年数',
  profile: '单位情况与说明文字',
};

/** Somewhere a finding points at, so that a screen can go there. */
export type Place =
  | {
      readonly kind: 'row';
      readonly section: Section;
      readonly collection: Collection;
      readonly key: string;
      /** Name of the row's field, where the finding is about one. */
      readonly field?: string;
    }
  | { readonly kind: 'profile'; readonly field: string }
  | { readonly kind: 'annex'; readonly annex: string; readonly rowId?: string; readonly columnKey?: string }
  | { readonly kind: 'section'; readonly section: Section };

export interface Finding {
  /**
   * Identity of the finding as long as its cause stays: check id, place and the figures it is about. An explanation
   * is kept under this key, so it lapses when the figures change.
   */
  readonly key: string;
  readonly checkId: string;
  readonly severity: Severity;
  /** One sentence in Chinese that says what is wrong, with both numbers, and what to do. */
  readonly message: string;
  /** The rule behind it (文号 or 勾稽关系) as shown beside the finding. */
  readonly rule: string;
  readonly places: readonly Place[];
  /** `reasons`: the warning goes when reasons are given whose amounts add up; an explanation in free words does not do. */
  readonly answeredBy?: 'reasons';
}

/** A check that could not run says why: not run is never passed. */
export type CheckOutcome =
  | { readonly status: 'ran'; readonly findings: readonly Finding[] }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'insufficient-data'; readonly reason: string };

export interface CheckResult {
  readonly checkId: string;
  readonly title: string;
  readonly outcome: CheckOutcome;
}

/** Settings of the fiscal year that checks obey. */
export interface CheckSettings {
  /** Required sum of the weights of a project's indicators (90 where 10 points belong to 预算执行率). */
  readonly projectWeightTotal: number;
  /** Required sum of the weights of the overall indicators. */
  readonly overallWeightTotal: number;
  /** Year-on-year change, in percent, from which a reason is asked for. */
  readonly changeThresholdPercent: number;
}

export const DEFAULT_CHECK_SETTINGS: CheckSettings = {
  projectWeightTotal: 90,
  overallWeightTotal: 100,
  changeThresholdPercent: 30,
};
