'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { HistoryEntry, RecordedChange } from '@/lib/domain/workflow/history.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { BUDGET_EVENT_LABELS } from '@/lib/messages/budget-event-labels.ts';
import { COLLECTION_LABELS, fieldLabel, fieldText } from '@/lib/messages/field-labels.ts';
import styles from './history-list.module.css';

export interface HistoryPageOfEntries {
  readonly entries: readonly HistoryEntry[];
  readonly next: string | null;
}

/** The name of a row, null where the versions at hand have no such row. */
export type RowNames = (collection: Collection, rowKey: string) => string | null;

interface HistoryListProps {
  first: HistoryPageOfEntries;
  labelOf: RowNames;
  loadMore: (before: string) => Promise<Answer<HistoryPageOfEntries>>;
}

/** Who did what to a budget and when, newest first, with the values before and after. */
export function HistoryList({ first, labelOf, loadMore }: HistoryListProps) {
  const [pages, setPages] = useState<readonly HistoryPageOfEntries[]>([first]);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const next = pages.at(-1)?.next ?? null;
  const more = async () => {
    if (next === null) return;
    setState({ busy: true, error: null });
    const answer = await loadMore(next).catch(() => null);
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，没有读到更早的记录，请重试。') });
    if (answer?.ok) setPages([...pages, answer.value]);
  };
  const entries = pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Text c="dimmed">还没有操作记录。</Text>;
  return (
    <Stack gap={0} component="ol" className={styles.list} aria-label="操作记录">
      {entries.map((entry) => (
        <HistoryItem key={entry.id} entry={entry} labelOf={labelOf} />
      ))}
      {state.error && (
        <Text role="alert" c="red.9" size="sm">
          {state.error}
        </Text>
      )}
      {next !== null && (
        <Group mt="sm">
          <Button variant="default" size="xs" loading={state.busy} onClick={more}>
            更早的记录
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function HistoryItem({ entry, labelOf }: { entry: HistoryEntry; labelOf: RowNames }) {
  const { actorName, role, action, at, versionNumber, text, changes, changeCount } = entry;
  return (
    <li className={styles.entry}>
      <Group gap="xs">
        <Text span size="sm" className={styles.time}>
          {formatTime(at)}
        </Text>
        <Text span size="sm" fw={600}>
          {actorName ?? '系统'}
          {role && `（${ROLE_LABELS[role]}）`}
        </Text>
        <Text span size="sm">
          {BUDGET_EVENT_LABELS[action]}
          {versionNumber !== null && `，第 ${versionNumber} 版`}
          {changeCount > 0 && `，${changeCount} 处`}
        </Text>
      </Group>
      {text && <Text className={styles.words}>{text}</Text>}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.op === 'profile' ? 'profile' : `${change.op}:${change.key}`}>
              {describeChange(change, labelOf)}
            </li>
          ))}
          {changeCount > changes.length && <li>……共 {changeCount} 处</li>}
        </ul>
      )}
    </li>
  );
}

const OP_LABELS = { insert: '新增', update: '修改', delete: '删除' } as const;

function describeChange(change: RecordedChange, labelOf: RowNames): string {
  const head =
    change.op === 'profile'
      ? '单位情况'
      : `${OP_LABELS[change.op]}${labelOf(change.collection, change.key) ?? COLLECTION_LABELS[change.collection]}`;
  const before = change.before ?? {};
  const after = change.after ?? {};
  const fields = Object.keys({ ...before, ...after }).filter((field) => field !== 'key' && field !== 'position');
  const parts = fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => {
      const [old, now] = [fieldText(field, before[field]), fieldText(field, after[field])];
      if (change.op === 'insert') return `${fieldLabel(field)} ${now}`;
      return change.op === 'delete' ? `${fieldLabel(field)} ${old}` : `${fieldLabel(field)} ${old} → ${now}`;
    });
  return `${head}：${parts.join('；')}`;
}
