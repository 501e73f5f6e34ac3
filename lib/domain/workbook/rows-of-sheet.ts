import type { Budget } from '../budget/budget.ts';
import type { Row } from '../budget/row.ts';
import { type SheetId, sheetSpec } from './workbook-sheets.ts';

/** The rows of a draft that a sheet holds: expenditure is parted into basic lines and those of projects. */
export function rowsOfSheet(budget: Budget, id: SheetId): readonly Row[] {
  if (id === 'basic') return budget.expenditure.filter(({ projectKey }) => projectKey === null);
  if (id === 'projectLines') return budget.expenditure.filter(({ projectKey }) => projectKey !== null);
  return budget[sheetSpec(id).collection];
}
