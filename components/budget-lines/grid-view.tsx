'use client';

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import styles from './grid-view.module.css';
import { useStoredChoice } from './stored-choice.ts';

const PARENT_CHOICES = ['function', 'economic', 'none'] as const;

/** By which code computed parent rows are shown, if any. */
export type ParentRows = (typeof PARENT_CHOICES)[number];

const PARENT_LABELS: Readonly<Record<ParentRows, string>> = {
  function: '汇总行：功能科目',
  economic: '汇总行：经济科目',
  none: '不显示汇总行',
};

/** Which parent rows are shown, as this browser was told last. */
export function useParentRows(): readonly [ParentRows, (choice: ParentRows) => void] {
  const [choice, choose] = useStoredChoice('parent-rows', PARENT_CHOICES);
  return [choice ?? 'function', choose];
}

export function ParentRowsSelect({ value, onChange }: { value: ParentRows; onChange: (choice: ParentRows) => void }) {
  return (
    <select
      className={styles.select}
      aria-label="显示汇总行"
      value={value}
      onChange={(event) => {
        const choice = PARENT_CHOICES.find((candidate) => candidate === event.target.value);
        if (choice) onChange(choice);
      }}
    >
      {PARENT_CHOICES.map((choice) => (
        <option key={choice} value={choice}>
          {PARENT_LABELS[choice]}
        </option>
      ))}
    </select>
  );
}

/** Whether last year's figures stand beside this year's: as chosen, at first only where there is room for them. */
export function useComparison(): readonly [boolean, (shown: boolean) => void] {
  const wide = useMediaQuery('(min-width: 1600px)', false);
  const [choice, choose] = useStoredChoice('comparison', ['shown', 'hidden'] as const);
  return [choice === null ? wide : choice === 'shown', (shown) => choose(shown ? 'shown' : 'hidden')];
}

export function ComparisonButton({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  return (
    <Button
      size="compact-sm"
      variant={shown ? 'light' : 'default'}
      aria-pressed={shown}
      title="在金额旁显示上年数、增减和增减比例"
      onClick={() => onChange(!shown)}
    >
      对比上年
    </Button>
  );
}
