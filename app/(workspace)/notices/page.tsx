import type { Metadata } from 'next';
import { NoticeList } from '@/components/notices/notice-list.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listNotices } from '@/lib/services/notices/list-notices.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { openNoticeInItsRole, readAllNotices, readNotice } from './actions.ts';

export const metadata: Metadata = { title: '通知' };

export default async function NoticesPage() {
  const actor = await requireActor();
  const notices = valueOrLeave(await listNotices(actor));
  return (
    <WorkspaceShell actor={actor} title="通知">
      <NoticeList notices={notices} role={actor.role} actions={{ readNotice, readAllNotices, openNoticeInItsRole }} />
    </WorkspaceShell>
  );
}
