'use client';

import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import styles from './scaled-page.module.css';

/** CSS pixels of A4 at 96 dpi. */
const A4_SHORT_PX = 794;
const A4_LONG_PX = 1123;
const MAX_SCALE = 1.1;

interface ScaledPageProps {
  orientation: 'portrait' | 'landscape';
  draft: boolean;
  /** Of the page as printed (1); without it the page fits the width there is. */
  fixedScale?: number;
  children: ReactNode;
}

/** A sheet of A4, shrunk to the width there is and never clipped; in print it is the page itself. */
export function ScaledPage({ orientation, draft, fixedScale, children }: ScaledPageProps) {
  const { ref, width } = useElementSize();
  const pageWidth = orientation === 'landscape' ? A4_LONG_PX : A4_SHORT_PX;
  const fitting = width > 0 ? Math.min(MAX_SCALE, width / pageWidth) : 1;
  const scale = fixedScale ?? fitting;
  return (
    <div ref={ref} className={styles.room}>
      <article
        className={styles.page}
        data-orientation={orientation}
        style={{ '--page-scale': scale } as CSSProperties}
      >
        {draft && <span className={styles.draft}>草稿</span>}
        {children}
      </article>
    </div>
  );
}
