import { boolean, coerce, int, number, enum as oneOf, string } from 'zod';
import { FUND_SOURCES } from '../domain/budget/fund-source.ts';
import { MAX_AMOUNT_FEN } from '../domain/money/parse.ts';
import { COMPARISONS } from '../domain/performance/indicator.ts';

export { MAX_LENGTH } from './max-length.ts';

/** Each field of a budget once: forms, saves and integration compose these. The database holds to the same bounds. */

/** What PostgreSQL can't keep: the character NUL, and half of a surrogate pair. */
const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

/** Free text of at most `maxLength` characters. */
export function text(maxLength: number) {
  return string('请填写文字')
    .max(maxLength, `文字过长，最多 ${maxLength} 个字，请精简后再保存`)
    .refine(storable, '文字中有无法保存的特殊字符，请删除后重新输入');
}

/** A UUID in lower case, as PostgreSQL gives it back. */
export const keyField = string('标识无效，请刷新页面后重试').regex(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  '标识无效，请刷新页面后重试',
);

/** Number of a version in an address. */
export const versionNumberField = coerce.number('版本号无效').int('版本号无效').positive('版本号无效');

export const positionField = number('行次无效，请刷新页面后重试');

export const revisionField = int('修订号无效，请刷新页面后重试').min(1, '修订号无效，请刷新页面后重试');

/** Fen as a decimal string on the wire, `bigint` inside; null: not entered yet. */
export const amountField = string('金额无效，请重新输入')
  .regex(/^\d{1,19}$/, '金额无效：应为不小于 0 的数，最多精确到分')
  .transform(BigInt)
  .refine((amountFen) => amountFen <= MAX_AMOUNT_FEN, '金额过大，请核对单位是元还是万元')
  .nullable();

/** As `amountField`, of either sign. */
export const signedAmountField = string('金额无效，请重新输入')
  .regex(/^-?\d{1,19}$/, '金额无效：应为最多精确到分的数')
  .transform(BigInt)
  .refine(
    (amountFen) => amountFen <= MAX_AMOUNT_FEN && amountFen >= -MAX_AMOUNT_FEN,
    '金额过大，请核对单位是元还是万元',
  )
  .nullable();

/** A functional code of any level, or blank; whether the year's edition knows it is for the checks to say. */
export const functionCodeField = string('请填写功能科目编码').regex(
  /^(\d{3}(\d{2}(\d{2})?)?)?$/,
  '功能科目编码应为 3、5 或 7 位数字，例如 2010308',
);

export const economicCodeField = string('请填写经济科目编码').regex(
  /^(\d{3}(\d{2})?)?$/,
  '经济科目编码应为 3 或 5 位数字，例如 30201',
);

/** `YYYY-MM`, or blank while not entered. */
export const monthField = string('请填写年月').regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, '年月应写成 2022-12 的形式');

export const sourceField = oneOf(FUND_SOURCES, '资金来源无效，请从列表中选择');

export const comparisonField = oneOf(COMPARISONS, '比较符号无效，请从列表中选择');

export const flagField = boolean('应为“是”或“否”');

export const weightField = int('权重应为 0 至 100 的整数')
  .min(0, '权重应为 0 至 100 的整数')
  .max(100, '权重应为 0 至 100 的整数')
  .nullable();

/** A number of people or vehicles; null: not entered yet. */
export const countField = int('数量应为不小于 0 的整数')
  .min(0, '数量应为不小于 0 的整数')
  .max(10_000_000, '数量过大，请核对')
  .nullable();

/** A change in a number of people. */
export const signedCountField = int('人数应为整数')
  .min(-10_000_000, '数量过大，请核对')
  .max(10_000_000, '数量过大，请核对')
  .nullable();
