import type { Budget, BudgetUnit, ExpenditureLine, RevenueLine } from '../budget/budget.ts';
import type { FundSource } from '../budget/fund-source.ts';
import type { Fen } from '../money/fen.ts';

/** Revenue that may come from another unit of the same department. */
export const TRANSFER_SOURCES = ['SUPERIOR_SUBSIDY', 'AFFILIATE_PAYMENT'] as const;

export function isTransferSource(source: FundSource): boolean {
  return (TRANSFER_SOURCES as readonly FundSource[]).includes(source);
}

/** The expenditure line of another unit that a receipt is paid from; rows are named by keys stable over all versions. */
export interface TransferPayer {
  readonly unitCode: string;
  readonly lineKey: string;
}

/** What a department says of a receipt: who of its units paid it; null: it comes from outside the department. */
export interface TransferAnswer {
  readonly receiverCode: string;
  readonly revenueKey: string;
  readonly payer: TransferPayer | null;
}

/** A row of revenue that may come from another unit of the department. */
export interface Receipt {
  readonly unit: BudgetUnit;
  readonly line: RevenueLine;
  readonly amountFen: Fen;
}

/** A transfer that was counted once instead of twice. */
export interface Elimination {
  readonly receiver: BudgetUnit;
  readonly revenueKey: string;
  readonly source: FundSource;
  readonly payer: BudgetUnit;
  readonly line: ExpenditureLine;
  readonly functionCode: string;
  /** Blank: basic expenditure. */
  readonly projectName: string;
  readonly amountFen: Fen;
}

/** Why a receipt could not be eliminated. */
export const TRANSFER_FAULTS = [
  /** Nobody has said where it comes from. */
  'UNANSWERED',
  /** The line that is said to pay it is not there, or not in another unit's budget. */
  'PAYER_GONE',
  /** The line comes to less than what was received. */
  'LINE_TOO_SMALL',
  /** The payer has less revenue of the source that the line is paid from. */
  'NOT_COVERED',
  /** The money goes round in a circle. */
  'CIRCULAR',
] as const;

export type TransferFaultKind = (typeof TRANSFER_FAULTS)[number];

export interface TransferFault {
  readonly kind: TransferFaultKind;
  readonly receipt: Receipt;
  /** Where the amounts disagree, what the payer has for it. */
  readonly availableFen: Fen | null;
}

/** By the codes of units as text, which is the order in which a department prints them. */
export function byUnitCode(a: Pick<Budget, 'unit'>, b: Pick<Budget, 'unit'>): number {
  return a.unit.code < b.unit.code ? -1 : a.unit.code > b.unit.code ? 1 : 0;
}

/**
 * The receipts that a department of several units has to answer for. Money carried over from last year is none: it was
 * paid then. A single unit has nobody to receive from.
 */
export function receiptsOf(budgets: readonly Budget[]): readonly Receipt[] {
  if (budgets.length < 2) return [];
  return [...budgets].sort(byUnitCode).flatMap(({ unit, revenue }) =>
    revenue.flatMap((line): readonly Receipt[] => {
      const { source, carriedOver, amountFen } = line;
      if (!isTransferSource(source) || carriedOver || amountFen === null || amountFen <= 0n) return [];
      return [{ unit, line, amountFen }];
    }),
  );
}

/** The functional code that a line of expenditure stands under. */
export function functionOfLine({ projects }: Pick<Budget, 'projects'>, line: ExpenditureLine): string {
  const project = line.projectKey === null ? undefined : projects.find(({ key }) => key === line.projectKey);
  return project?.functionCode ?? line.functionCode;
}
