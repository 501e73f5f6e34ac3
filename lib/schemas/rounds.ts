import { array, int, iso, object, enum as oneOf, type output, string, uuid } from 'zod';
import { ROUNDINGS } from '../domain/annexes/rounding.ts';
import { SCHEMES } from '../domain/workflow/round-plan.ts';
import { annexSetIdField } from './annex-sets.ts';
import { yearField } from './control-figures.ts';
import { MAX_LENGTH, revisionField, text } from './fields.ts';

const percent = (label: string) =>
  int(`${label}应为整数`).min(0, `${label}应在 0 到 100 之间`).max(100, `${label}应在 0 到 100 之间`);

const settings = {
  projectWeightTotal: percent('项目绩效指标权重合计'),
  overallWeightTotal: percent('整体绩效指标权重合计'),
  changeThresholdPercent: int('须说明原因的增减幅度应为整数')
    .min(0, '须说明原因的增减幅度应在 0 到 1000 之间')
    .max(1000, '须说明原因的增减幅度应在 0 到 1000 之间'),
  annexSet: annexSetIdField,
  rounding: oneOf(ROUNDINGS, '请选择取整方式'),
};

const schemeField = oneOf(SCHEMES, '请选择申报方式');
const instantField = iso.datetime('请填写日期和时间').transform((value) => new Date(value));
const reasonField = string('请填写原因').trim().min(1, '请填写原因').pipe(text(500));
const ordinalField = int('轮次无效，请刷新页面后重试').min(1, '轮次无效，请刷新页面后重试');

export const createYearSchema = object({ year: yearField, scheme: schemeField, ...settings });
export type NewYear = output<typeof createYearSchema>;

export const changeYearSchema = object({ year: yearField, revision: revisionField, scheme: schemeField, ...settings });
export type YearChange = output<typeof changeYearSchema>;

/** Names a round and the revision of it that somebody saw. */
const roundSeen = { year: yearField, ordinal: ordinalField, revision: revisionField };

export const roundActSchema = object(roundSeen);
export type RoundAct = output<typeof roundActSchema>;

export const changeDeadlineSchema = object({ ...roundSeen, deadlineAt: instantField.nullable() });
export type DeadlineChange = output<typeof changeDeadlineSchema>;

export const extendRoundSchema = object({
  year: yearField,
  ordinal: ordinalField,
  unitIds: array(uuid('单位标识无效，请刷新页面后重试'))
    .min(1, '请至少选择一个单位')
    .max(2_000, '一次最多为 2000 个单位延期'),
  until: instantField,
  reason: reasonField,
});
export type Extension = output<typeof extendRoundSchema>;

export const beginRoundSchema = object({ budgetId: uuid(), versionId: uuid() });

export const openAdjustmentSchema = object({ budgetId: uuid(), versionId: uuid(), reason: text(MAX_LENGTH.comment) });
