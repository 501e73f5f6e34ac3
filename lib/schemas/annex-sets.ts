import { array, literal, object, enum as oneOf, type output, record, strictObject, string, union, uuid } from 'zod';
import { ANNEX_SETS } from '../domain/annexes/annex-sets.ts';
import { ANNEX_SET_LIMITS } from '../domain/annexes/edits/annex-set-edits.ts';
import { ROUNDINGS } from '../domain/annexes/rounding.ts';
import { MAX_LENGTH, revisionField, text } from './fields.ts';

const INVALID_SET = '公开表标识无效，请刷新页面后重试';

const builtInField = oneOf(
  ANNEX_SETS.map(({ id }) => id),
  INVALID_SET,
);
const editedField = uuid(INVALID_SET);

/** Names a set that a year may choose: a built-in one or one of the bureau's own. */
export const annexSetIdField = union([builtInField, editedField], '请选择公开表');

const nameField = string('请填写名称')
  .trim()
  .min(1, '请填写名称')
  .max(ANNEX_SET_LIMITS.name, `名称最多 ${ANNEX_SET_LIMITS.name} 个字`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f]*$/, '名称中不能有换行等控制字符')
  .refine((value) => value.isWellFormed(), '名称中有无法保存的特殊字符，请删除后重新输入');

/** Keys of a definition, e.g. `y{year}Total`. */
const keyField = string().max(60);
const wording = text(MAX_LENGTH.note);

const columnEdits = record(
  keyField,
  strictObject({ label: wording.optional(), hidden: literal(true).optional() }),
  '栏目有误，请刷新页面后重试',
);

const unitField = oneOf(['wanYuan', 'yuan'], '请选择金额单位');

const annexEdits = strictObject({
  title: wording.optional(),
  unit: unitField.optional(),
  style: oneOf(['fixed', 'trimmed', 'grouped'], '请选择数字格式').optional(),
  notes: array(strictObject({ when: oneOf(['always', 'empty']), text: wording }))
    .max(20, '表下说明过多')
    .readonly()
    .optional(),
  columns: columnEdits.optional(),
  columnOrder: array(keyField).max(200).readonly().optional(),
  fields: columnEdits.optional(),
});

/** The form of edits alone; what they say of a set, `problemsOfEdits` judges. */
const annexSetEdits = strictObject({
  version: literal(1),
  numberPrefix: wording.optional(),
  unit: unitField.optional(),
  rounding: oneOf(ROUNDINGS, '请选择取整方式').optional(),
  shown: array(keyField).max(100).readonly().optional(),
  annexes: record(keyField, annexEdits),
});

export const copyAnnexSetSchema = object({ annexSetId: annexSetIdField, name: nameField });
export type AnnexSetCopy = output<typeof copyAnnexSetSchema>;

/** Names an edited set and the revision of it that somebody saw. */
const setSeen = { annexSetId: editedField, revision: revisionField };

export const saveAnnexSetSchema = object({ ...setSeen, name: nameField, edits: annexSetEdits });
export type AnnexSetChange = output<typeof saveAnnexSetSchema>;

export const removeAnnexSetSchema = object(setSeen);
export type AnnexSetRemoval = output<typeof removeAnnexSetSchema>;
