import * as z from 'zod';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import { parseAmount } from '@/lib/domain/money/parse.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import { STAFF_KIND_LABELS, STAFF_KINDS, type StaffKind } from '@/lib/domain/staffing/staff-group.ts';
import {
  HEAD_BASIS_LABELS,
  type HeadBasis,
  PAY_ITEM_LABELS,
  PAY_ITEMS,
  type PayItem,
  type Standard,
  type StandardRule,
} from '@/lib/domain/staffing/standard.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { type CellsOf, type ColumnFault, type RecordReader, recordReader } from '../classification/csv-table.ts';

type Method = StandardRule['kind'];

const METHODS: Readonly<Record<string, Method>> = {
  登记: 'PAY',
  比例: 'RATE',
  人均定额: 'PER_HEAD',
  车均定额: 'PER_VEHICLE',
};

const GRAINS: Readonly<Record<string, bigint>> = { 分: 1n, 元: 100n, 百元: 10_000n };

const byLabel = <T extends string>(values: readonly T[], labelOf: (value: T) => string) =>
  Object.fromEntries(values.map((value) => [labelOf(value), value])) as Readonly<Record<string, T>>;

const KIND_WORDS = byLabel<StaffKind>(STAFF_KINDS, (kind) => STAFF_KIND_LABELS[kind]);
const PAY_WORDS = byLabel<PayItem>(PAY_ITEMS, (item) => PAY_ITEM_LABELS[item]);
const HEAD_WORDS = byLabel<HeadBasis>(['HEAD_COUNT', 'AUTHORISED_POSTS'], (basis) => HEAD_BASIS_LABELS[basis]);
const SOURCE_WORDS = byLabel(FUND_SOURCES, (source) => FUND_SOURCE_LABELS[source].name);

const text = z.string('缺少此列。');

function word<T>(words: Readonly<Record<string, T>>) {
  return text.transform((written, context) => {
    const value = wordIn(words, written);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: unknownWord(words, written) });
    return z.NEVER;
  });
}

/** Several words of a list in one cell, parted by blanks, each once. */
function wordsOf<T>(words: Readonly<Record<string, T>>, written: string): readonly T[] | string {
  const found: T[] = [];
  for (const one of written.split(/\s+/).filter((part) => part !== '')) {
    const value = wordIn(words, one);
    if (value === undefined) return unknownWord(words, one);
    if (found.includes(value)) return `“${one}”写了两次。`;
    found.push(value);
  }
  return found;
}

function wordIn<T>(words: Readonly<Record<string, T>>, written: string): T | undefined {
  return Object.hasOwn(words, written) ? words[written] : undefined;
}

function unknownWord(words: Readonly<Record<string, unknown>>, written: string): string {
  return `“${written}”不是允许的内容，应为：${Object.keys(words).join('、')}。`;
}

const optionalDate = text.transform((written, context) => {
  if (written === '' || z.iso.date().safeParse(written).success) return written || null;
  context.addIssue({ code: 'custom', message: '日期应写作 YYYY-MM-DD，如 2024-01-01，或留空。' });
  return z.NEVER;
});

