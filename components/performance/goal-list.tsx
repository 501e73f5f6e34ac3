'use client';

import { ActionIcon, Button } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftTextarea } from '@/components/workspace/fields/draft-inputs.tsx';
import { mapOk, readText } from '@/components/workspace/fields/field-values.ts';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import styles from './goal-list.module.css';
import { newGoal } from './new-indicators.ts';

const GOAL_LENGTH = 2000;

/** 当年整体绩效目标: numbered sentences. */
export function GoalList() {
  const { budget, edit, readOnly } = useDraft();
  const { goals } = budget;
  const add = () =>
    edit(
      [{ op: 'insert', collection: 'goals', row: newGoal(positionAfter(goals, goals.length - 1)) }],
      '新增整体绩效目标',
    );
  return (
    <>
      <ol className={styles.list}>
        {goals.map(({ key, text }, index) => (
          <li key={key} className={styles.goal}>
            <div className={styles.text}>
              <DraftTextarea
                rows={2}
                field={{
                  rowKey: key,
                  field: 'text',
                  label: `目标 ${index + 1}`,
                  text,
                  write: (typed) =>
                    mapOk(readText(typed, GOAL_LENGTH), (goal) => [
                      { op: 'update', collection: 'goals', key, fields: { text: goal } } as const,
                    ]),
                }}
              />
            </div>
            {!readOnly && (
              <ActionIcon
                aria-label={`删除目标 ${index + 1}`}
                onClick={() => edit([{ op: 'delete', collection: 'goals', key }], `删除目标 ${index + 1}`)}
              >
                ✕
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button className={styles.add} size="compact-sm" variant="default" onClick={add}>
          ＋ 新增目标
        </Button>
      )}
    </>
  );
}
