import { coerce, object, enum as oneOf, string } from 'zod';
import { text } from './fields.ts';

/** The parts of public addresses. */
const year = coerce.number().int().min(2000).max(2100);
const unitCode = string().regex(/^\d{3,20}$/);
const number = coerce.number().int().min(1).max(100_000);

export const openUnitYear = object({ year, unitCode });
export const openEditionParams = object({ year, unitCode, number });
export const openFileParams = object({ year, unitCode, number, name: string().min(1).max(1000) });
export const openAnnexParams = object({ year, unitCode, number, annex: string().regex(/^[\w-]{1,20}$/) });
export const openDepartmentParams = object({ code: string().regex(/^\d{3,20}$/) });

/** A blank year is any. */
const anyYear = string()
  .regex(/^(\d{4})?$/, '年度应为四位数字')
  .default('')
  .transform((value) => (value === '' ? undefined : Number(value)));

/** A blank page is the first one. */
const page = string()
  .regex(/^([1-9]\d{0,4})?$/, '页码应为正整数')
  .default('')
  .transform((value) => (value === '' ? 1 : Number(value)));

export const openSearchQuery = object({ q: text(50).default(''), year: anyYear, page });

export const openListQuery = openSearchQuery.extend({
  department: string()
    .regex(/^(\d{3,20})?$/, '部门编码应为数字')
    .default('')
    .transform((value) => (value === '' ? undefined : value)),
  perPage: coerce
    .number('每页项数应为 1 到 500')
    .int('每页项数应为 1 到 500')
    .min(1, '每页项数应为 1 到 500')
    .max(500, '每页项数应为 1 到 500')
    .default(100),
});

/** What cannot be an order is none: the table comes as it prints. */
export const openOrderQuery = object({
  sort: string()
    .regex(/^[\w.-]{1,60}$/)
    .optional()
    .catch(undefined),
  dir: oneOf(['asc', 'desc']).catch('asc'),
});
