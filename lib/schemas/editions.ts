import { int, object, enum as oneOf, type output, string, uuid } from 'zod';
import { SECRECY_REVIEWERS } from '../domain/editions/edition.ts';
import { yearField } from './control-figures.ts';
import { MAX_LENGTH, text } from './fields.ts';
import { departmentCodeField } from './unit.ts';

const MAX_CONTACT = 100;

/** The office alone: whoever reads it asks the office, and nobody's number is put on the net by mistake. */
const contactField = string('请填写联系科室')
  .trim()
  .min(1, '请填写联系科室，如“办公室”')
  .max(MAX_CONTACT, `联系科室最多 ${MAX_CONTACT} 个字`)
  .refine((value) => !/\d{5,}/.test(value), '联系科室不要填写电话号码')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f]*$/, '联系科室中不能有换行等控制字符')
  .refine((value) => value.isWellFormed(), '联系科室中有无法保存的特殊字符，请删除后重新输入');

/** What whoever publishes answers, whatever it is. */
const answers = {
  /** The newest edition that the publisher saw; 0: none. */
  seenNumber: int('公开次数无效，请刷新页面后重试').min(0, '公开次数无效，请刷新页面后重试'),
  secrecyReviewedBy: oneOf(SECRECY_REVIEWERS, '请选择由谁完成了保密审查'),
  contact: contactField,
  changeNote: string('请填写更正说明').trim().pipe(text(MAX_LENGTH.comment)),
};

export const publishEditionSchema = object({ budgetId: uuid(), versionId: uuid(), ...answers });
export type EditionToPublish = output<typeof publishEditionSchema>;

const withdrawal = {
  editionId: uuid(),
  reason: string('请填写撤下原因').trim().min(1, '请填写撤下原因').pipe(text(MAX_LENGTH.comment)),
};

export const withdrawEditionSchema = object({ budgetId: uuid(), ...withdrawal });
export type EditionWithdrawal = output<typeof withdrawEditionSchema>;

const department = { departmentCode: departmentCodeField, year: yearField };

export const departmentYearSchema = object(department);
export type DepartmentYearPlace = output<typeof departmentYearSchema>;

export const publishDepartmentEditionSchema = object({
  ...department,
  ...answers,
  /** Says which versions and transfers the publisher saw. */
  stamp: string().regex(/^[0-9a-f]{64}$/, '页面已过期，请刷新后重试'),
});
export type DepartmentEditionToPublish = output<typeof publishDepartmentEditionSchema>;

export const withdrawDepartmentEditionSchema = object({ ...department, ...withdrawal });
export type DepartmentEditionWithdrawal = output<typeof withdrawDepartmentEditionSchema>;

export const answerTransferSchema = object({
  ...department,
  receiverBudgetId: uuid(),
  revenueKey: uuid(),
  /** 0: nothing was said yet. */
  revision: int('修订号无效，请刷新页面后重试').min(0, '修订号无效，请刷新页面后重试'),
  /** Null: the money comes from outside the department. */
  payer: object({ budgetId: uuid(), lineKey: uuid() }).nullable(),
});
export type TransferToAnswer = output<typeof answerTransferSchema>;
