import { array, int, object, enum as oneOf, type output, uuid } from 'zod';
import { CONTROL_CATEGORIES } from '../domain/budget/control-figure.ts';
import { amountField, sourceField } from './fields.ts';

export const yearField = int('年度无效').min(2000, '年度无效').max(2100, '年度无效');

/** One figure that is issued, changed or withdrawn (null), with what stood there when it was typed. */
const controlChange = object({
  unitId: uuid('单位标识无效，请刷新页面后重试'),
  category: oneOf(CONTROL_CATEGORIES, '支出类别无效，请刷新页面后重试'),
  source: sourceField,
  amountFen: amountField,
  seenFen: amountField,
});

export const issueControlFiguresSchema = object({
  year: yearField,
  changes: array(controlChange).min(1, '没有要下达的控制数').max(20_000, '一次最多下达 20000 个控制数'),
});
export type ControlIssue = output<typeof issueControlFiguresSchema>;
