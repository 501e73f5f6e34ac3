import { int, object, enum as oneOf, type output, string, uuid } from 'zod';
import { SECRECY_REVIEWERS } from '../domain/editions/edition.ts';
import { MAX_LENGTH, text } from './fields.ts';

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

export const publishEditionSchema = object({
  budgetId: uuid(),
  versionId: uuid(),
  /** The newest edition that the publisher saw; 0: none. */
  seenNumber: int('公开次数无效，请刷新页面后重试').min(0, '公开次数无效，请刷新页面后重试'),
  secrecyReviewedBy: oneOf(SECRECY_REVIEWERS, '请选择由谁完成了保密审查'),
  contact: contactField,
  changeNote: string('请填写更正说明').trim().pipe(text(MAX_LENGTH.comment)),
});
export type EditionToPublish = output<typeof publishEditionSchema>;

export const withdrawEditionSchema = object({
  budgetId: uuid(),
  editionId: uuid(),
  reason: string('请填写撤下原因').trim().min(1, '请填写撤下原因').pipe(text(MAX_LENGTH.comment)),
});
export type EditionWithdrawal = output<typeof withdrawEditionSchema>;
