import { array, custom, int, object, enum as oneOf, type output, string, uuid, type ZodType } from 'zod';
import { CONTROL_CATEGORIES, type ControlItem, groupOf } from '../domain/budget/control-figure.ts';
import type { ControlReading } from '../domain/budget/control-reading.ts';
import { amountField, sourceField, text } from './fields.ts';

export const yearField = int('年度无效').min(2000, '年度无效').max(2100, '年度无效');

const PROJECT_ITEM = /^project:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const itemField = custom<ControlItem>(
  (value) =>
    typeof value === 'string' && (value === '' || groupOf(value as ControlItem) !== null || PROJECT_ITEM.test(value)),
  '项目组或项目无效，请刷新页面后重试',
);

/** One figure that is issued, changed or withdrawn (null), with what stood there when it was typed. */
const controlChange = object({
  unitId: uuid('单位标识无效，请刷新页面后重试'),
  category: oneOf(CONTROL_CATEGORIES, '支出类别无效，请刷新页面后重试'),
  item: itemField,
  source: sourceField,
  amountFen: amountField,
  seenFen: amountField,
}).refine(({ category, item }) => item === '' || category === 'PROJECT', '只有项目支出可以细分到项目组或项目');

export const issueControlFiguresSchema = object({
  year: yearField,
  /** 文号 and what else is to be said of the issue. */
  note: text(200),
  changes: array(controlChange).min(1, '没有要下达的控制数').max(20_000, '一次最多下达 20000 个控制数'),
});
export type ControlIssue = output<typeof issueControlFiguresSchema>;

export const controlTrailSchema = object({
  unitId: uuid('单位标识无效，请刷新页面后重试'),
  year: yearField,
});

/** The answer to an upload of a file of control figures (POST /api/v1/control-figures). */
export const controlReadingSchema: ZodType<ControlReading> = object({
  figures: array(
    object({
      ...{ unitId: string(), category: oneOf(CONTROL_CATEGORIES), item: itemField, source: sourceField },
      amountFen: amountField,
    }),
  ),
  faults: array(object({ address: string(), heading: string(), found: string(), message: string() })),
});
