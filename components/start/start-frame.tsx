'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { useClosedStart } from './closed-start.tsx';
import styles from './start.module.css';

interface StartFrameProps {
  title: string;
  /** What this way of beginning takes, in a sentence or two. */
  lead: ReactNode;
  children: ReactNode;
}

/** A page from which a draft begins: what it does, the way back, and nothing to do where nothing can be changed. */
export function StartFrame({ title, lead, children }: StartFrameProps) {
  const { workspace } = useDraft();
  const closed = useClosedStart();
  return (
    <section className={styles.page}>
      <p className={styles.back}>
        <Link href={`/budgets/${workspace.budgetId}/start`}>‹ 从哪里开始</Link>
      </p>
      <h2 className={styles.title}>{title}</h2>
      {closed ?? (
        <>
          <p className={styles.lead}>{lead}</p>
          {children}
        </>
      )}
    </section>
  );
}
