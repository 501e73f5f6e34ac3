import type { ReactNode } from 'react';
import styles from './plain-page.module.css';

/** A page of the workspace without rows to type: a title and what stands below it. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.page}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
