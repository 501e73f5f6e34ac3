import type { Budget, BudgetUnit, ExpenditureLine } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { type Elimination, functionOfLine } from './internal-transfer.ts';

/** A line of expenditure that may have paid another unit. */
export interface PayingLine {
  readonly unit: BudgetUnit;
  readonly lineKey: string;
  /** Function, economic code, project and source, in words. */
  readonly text: string;
  readonly amountFen: Fen;
}

/** Every line with an amount, unit by unit: what one unit hands on to another stands under no code of its own. */
export function payingLines(budgets: readonly Budget[], edition: ClassificationEdition): readonly PayingLine[] {
  return budgets.flatMap((budget) =>
    budget.expenditure.flatMap((line): readonly PayingLine[] => {
      const { key: lineKey, amountFen } = line;
      if (amountFen === null || amountFen <= 0n) return [];
      const projectName = budget.projects.find(({ key }) => key === line.projectKey)?.name ?? '';
      const text = payingLineText({ line, functionCode: functionOfLine(budget, line), projectName }, edition);
      return [{ unit: budget.unit, lineKey, text, amountFen }];
    }),
  );
}

/** e.g. `2010308 信访事务 · 30299 其他商品和服务支出 · 项目“补助” · 其他收入`. */
export function payingLineText(
  {
    line,
    functionCode,
    projectName,
  }: Pick<Elimination, 'functionCode' | 'projectName'> & {
    readonly line: Pick<ExpenditureLine, 'economicCode' | 'source' | 'carriedOver'>;
  },
  { functional, economic }: ClassificationEdition,
): string {
  const { economicCode, source, carriedOver } = line;
  return [
    functionCode && `${functionCode} ${codeName(functional, functionCode)}`,
    economicCode && `${economicCode} ${codeName(economic, economicCode)}`,
    projectName && `项目“${projectName}”`,
    `${FUND_SOURCE_LABELS[source].name}${carriedOver ? '（上年结转）' : ''}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
