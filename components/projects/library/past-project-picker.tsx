'use client';

import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { PastProject } from '@/lib/domain/projects/past-project.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS } from '@/lib/domain/projects/project.ts';
import { type LibraryEntry, libraryEntries } from './library-entries.ts';
import { PastProjectPreview } from './past-project-preview.tsx';
import { PastProjectRow } from './past-project-row.tsx';
import styles from './project-library.module.css';

interface PastProjectPickerProps {
  projects: readonly PastProject[];
  onCarry: (chosen: readonly PastProject[]) => void;
}

/** The list of earlier projects with a search, marks, a preview of one, and the button that takes the chosen ones. */
export function PastProjectPicker({ projects, onCarry }: PastProjectPickerProps) {
  const { budget, unit } = useDraft();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const entries = useMemo(() => libraryEntries(projects, budget), [projects, budget]);
  const [shownKey, setShownKey] = useState(entries[0]?.past.project.key ?? '');
  const found = entries.filter(({ past }) => matches(past, typed));
  const carryable = found.filter(({ reason }) => reason === null);
  const shown = entries.find(({ past }) => past.project.key === shownKey);
  const picked = entries.filter(({ past, reason }) => chosen.has(past.project.key) && reason !== 'PRESENT');
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
    setShownKey(key);
  };
  const chooseAll = () => setChosen(new Set([...chosen, ...carryable.map(({ past }) => past.project.key)]));
  return (
    <div className={styles.picker}>
      <div className={styles.search}>
        <TextInput
          data-autofocus
          aria-label="搜索项目"
          placeholder="按名称、内容、类别或年度搜索"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={styles.input}
        />
        <Button variant="default" onClick={chooseAll} disabled={carryable.length === 0}>
          全选可结转的（{carryable.length}）
        </Button>
        <span className={styles.hint}>金额单位：{unitWord(unit)}</span>
      </div>
      <div className={styles.panes}>
        <ul className={styles.list} aria-label="历年项目">
          {found.map((entry) => (
            <PastProjectRow
              key={entry.past.project.key}
              entry={entry}
              chosen={chosen.has(entry.past.project.key)}
              shown={entry.past.project.key === shownKey}
              onToggle={(on) => toggle(entry.past.project.key, on)}
              onShow={() => setShownKey(entry.past.project.key)}
            />
          ))}
          {found.length === 0 && <li className={styles.none}>没有符合“{typed}”的项目。</li>}
        </ul>
        {shown && <PastProjectPreview past={shown.past} />}
      </div>
      <div className={styles.footer}>
        <span aria-live="polite">
          {picked.length === 0 ? '勾选要结转的项目。' : `已选 ${picked.length} 个。${forcedSentence(picked)}`}
          科目、资金来源和指标照搬，金额和成本指标的数清空待填。
        </span>
        <Button disabled={picked.length === 0} onClick={() => onCarry(picked.map(({ past }) => past))}>
          结转所选项目
        </Button>
      </div>
    </div>
  );
}

function forcedSentence(picked: readonly LibraryEntry[]): string {
  const forced = picked.filter(({ reason }) => reason !== null).length;
  return forced > 0 ? `其中 ${forced} 个是一次性或已到期的，请确认本年继续实施。` : '';
}

function matches({ project, years }: PastProject, typed: string): boolean {
  const words = [
    project.name,
    project.overview,
    project.functionCode,
    PROJECT_CATEGORY_LABELS[project.category].label,
    PROJECT_NATURE_LABELS[project.nature],
    ...years.map(({ year }) => `${year}年`),
  ].join(' ');
  return typed
    .normalize('NFKC')
    .split(/\s+/)
    .every((part) => words.includes(part));
}
