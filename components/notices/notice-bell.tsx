'use client';

import Link from 'next/link';
import styles from './notice-bell.module.css';
import { useUnreadCount } from './unread-count.ts';

const MOST_SHOWN = 99;

/** The way to the notices, with how many are unread. */
export function NoticeBell() {
  const unread = useUnreadCount();
  return (
    <Link
      href="/notices"
      prefetch={false}
      className={styles.bell}
      aria-label={unread > 0 ? `通知，${unread} 条未读` : '通知，没有未读'}
      title="通知"
    >
      <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
        <path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
