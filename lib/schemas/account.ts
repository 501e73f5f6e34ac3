import { boolean, object, enum as oneOf, type output, string } from 'zod';
import { ROLES } from '../domain/workflow/roles.ts';
import { emailField } from './user.ts';

/** How long a password is and what it may not be is judged by the service, which knows the user. */
const passwordField = string('请填写密码').min(1, '请填写密码').max(200, '密码过长，最多 200 个字符');

export const changePasswordSchema = object({
  currentPassword: passwordField,
  newPassword: passwordField,
});

export const switchRoleSchema = object({ role: oneOf(ROLES, '没有这个角色') });

export const mailChoiceSchema = object({ email: emailField, mailWanted: boolean('请选择是否接收邮件') });

/** Where somebody's mail goes, and whether they want it. */
export type MailChoice = output<typeof mailChoiceSchema>;
