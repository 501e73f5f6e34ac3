import type { GridColumn } from '@/components/grid/grid-model.ts';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import type { AcceptedCalculation } from '@/lib/domain/staffing/accepted-calculation.ts';
import { calculationStateOfLine } from '@/lib/domain/staffing/compare-proposals.ts';

/** The columns of basic expenditure; an amount that was taken over from a calculation says from which. */
export function withCalculationRemarks(
  columns: readonly GridColumn<ExpenditureLine>[],
  calculations: readonly AcceptedCalculation[],
): readonly GridColumn<ExpenditureLine>[] {
  if (calculations.length === 0) return columns;
  const accepted = new Map(calculations.map((row) => [row.lineKey, row]));
  const remark = (line: ExpenditureLine): string | undefined => {
    const state = calculationStateOfLine(accepted, line);
    const formula = accepted.get(line.key)?.formula ?? '';
    if (state === null) return undefined;
    return state === 'current' ? `按人员登记测算：${formula}` : `采用测算数后又手工改动，测算为：${formula}`;
  };
  return columns.map((column) => (column.id === 'amountFen' ? { ...column, remark } : column));
}
