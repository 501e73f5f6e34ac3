import { boolean, object, enum as oneOf, type output, string, uuid } from 'zod';
import { UNIT_KINDS } from '../domain/budget/budget.ts';
import { revisionSeenField } from './user.ts';

const departmentIdField = uuid('部门标识无效，请刷新页面后重试');
const unitIdField = uuid('单位标识无效，请刷新页面后重试');

/** The code of a department: three digits, e.g. 309. */
export const departmentCodeField = string('请填写部门编码')
  .trim()
  .regex(/^\d{3}$/, '部门编码应为 3 位数字，例如 309');

/** The code of a unit: that of its department and three digits more, e.g. 309001. */
export const unitCodeField = string('请填写单位编码')
  .trim()
  .regex(/^\d{6}$/, '单位编码应为 6 位数字，前 3 位为所属部门的编码，例如 309001');

function nameField(label: string, maxLength: number) {
  return (
    string(`请填写${label}`)
      .trim()
      .min(1, `请填写${label}`)
      .max(maxLength, `${label}最多 ${maxLength} 个字`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      .regex(/^[^\u0000-\u001f]*$/, `${label}中不能有换行等控制字符`)
      .refine((value) => value.isWellFormed(), `${label}中有无法保存的特殊字符，请删除后重新输入`)
  );
}

const names = { name: nameField('简称', 60), fullName: nameField('全称', 100) };
/** Whether the unit's head confirms its submissions; left out: as it is, and of a new unit not. */
const confirmationField = boolean('请选择是否须经单位负责人确认').optional();
const kindField = oneOf(UNIT_KINDS, '请选择单位性质');

export const createDepartmentSchema = object({ code: departmentCodeField, ...names });
export type NewDepartment = output<typeof createDepartmentSchema>;

export const updateDepartmentSchema = object({
  departmentId: departmentIdField,
  revision: revisionSeenField,
  ...names,
});
export type DepartmentChange = output<typeof updateDepartmentSchema>;

export const createUnitSchema = object({
  departmentId: departmentIdField,
  code: unitCodeField,
  kind: kindField,
  confirmationRequired: confirmationField,
  ...names,
});
export type NewUnit = output<typeof createUnitSchema>;

export const updateUnitSchema = object({
  unitId: unitIdField,
  revision: revisionSeenField,
  kind: kindField,
  confirmationRequired: confirmationField,
  ...names,
});
export type UnitChange = output<typeof updateUnitSchema>;

export const setUnitDisabledSchema = object({
  unitId: unitIdField,
  revision: revisionSeenField,
  disabled: boolean('请选择停用或启用'),
});
export type UnitDisabling = output<typeof setUnitDisabledSchema>;
