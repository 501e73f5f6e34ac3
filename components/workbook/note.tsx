import type { ReactNode } from 'react';
import styles from './workbook.module.css';

interface NoteProps {
  tone: 'done' | 'warning' | 'fault';
  title: string;
  children: ReactNode;
}

/** Something to know before or after writing. Mantine's own colours of the title are too pale. */
export function Note({ tone, title, children }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone} role={tone === 'fault' ? 'alert' : 'status'}>
      <strong>{title}</strong>
      <div>{children}</div>
    </div>
  );
}
