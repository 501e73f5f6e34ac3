import type { FundSource } from '../budget/fund-source.ts';

/** Who may have made the secrecy review (保密审查): an office or a post, never a person's name. */
export const SECRECY_REVIEWERS = ['UNIT_SECRECY_OFFICE', 'UNIT_HEAD', 'BUREAU_SECRECY_OFFICE'] as const;

export type SecrecyReviewer = (typeof SECRECY_REVIEWERS)[number];

export const SECRECY_REVIEWER_LABELS: Readonly<Record<SecrecyReviewer, string>> = {
  UNIT_SECRECY_OFFICE: '单位保密工作机构',
  UNIT_HEAD: '单位负责人',
  BUREAU_SECRECY_OFFICE: '财政局保密工作机构',
};

export type EditionState = 'PUBLISHED' | 'WITHDRAWN';

/** What was found and ticked before an edition was published; kept with it. */
export interface EditionChecklist {
  readonly secrecyReviewedBy: SecrecyReviewer;
  /** When the version was approved, as ISO 8601 in UTC. */
  readonly approvedAt: string;
  /** Days left of the twenty after the approval; negative: overdue. */
  readonly daysLeft: number;
}

/** An amount of a chart, in fen as decimal text, as JSON keeps it. */
export interface EditionAmount {
  readonly key: string;
  readonly label: string;
  readonly amountFen: string;
  /** Last year's; null where it is not known. */
  readonly priorFen: string | null;
}

/** The figures of lists and charts: 一般公共预算财政拨款 but for the total of all money. */
export interface EditionSummary {
  /** 支出合计, of any source. */
  readonly expenditureFen: string;
  readonly general: EditionAmount;
  readonly basic: EditionAmount;
  readonly project: EditionAmount;
  /** All money by class (类) of the functional classification, in its order. */
  readonly functions: readonly EditionAmount[];
  /**
   * 一般公共预算财政拨款 by class, this year's beside last year's; empty where last year is not known, missing in editions
   * from before it was kept.
   */
  readonly generalFunctions?: readonly EditionAmount[];
  /** 三公: its four items, then their total. */
  readonly threePublic: readonly EditionAmount[];
}

/** One printed place that says something else than in the edition before. */
export interface EditionChange {
  /** e.g. `附件3`, or 情况说明. */
  readonly document: string;
  /** Row and column, or the heading that a paragraph stands under. */
  readonly place: string;
  /** Null: it was blank, or not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A frozen document without its bytes. */
export interface EditionFileSummary {
  readonly name: string;
  readonly format: string;
  /** Id of its annex, `narrative`, or blank: the whole. */
  readonly part: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
}

/** A version of a unit that a department's edition adds up; the unit as it was called then. */
export interface EditionSource {
  readonly unitCode: string;
  readonly unitName: string;
  readonly versionId: string;
  readonly versionNumber: number;
}

/** An internal transfer that a department's edition counts once; the amount in fen as decimal text, as JSON keeps it. */
export interface KeptElimination {
  readonly payerCode: string;
  readonly payerName: string;
  readonly lineKey: string;
  /** The payer's line in words: functional code, economic code and project. */
  readonly line: string;
  readonly receiverCode: string;
  readonly receiverName: string;
  readonly revenueKey: string;
  readonly source: FundSource;
  readonly amountFen: string;
}

/** What the public is told of an edition; of a withdrawn one the reason stands beside it. Times are ISO 8601 in UTC. */
export interface PublicEdition {
  readonly number: number;
  readonly state: EditionState;
  readonly year: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  /** Whether it adds up a department's units: code and name of the unit are then the department's. */
  readonly isMerged: boolean;
  /** How many units it is about. */
  readonly unitCount: number;
  readonly title: string;
  readonly contact: string;
  readonly changeNote: string;
  readonly publishedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawReason: string | null;
}

/** An edition as the office that keeps it sees it. */
export interface KeptEdition extends PublicEdition {
  readonly id: string;
  /** Null of a department's edition, which has sources. */
  readonly versionNumber: number | null;
  readonly sources: readonly EditionSource[];
  readonly eliminations: readonly KeptElimination[];
  readonly checklist: EditionChecklist;
  readonly publishedByName: string;
  readonly withdrawnByName: string | null;
  readonly changes: readonly EditionChange[];
  readonly files: readonly EditionFileSummary[];
}
