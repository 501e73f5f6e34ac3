import type { Budget } from '@/lib/domain/budget/budget.ts';
import { readIdentity } from '@/lib/domain/workbook/workbook-identity.ts';
import { GUIDE_SHEET } from '@/lib/domain/workbook/workbook-sheets.ts';
import { plainText } from './cell-outcome.ts';
import type { SheetModel } from './sheet-model.ts';

/** What the clerk should know where the template was made for another unit or another year. */
export function identityNotices(sheets: readonly SheetModel[], budget: Budget): readonly string[] {
  const guide = sheets.find(({ name }) => name === GUIDE_SHEET);
  const texts = guide?.rows.flat().map(plainText) ?? [];
  const identity = texts.map(readIdentity).find((found) => found !== null);
  if (!identity) return [];
  const notices: string[] = [];
  if (identity.unitCode !== budget.unit.code) {
    notices.push(
      `注意：这个文件是为单位 ${identity.unitCode} 导出的，当前单位是 ${budget.unit.code}，文件中的行都按新增行处理。`,
    );
  }
  if (identity.year !== budget.year) {
    notices.push(`注意：这个文件是为 ${identity.year} 年导出的，当前是 ${budget.year} 年的预算，请核对科目和金额。`);
  }
  return notices;
}
