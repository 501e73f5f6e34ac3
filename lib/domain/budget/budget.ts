import type { Fen } from '../money/fen.ts';
import type { NarrativePassage } from '../narrative/narrative-passage.ts';
import type { OverallGoal, OverallIndicator, ProjectIndicator } from '../performance/indicator.ts';
import type { Attachment } from '../projects/attachment.ts';
import type { Project } from '../projects/project.ts';
import type { ChangeReason } from '../reasons/change-reason.ts';
import type { AcceptedCalculation } from '../staffing/accepted-calculation.ts';
import type { StaffGroup } from '../staffing/staff-group.ts';
import type { FundSource } from './fund-source.ts';
import type { UnitProfile } from './profile.ts';
import type { Row } from './row.ts';

export const UNIT_KINDS = ['ADMINISTRATIVE', 'CIVIL_SERVICE_LAW', 'PUBLIC_INSTITUTION'] as const;

/** 行政, 参公 (managed under the civil service law) or 事业; 机关运行经费 exists in the first two alone. */
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_LABELS: Readonly<Record<UnitKind, string>> = {
  ADMINISTRATIVE: '行政',
  CIVIL_SERVICE_LAW: '参公',
  PUBLIC_INSTITUTION: '事业',
};

export interface Department {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
}

/** 预算单位. */
export interface BudgetUnit {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
}

/** 收入: this year's revenue, or what is carried over from the year before (`carriedOver`). */
export interface RevenueLine extends Row {
  readonly source: FundSource;
  readonly carriedOver: boolean;
  /** 项 the money is for; blank where the revenue names none. */
  readonly functionCode: string;
  readonly amountFen: Fen | null;
  readonly note: string;
}

/** 结转下年. */
export interface CarryForwardLine extends Row {
  readonly source: FundSource;
  readonly amountFen: Fen | null;
}

/** 支出: a line of basic expenditure, or (with `projectKey`) a cost line of a project. */
export interface ExpenditureLine extends Row {
  readonly projectKey: string | null;
  /** 项 of the functional classification; blank in a project's line, for which the project's own code holds. */
  readonly functionCode: string;
  /** 款 of the departmental economic classification; blank in a project's line that names none yet. */
  readonly economicCode: string;
  readonly source: FundSource;
  /** Paid from last year's money: stands in annexes 1 and 6–9, not in 2–5. */
  readonly carriedOver: boolean;
  readonly amountFen: Fen | null;
  readonly note: string;
}

export const PROCUREMENT_CATEGORIES = ['GOODS', 'WORKS', 'SERVICES'] as const;

export type ProcurementCategory = (typeof PROCUREMENT_CATEGORIES)[number];

export const PROCUREMENT_CATEGORY_LABELS: Readonly<Record<ProcurementCategory, string>> = {
  GOODS: '货物类',
  WORKS: '工程类',
  SERVICES: '服务类',
};

/** 政府采购. */
export interface ProcurementLine extends Row {
  readonly category: ProcurementCategory;
  readonly item: string;
  readonly source: FundSource;
  readonly carriedOver: boolean;
  readonly amountFen: Fen | null;
}

/** 上年数 by functional code: the general public budget's expenditure of the year before. */
export interface PriorYearLine extends Row {
  readonly functionCode: string;
  readonly amountFen: Fen | null;
}

/**
 * The content of one version of one unit's budget: flat lists of rows with stable keys, each list in ascending
 * `position`. Totals are never part of it; they are computed (see `facts`).
 */
export interface Budget {
  readonly department: Department;
  readonly unit: BudgetUnit;
  readonly year: number;
  readonly revenue: readonly RevenueLine[];
  readonly carryForward: readonly CarryForwardLine[];
  readonly expenditure: readonly ExpenditureLine[];
  readonly projects: readonly Project[];
  readonly indicators: readonly ProjectIndicator[];
  readonly goals: readonly OverallGoal[];
  readonly overallIndicators: readonly OverallIndicator[];
  readonly procurement: readonly ProcurementLine[];
  readonly priorYear: readonly PriorYearLine[];
  readonly staff: readonly StaffGroup[];
  readonly calculations: readonly AcceptedCalculation[];
  readonly reasons: readonly ChangeReason[];
  readonly attachments: readonly Attachment[];
  readonly passages: readonly NarrativePassage[];
  readonly profile: UnitProfile;
}

/** The names of a budget's lists of rows. */
export const COLLECTIONS = [
  'revenue',
  'carryForward',
  'expenditure',
  'projects',
  'indicators',
  'goals',
  'overallIndicators',
  'procurement',
  'priorYear',
  'staff',
  'calculations',
  'reasons',
  'attachments',
  'passages',
] as const;

export type Collection = (typeof COLLECTIONS)[number];

/** The lists whose rows belong to a project by `projectKey` and go with it. */
export const PROJECT_PARTS = ['expenditure', 'indicators', 'attachments'] as const satisfies readonly Collection[];

export type ProjectPart = (typeof PROJECT_PARTS)[number];

/** The row type of a list, e.g. `RowOf<'revenue'>` is `RevenueLine`. */
export type RowOf<C extends Collection> = Budget[C][number];
