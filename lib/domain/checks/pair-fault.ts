import { FUND_SOURCE_LABELS, type FundSource } from '../budget/fund-source.ts';
import type { BudgetFund, ClassificationEdition } from '../classification/edition.ts';
import { ECONOMIC_OF_FUNCTION, FUNCTION_OF_ECONOMIC } from './code-pairs.ts';
import { economicText, functionText } from './wording.ts';

/*
 * Codes and sources that do not go together, one line at a time: entry screens say it while the line is typed, the
 * checks of the same rules say it of the whole budget.
 */

/**
 * Whether a functional and an economic code of basic expenditure belong together (《政府收支分类科目》, notes on both).
 *
 * @returns what is expected instead, as the end of a sentence; null where nothing is wrong or a code is missing
 */
export function codePairFault(
  edition: ClassificationEdition,
  functionCode: string,
  economicCode: string,
): string | null {
  if (functionCode === '' || economicCode === '') return null;
  const economics = ECONOMIC_OF_FUNCTION[functionCode];
  const functions = FUNCTION_OF_ECONOMIC[economicCode];
  if (economics && !economics.includes(economicCode)) {
    return `${functionCode}一般对应${economics.map((code) => economicText(edition, code)).join('、')}`;
  }
  if (functions && !functions.some((code) => functionCode.startsWith(code))) {
    return `${economicCode}一般列在${functions.map((code) => functionText(edition, code)).join('、')}`;
  }
  return null;
}

/** The economic codes that a functional code goes with; none where it goes with any. */
export function economicCodesOf(functionCode: string): readonly string[] {
  return ECONOMIC_OF_FUNCTION[functionCode] ?? [];
}

/** Whether an economic code may stand in basic expenditure (附件3); unknown codes are another check's. */
export function isBasicEconomicCode(edition: ClassificationEdition, economicCode: string): boolean {
  const code = edition.economic.get(economicCode);
  return !code || code.basicColumn !== null;
}

const FUND_OF_SOURCE: Readonly<Partial<Record<FundSource, BudgetFund>>> = {
  GOVERNMENT_FUND: 'GOVERNMENT_FUND',
  STATE_CAPITAL: 'STATE_CAPITAL',
};

const BUDGET_FUND_LABELS: Readonly<Record<BudgetFund, string>> = {
  GENERAL_PUBLIC: '一般公共预算',
  GOVERNMENT_FUND: '政府性基金预算',
  STATE_CAPITAL: '国有资本经营预算',
};

/** Whether a functional code and a source belong to the same of the four budgets; null where they do, else a sentence. */
export function fundFault(edition: ClassificationEdition, functionCode: string, source: FundSource): string | null {
  const code = edition.functional.get(functionCode);
  const wanted = FUND_OF_SOURCE[source] ?? 'GENERAL_PUBLIC';
  if (!code || code.level < 3 || code.budgetFund === wanted) return null;
  return `${functionText(edition, functionCode)}是${BUDGET_FUND_LABELS[code.budgetFund]}科目，而资金来源为“${FUND_SOURCE_LABELS[source].name}”，请改正科目或资金来源。`;
}