const percent = (written: string): bigint | null => {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?%$/.exec(written);
  if (!match) return null;
  const parts = BigInt(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`);
  return parts > 0n && parts <= 1_000_000n ? parts : null;
};

const PERCENT_FAULT = '应写作大于 0、不超过 100 的百分数，最多四位小数，如 16%、0.16%。';

const columns = {
  id: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '标准编号应为小写英文字母、数字和连字符。').max(50, '标准编号过长。'),
  name: text.min(1, '标准名称不能为空。').max(50, '标准名称过长。'),
  method: word(METHODS),
  staff_kinds: text,
  base: text,
  value: text,
  rounding: word(GRAINS),
  function_code: text.regex(/^(\d{7})?$/, '功能科目应为 7 位数字，或留空（列在人员所在科目）。'),
  economic_code: text.regex(/^(\d{5})?$/, '经济科目应为 5 位数字，或留空（按 distribution.csv 分配）。'),
  source: word(SOURCE_WORDS),
  valid_from: optionalDate,
  valid_to: optionalDate,
  document: text.min(1, '文号（依据）不能为空。'),
  unverified: word({ true: true, false: false }),
  note: text,
};

type Columns = CellsOf<typeof columns>;

function ruleOf({ method, base, value }: Columns): StandardRule | ColumnFault {
  switch (method) {
    case 'PAY':
    case 'RATE': {
      const items = wordsOf(PAY_WORDS, base);
      if (typeof items === 'string') return { column: 'base', message: items };
      if (items.length === 0) return { column: 'base', message: '请写明以哪些工资项目为基数。' };
      if (method === 'PAY') {
        return value === ''
          ? { kind: method, items }
          : { column: 'value', message: '“登记”按登记数列支，此列应留空。' };
      }
      const rate = percent(value);
      return rate === null
        ? { column: 'value', message: `比例${PERCENT_FAULT}` }
        : { kind: method, items, ratePartsPerMillion: rate };
    }
    case 'PER_HEAD': {
      const heads = wordIn(HEAD_WORDS, base);
      if (heads === undefined) return { column: 'base', message: unknownWord(HEAD_WORDS, base) };
      const amountFen = amountOf(value);
      return typeof amountFen === 'string'
        ? { column: 'value', message: amountFen }
        : { kind: method, heads, amountFen };
    }
    case 'PER_VEHICLE': {
      const amountFen = amountOf(value);
      return typeof amountFen === 'string' ? { column: 'value', message: amountFen } : { kind: method, amountFen };
    }
  }
}

function amountOf(value: string): bigint | string {
  const parsed = parseAmount(value, 'yuan');
  if (!parsed.ok) return problemMessage(parsed.error);
  return parsed.value === null || parsed.value === 0n ? '请填写定额（元）。' : parsed.value;
}

function kindsOf({ method, staff_kinds }: Columns): readonly StaffKind[] | ColumnFault {
  const kinds = wordsOf(KIND_WORDS, staff_kinds);
  if (typeof kinds === 'string') return { column: 'staff_kinds', message: kinds };
  if (method === 'PER_VEHICLE' && kinds.length > 0) {
    return { column: 'staff_kinds', message: '车均定额不分人员类别，此列应留空。' };
  }
  if (method !== 'PER_VEHICLE' && kinds.length === 0) {
    return { column: 'staff_kinds', message: '请写明适用的人员类别。' };
  }
  return kinds;
}

/** A standard as its row has it; which economic codes it goes to is complete once distribution.csv is read. */
export type StandardRow = Omit<Standard, 'targets'> & { readonly economicCode: string };

const isFault = (value: object): value is ColumnFault => 'column' in value;

/** A row of standards.csv. */
export const standardRecord: RecordReader<typeof columns, StandardRow> = {
  columns,
  toValue: (row) => {
    const rule = ruleOf(row);
    const staffKinds = kindsOf(row);
    const period =
      (row.valid_from ?? '') > (row.valid_to ?? '9999-12-31')
        ? ({ column: 'valid_from', message: '启用日期晚于停用日期。' } as const)
        : null;
    const faults = [rule, staffKinds, period].flatMap((found) => (found !== null && isFault(found) ? [found] : []));
    if (isFault(rule) || isFault(staffKinds) || faults.length > 0) return fail(faults);
    return ok({
      id: row.id,
      name: row.name,
      rule,
      staffKinds,
      roundingFen: row.rounding,
      functionCode: row.function_code,
      economicCode: row.economic_code,
      source: row.source,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      document: row.document,
      unverified: row.unverified,
      note: row.note,
    });
  },
};

/** A row of distribution.csv: the share of a standard that goes to one economic code. */
export const distributionRecord = recordReader(
  {
    standard_id: text.min(1, '标准编号不能为空。'),
    economic_code: text.regex(/^\d{5}$/, '经济科目应为 5 位数字。'),
    share: text.transform((written, context) => {
      const parts = percent(written);
      if (parts !== null) return parts;
      context.addIssue({ code: 'custom', message: `比例${PERCENT_FAULT}` });
      return z.NEVER;
    }),
  },
  ({ standard_id, economic_code, share }) => ({
    standardId: standard_id,
    economicCode: economic_code,
    sharePartsPerMillion: share,
  }),
);
