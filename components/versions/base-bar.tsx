'use client';

import { Button, Loader, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { baseName } from '@/lib/domain/versions/comparison-base.ts';
import styles from './base-bar.module.css';
import { baseWords } from './base-words.ts';
import type { Comparison } from './use-comparison.ts';

interface BaseBarProps {
  comparison: Comparison;
  /** Of the budget that is looked at. */
  year: number;
  /** Switches and counts of the page. */
  children?: ReactNode;
}

/** What the page is compared with, to be chosen; nothing where there is nothing to compare with. */
export function BaseBar({ comparison, year, children }: BaseBarProps) {
  const { bases, base, budget, failure, retry, choose } = comparison;
  if (base === null) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.base}>
        <span>对比</span>
        <NativeSelect
          size="xs"
          aria-label="与哪一版对比"
          value={baseName(base)}
          onChange={(event) => {
            const chosen = bases.find((candidate) => baseName(candidate) === event.currentTarget.value);
            if (chosen) choose(chosen);
          }}
          data={bases.map((candidate) => ({ value: baseName(candidate), label: baseWords(candidate, year) }))}
        />
      </div>
      {budget !== null && children}
      {budget === null && failure === null && (
        <span role="status" className={styles.loading}>
          <Loader size="xs" /> 正在取对比版本…
        </span>
      )}
      {failure !== null && (
        <ErrorNote>
          {failure}{' '}
          <Button size="compact-xs" variant="default" onClick={retry}>
            重试
          </Button>
        </ErrorNote>
      )}
    </div>
  );
}
