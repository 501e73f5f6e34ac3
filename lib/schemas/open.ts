import { coerce, object, string } from 'zod';
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
export const openSearchQuery = object({
  q: text(50).default(''),
  year: string()
    .regex(/^(\d{4})?$/, '年度应为四位数字')
    .default('')
    .transform((value) => (value === '' ? undefined : Number(value))),
});
