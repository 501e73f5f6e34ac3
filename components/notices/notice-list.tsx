'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { Notice } from '@/lib/domain/notices/notice.ts';
import { ROLE_LABELS, type Role } from '@/lib/domain/workflow/roles.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { noticeSentence } from '@/lib/messages/notice-sentence.ts';
import { callAction } from '../ui/call-action.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatTime } from '../ui/format-time.ts';
import styles from './notice-list.module.css';
import { askUnread } from './unread-count.ts';

interface NoticeActions {
  /** Marks as read; the answer is where the notice leads. */
  readonly readNotice: (input: { noticeId: string }) => Promise<Answer<{ readonly path: string }>>;
  readonly readAllNotices: () => Promise<Answer<unknown>>;
  /** Acts in the notice's role from now on and leads where it leads. */
  readonly openNoticeInItsRole: (input: { noticeId: string }) => Promise<Answer<unknown>>;
}

interface NoticeListProps {
  notices: readonly Notice[];
  /** In which role the reader acts now. */
  role: Role;
  actions: NoticeActions;
}

/** What the reader was told, unread first. Each leads to its place; one of another role asks before it switches. */
export function NoticeList({ notices, role, actions }: NoticeListProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<Notice | null>(null);
  const [pending, startTransition] = useTransition();
  const run = <T,>(act: () => Promise<Answer<T>>, then?: (value: T) => void) =>
    startTransition(async () => {
      const answer = await callAction(act);
      if (answer.ok) then?.(answer.value);
      else notifications.show({ color: 'red', title: '操作没有完成', message: answer.message });
      void askUnread();
    });
  const open = (notice: Notice) => {
    if (notice.role === role)
      run(
        () => actions.readNotice({ noticeId: notice.id }),
        ({ path }) => router.push(path),
      );
    else setAsked(notice);
  };
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  if (notices.length === 0) {
    return (
      <EmptyState title="还没有通知" text="预算送审、退回、通过，审核意见和申报期限等有变动时，会在这里告诉您。" />
    );
  }
  return (
    <section className={styles.page} aria-label="通知列表">
      <Group justify="space-between">
        <Text size="sm">
          {unread > 0 ? `${unread} 条未读，共 ${notices.length} 条` : `没有未读，共 ${notices.length} 条`}
        </Text>
        <Button
          variant="default"
          size="compact-md"
          disabled={unread === 0}
          loading={pending}
          onClick={() => run(actions.readAllNotices)}
        >
          全部标为已读
        </Button>
      </Group>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            isOtherRole={notice.role !== role}
            onOpen={() => open(notice)}
            onRead={() =>
              run(
                () => actions.readNotice({ noticeId: notice.id }),
                () => router.refresh(),
              )
            }
          />
        ))}
      </ul>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title="切换角色后查看">
        {asked && (
          <>
            <Text size="sm">
              这条通知与您的“{ROLE_LABELS[asked.role]}”角色有关，您现在以“{ROLE_LABELS[role]}
              ”身份操作。切换后即可查看，随时可以在右上角的菜单中切换回来。
            </Text>
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={() => setAsked(null)}>
                取消
              </Button>
              <Button
                data-autofocus
                loading={pending}
                onClick={() => run(() => actions.openNoticeInItsRole({ noticeId: asked.id }))}
              >
                切换为{ROLE_LABELS[asked.role]}并查看
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </section>
  );
}

interface NoticeRowProps {
  notice: Notice;
  isOtherRole: boolean;
  onOpen: () => void;
  onRead: () => void;
}

function NoticeRow({ notice, isOtherRole, onOpen, onRead }: NoticeRowProps) {
  const isUnread = notice.readAt === null;
  return (
    <li className={styles.row} data-unread={isUnread || undefined}>
      <button type="button" className={styles.sentence} onClick={onOpen}>
        {isUnread && <span className="visually-hidden">未读：</span>}
        {noticeSentence(notice)}
      </button>
      {isOtherRole && <span className={styles.role}>{ROLE_LABELS[notice.role]}</span>}
      <time className={styles.time} dateTime={notice.createdAt}>
        {formatTime(notice.createdAt)}
      </time>
      {isUnread ? (
        <button type="button" className={styles.mark} onClick={onRead}>
          标为已读
        </button>
      ) : (
        <span className={styles.read}>已读</span>
      )}
    </li>
  );
}
