'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { changePasswordSchema, mailChoiceSchema, switchRoleSchema } from '@/lib/schemas/account.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { sessionCookieName } from '@/lib/server/session/session-cookie.ts';
import { endSession } from '@/lib/services/sessions/end-session.ts';
import { switchRole as switchRoleOfSession } from '@/lib/services/sessions/switch-role.ts';
import { changeOwnPassword } from '@/lib/services/users/change-own-password.ts';
import { chooseOwnMail } from '@/lib/services/users/choose-own-mail.ts';
import { startPath } from '../main-navigation.ts';

export const signOut = defineAction({
  name: 'signOut',
  permission: 'signed-in',
  duringPasswordChange: true,
  input: z.void(),
  run: async (actor) => {
    await endSession(actor.sessionId);
    (await cookies()).delete(sessionCookieName(serverEnv().isHttps));
    redirect('/sign-in?reason=signed-out');
  },
});

export const switchRole = defineAction({
  name: 'switchRole',
  permission: 'signed-in',
  input: switchRoleSchema,
  run: async (actor, { role }) => {
    const switched = await switchRoleOfSession(actor, role);
    if (!switched.ok) return switched;
    redirect(startPath(role));
  },
});

export const changePassword = defineAction({
  name: 'changePassword',
  permission: 'signed-in',
  duringPasswordChange: true,
  input: changePasswordSchema,
  run: changeOwnPassword,
});

export const chooseMail = defineAction({
  name: 'chooseMail',
  permission: 'signed-in',
  input: mailChoiceSchema,
  run: chooseOwnMail,
});
