import { array, int, iso, object, enum as oneOf, type output, string, uuid } from 'zod';
import { yearField } from './control-figures.ts';

/** How a year's submissions go: 一上, 一下, 二上, 二下, or one submission. */
export const SUBMISSION_SCHEMES = ['TWO_ROUNDS', 'SINGLE'] as const;
export type SubmissionScheme = (typeof SUBMISSION_SCHEMES)[number];

const revisionField = int('版本无效，请刷新页面后重试').min(1, '版本无效，请刷新页面后重试');
const percentField = int('请填写整数').min(0, '不能小于 0').max(1_000, '不能大于 1000');
const weightField = int('请填写整数').min(0, '权重合计应在 0 至 100 之间').max(100, '权重合计应在 0 至 100 之间');
const reasonField = string().trim().min(1, '请填写原因').max(500, '原因不能超过 500 字');
const instantField = iso.datetime('日期时间无效，请重新填写');

const yearSettings = {
  changeThresholdPercent: percentField,
  projectWeightTotal: weightField,
  overallWeightTotal: weightField,
  scheme: oneOf(SUBMISSION_SCHEMES, '请选择申报方式'),
};

export const createYearSchema = object({ year: yearField, ...yearSettings });
export type NewYear = output<typeof createYearSchema>;

/** Names the revision of the year that was looked at. */
export const updateYearSchema = object({ year: yearField, revision: revisionField, ...yearSettings });
export type YearChange = output<typeof updateYearSchema>;

const roundSeen = { roundId: uuid('轮次无效，请刷新页面后重试'), revision: revisionField };

/** Opens a round, or gives an open or planned one another deadline; null: none. */
export const openRoundSchema = object({ ...roundSeen, deadlineAt: instantField.nullable() });
export type RoundOpening = output<typeof openRoundSchema>;

export const closeRoundSchema = object(roundSeen);
export type RoundClosing = output<typeof closeRoundSchema>;

export const extendRoundSchema = object({
  roundId: roundSeen.roundId,
  unitIds: array(uuid('单位标识无效，请刷新页面后重试'))
    .min(1, '请选择要延期的单位')
    .max(2_000, '一次最多 2000 个单位'),
  until: instantField,
  reason: reasonField,
});
export type RoundExtensionInput = output<typeof extendRoundSchema>;

/** Opens an adjustment (预算调整) of an approved budget. */
export const openAdjustmentSchema = object({
  budgetId: uuid('预算标识无效，请刷新页面后重试'),
  versionId: uuid('版本标识无效，请刷新页面后重试'),
  reason: string().trim().min(1, '请写明调整原因').max(2_000, '原因不能超过 2000 字'),
});
export type AdjustmentOpening = output<typeof openAdjustmentSchema>;
