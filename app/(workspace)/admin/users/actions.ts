'use server';

import { revalidatePath } from 'next/cache';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { createUserSchema, resetPasswordSchema, setUserDisabledSchema, updateUserSchema } from '@/lib/schemas/user.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { createUser as createUserService } from '@/lib/services/users/create-user.ts';
import { resetPassword as resetPasswordService } from '@/lib/services/users/reset-password.ts';
import { setUserDisabled as setUserDisabledService } from '@/lib/services/users/set-user-disabled.ts';
import { updateUser as updateUserService } from '@/lib/services/users/update-user.ts';

/** The list is read again after success, and after a refusal that says it is out of date. */
async function andReload<T>(outcome: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const result = await outcome;
  if (result.ok || result.error.code === 'RECORD_CHANGED') revalidatePath('/admin/users');
  return result;
}

export const createUser = defineAction({
  name: 'createUser',
  permission: 'user.manage',
  input: createUserSchema,
  run: (actor, input) => andReload(createUserService(actor, input)),
});

export const updateUser = defineAction({
  name: 'updateUser',
  permission: 'user.manage',
  input: updateUserSchema,
  run: (actor, input) => andReload(updateUserService(actor, input)),
});

export const setUserDisabled = defineAction({
  name: 'setUserDisabled',
  permission: 'user.manage',
  input: setUserDisabledSchema,
  run: (actor, input) => andReload(setUserDisabledService(actor, input)),
});

export const resetPassword = defineAction({
  name: 'resetPassword',
  permission: 'user.manage',
  input: resetPasswordSchema,
  run: (actor, input) => andReload(resetPasswordService(actor, input)),
});
