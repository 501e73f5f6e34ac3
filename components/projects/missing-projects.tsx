'use client';

import { Button } from '@mantine/core';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { PastProject, SkipReason } from '@/lib/domain/projects/past-project.ts';
import { PROJECT_NATURE_LABELS } from '@/lib/domain/projects/project.ts';
import styles from './missing-projects.module.css';

/** A project of last year that this year's draft does not have, and why it would not be carried forward by itself. */
export interface MissingProject {
  readonly past: PastProject;
  readonly reason: SkipReason | null;
}

interface MissingProjectsProps {
  projects: readonly MissingProject[];
  /** Null where nothing can be changed. */
  onCarry: ((project: PastProject) => void) | null;
}

/** What was a project last year and is none this year, so that none is forgotten. */
export function MissingProjects({ projects, onCarry }: MissingProjectsProps) {
  const { unit } = useDraft();
  if (projects.length === 0) return null;
  return (
    <section className={styles.missing} aria-label="上年有、本年没有的项目">
      <h3 className={styles.title}>上年有、本年没有的项目（{projects.length}）</h3>
      <ul className={styles.list}>
        {projects.map(({ past, reason }) => (
          <li key={past.project.key} className={styles.item}>
            <span className={styles.name}>
              {past.project.name}
              {reason === 'ENDED' && '（已到期）'}
            </span>
            <span className={styles.facts}>
              {PROJECT_NATURE_LABELS[past.project.nature]} · 上年{' '}
              {formatForEntry(past.years[0]?.amountFen ?? null, unit)} {unitWord(unit)}
            </span>
            {onCarry && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`结转“${past.project.name}”`}
                onClick={() => onCarry(past)}
              >
                结转
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
