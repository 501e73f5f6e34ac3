'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { readNotice as read, readAllNotices as readAll } from '@/lib/services/notices/read-notices.ts';
import { switchRole } from '@/lib/services/sessions/switch-role.ts';

const noticeSchema = z.strictObject({ noticeId: z.uuid() });

export const readNotice = defineAction({
  name: 'readNotice',
  permission: 'signed-in',
  input: noticeSchema,
  run: async (actor, { noticeId }) => {
    const opened = await read(actor, noticeId);
    return opened.ok ? ok({ path: opened.value.path }) : opened;
  },
});

export const readAllNotices = defineAction({
  name: 'readAllNotices',
  permission: 'signed-in',
  input: z.void(),
  run: async (actor) => {
    const counted = await readAll(actor);
    refresh();
    return counted;
  },
});

export const openNoticeInItsRole = defineAction({
  name: 'openNoticeInItsRole',
  permission: 'signed-in',
  input: noticeSchema,
  run: async (actor, { noticeId }) => {
    const opened = await read(actor, noticeId);
    if (!opened.ok) return opened;
    const switched = await switchRole(actor, opened.value.notice.role);
    if (!switched.ok) return switched;
    redirect(opened.value.path);
  },
});
