'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import styles from './start.module.css';

interface StartFrameProps {
  title: string;
  /** What this way of beginning takes, in a sentence or two. */
  lead: ReactNode;
  children: ReactNode;
}

/** A page from which a draft begins: what it does, the way back, and nothing to do where nothing can be changed. */
export function StartFrame({ title, lead, children }: StartFrameProps) {
  const { workspace, readOnly } = useDraft();
  return (
    <section className={styles.page}>
      <p className={styles.back}>
        <Link href={`/budgets/${workspace.budgetId}/start`}>‹ 从哪里开始</Link>
      </p>
      <h2 className={styles.title}>{title}</h2>
      {readOnly ? (
        <EmptyState title="这一版不能修改" text="只有草稿可以写入内容，并且需要编制权限。" />
      ) : (
        <>
          <p className={styles.lead}>{lead}</p>
          {children}
        </>
      )}
    </section>
  );
}
