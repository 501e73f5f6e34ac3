import { array, boolean, int, object, enum as oneOf, type output, string, uuid } from 'zod';
import { ROLES } from '../domain/workflow/roles.ts';

export const userIdField = uuid('用户标识无效，请刷新页面后重试');

/** Counts changes by administrators: a change names the one it was made on. */
export const revisionSeenField = int('修订号无效，请刷新页面后重试').min(1, '修订号无效，请刷新页面后重试');

export const usernameField = string('请填写用户名')
  .trim()
  .regex(
    /^[a-z][a-z0-9.-]{1,31}$/,
    '用户名须以小写字母开头，由 2 至 32 个小写字母、数字、点或连字符组成，例如 wang.fang',
  );

export const displayNameField = string('请填写姓名')
  .trim()
  .min(1, '请填写姓名')
  .max(30, '姓名最多 30 个字')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f]*$/, '姓名中不能有换行等控制字符');

/** Where mail goes; blank: nowhere. */
export const emailField = string('请填写电子邮箱，或留空')
  .trim()
  .max(254, '电子邮箱过长，最多 254 个字符')
  .regex(/^([^\s@]+@[^\s@]+)?$/, '电子邮箱应写成 wang.fang@example.gov.cn 的形式，不用时留空');

/** A role with the units it is bound to; none for a role that acts on all units or on none. */
export const roleGrantSchema = object({
  role: oneOf(ROLES, '没有这个角色'),
  unitIds: array(uuid('单位标识无效，请刷新页面后重试')).max(1000, '一次最多选择 1000 个单位'),
});

export type RoleGrant = output<typeof roleGrantSchema>;

const grantsField = array(roleGrantSchema).min(1, '请至少选择一个角色').max(ROLES.length, '角色重复，请刷新页面后重试');

export const createUserSchema = object({
  username: usernameField,
  displayName: displayNameField,
  email: emailField.optional(),
  grants: grantsField,
});

export type NewUser = output<typeof createUserSchema>;

export const updateUserSchema = object({
  userId: userIdField,
  revision: revisionSeenField,
  displayName: displayNameField,
  /** Left out: it stays. */
  email: emailField.optional(),
  grants: grantsField,
});

export type UserChange = output<typeof updateUserSchema>;

export const setUserDisabledSchema = object({
  userId: userIdField,
  revision: revisionSeenField,
  disabled: boolean('请选择停用或启用'),
});

export type UserDisabling = output<typeof setUserDisabledSchema>;

export const resetPasswordSchema = object({ userId: userIdField, revision: revisionSeenField });

export type PasswordReset = output<typeof resetPasswordSchema>;
