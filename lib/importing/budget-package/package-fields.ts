import * as z from 'zod';
import {
  FUND_SOURCE_LABELS,
  FUND_SOURCES,
  type FundSource,
  fundSourceByName,
} from '@/lib/domain/budget/fund-source.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { type MoneyError, parseAmount } from '@/lib/domain/money/parse.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { MAX_LENGTH } from '@/lib/schemas/fields.ts';
import type { Words } from './package-words.ts';

/** Most rows of one list: far above any department's, low enough to answer at once. */
export const MAX_ROWS = 5_000;

/**
 * From here on a JSON number need not hold every 分 any more (a double has 15 digits), so the amount must be written
 * as a string.
 */
const FIRST_INEXACT_YUAN = 10_000_000_000_000;

/** Whether PostgreSQL would refuse the text, or a printed page show it as a box: control characters, half surrogates. */
function isPrintable(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (const character of text) {
    if (character < ' ' && !'\n\r\t'.includes(character)) return false;
  }
  return true;
}

const UNPRINTABLE = '含有不可打印的字符，请删除后重新导入。';

function text(maxLength: number) {
  return z.string().max(maxLength).refine(isPrintable, UNPRINTABLE);
}

const optionalTexts = new Map<keyof typeof MAX_LENGTH, ReturnType<typeof makeOptionalText>>();

function makeOptionalText(maxLength: number) {
  return text(maxLength)
    .nullish()
    .transform((value) => value ?? '');
}

/** A text of a kind that the drafting screens know (see `MAX_LENGTH`); it may be absent. Made once a kind. */
export function optionalText(kind: keyof typeof MAX_LENGTH) {
  const known = optionalTexts.get(kind) ?? makeOptionalText(MAX_LENGTH[kind]);
  optionalTexts.set(kind, known);
  return known;
}

/** A name that must be there. */
export const requiredName = text(MAX_LENGTH.name).refine((value) => value.trim() !== '', '不能为空。');

/** A list of texts that may be absent. */
export function texts(maxLength: number, maxRows: number) {
  return list(text(maxLength), maxRows);
}

/** A list that may be absent. */
export function list<S extends z.ZodType>(row: S, maxRows = MAX_ROWS) {
  return z
    .array(row)
    .max(maxRows, `最多 ${maxRows} 行。`)
    .nullish()
    .transform((rows) => rows ?? []);
}

/** One word of a closed list, as the domain names it. */
export function word<T>(words: Words<T>) {
  const allowed = [...new Set(words.keys())].join('、');
  return z.string().transform((written, context): T => {
    const value = words.get(written.trim());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `“${brief(written)}”无法识别，应为：${allowed}。` });
    return z.NEVER;
  });
}

export const fundSource = z.string().transform((name, context): FundSource => {
  const source = fundSourceByName(name);
  if (source) return source;
  const allowed = FUND_SOURCES.map((known) => FUND_SOURCE_LABELS[known].name).join('、');
  context.addIssue({ code: 'custom', message: `资金来源“${brief(name)}”无法识别，应为：${allowed}。` });
  return z.NEVER;
});

function classificationCode(pattern: RegExp, rule: string) {
  return z.string().transform((written, context): string => {
    if (pattern.test(written)) return written;
    const code = written.normalize('NFKC').replace(/\s/g, '');
    if (code === '' || pattern.test(code)) return code;
    context.addIssue({ code: 'custom', message: `科目编码“${brief(written)}”有误，${rule}` });
    return z.NEVER;
  });
}

/** 支出功能分类科目编码; blank while not chosen. Whether a year's edition has it is for the checks to say. */
export const functionCode = classificationCode(/^\d{3}(\d{2}){0,2}$/, '功能科目应为 3、5 或 7 位数字，如 2080505。');

/** 部门预算支出经济分类科目编码; blank while not chosen. */
export const economicCode = classificationCode(/^\d{3}(\d{2})?$/, '经济科目应为 3 或 5 位数字，如 30101。');

/**
 * An amount in yuan, as a JSON number or a string, to exact fen; null or a blank string: not entered yet. A number is
 * converted by its decimal text, never by arithmetic on a float.
 */
export const amountYuan = amountOf((written) => parseAmount(written, 'yuan'));

/** As `amountYuan`, of either sign: a change on last year. */
export const signedAmountYuan = amountOf((written) => {
  const negative = /^\s*[-−－]\s*([^-−－].*)$/s.exec(written)?.[1];
  const magnitude = parseAmount(negative ?? written, 'yuan');
  return magnitude.ok && magnitude.value !== null && negative !== undefined ? ok(-magnitude.value) : magnitude;
});

function amountOf(read: (written: string) => Result<Fen | null, MoneyError>) {
  return z
    .union([z.number(), z.string(), z.null()], {
      error: (issue) =>
        issue.input === undefined ? '缺少金额（元）。' : '金额应为数字或文字，单位为元，如 12000.50。',
    })
    .transform((written, context): Fen | null => {
      if (written === null) return null;
      if (typeof written === 'number' && Math.abs(written) >= FIRST_INEXACT_YUAN) {
        context.addIssue({ code: 'custom', message: '金额位数过多，写成 JSON 数字会丢失精度，请写成带引号的文字。' });
        return z.NEVER;
      }
      const amount = read(String(written));
      if (amount.ok) return amount.value;
      context.addIssue({ code: 'custom', message: problemMessage(amount.error) });
      return z.NEVER;
    });
}

/** An amount that may be absent. */
export const optionalAmountYuan = amountYuan.optional().transform((amountFen) => amountFen ?? null);

/** A change on last year that may be absent. */
export const optionalSignedAmountYuan = signedAmountYuan.optional().transform((amountFen) => amountFen ?? null);

/** A number of people or vehicles; null while not entered. */
export const count = z
  .int()
  .min(0)
  .max(10_000_000)
  .nullish()
  .transform((value) => value ?? null);

/** People more (+) or fewer (−); null while not entered. */
export const signedCount = z
  .int()
  .min(-10_000_000)
  .max(10_000_000)
  .nullish()
  .transform((value) => value ?? null);

/** 权重 in points. */
export const weight = z
  .int()
  .min(0)
  .max(100)
  .nullish()
  .transform((value) => value ?? null);

/** A target value: a figure or words. */
export const targetValue = z
  .union([text(MAX_LENGTH.measure), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? '');

/** A month such as 2022-12, or blank. */
export const month = z
  .literal('')
  .or(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/))
  .nullish()
  .transform((value) => value ?? '');

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const MAX_QUOTED_CHARACTERS = 20;

/** Enough of a rejected text to recognise it by. */
export function brief(written: string): string {
  const characters = Array.from(written);
  return characters.length <= MAX_QUOTED_CHARACTERS
    ? written
    : `${characters.slice(0, MAX_QUOTED_CHARACTERS).join('')}…`;
}
