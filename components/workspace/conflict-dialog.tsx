'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { COLLECTION_LABELS, fieldLabel, fieldText } from '@/lib/messages/field-labels.ts';
import styles from './conflict-dialog.module.css';
import { useDraft } from './draft-context.tsx';
import { sameContent } from './row-difference.ts';
import type { Dispute } from './save-state.ts';

interface ConflictDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Rows that somebody else changed meanwhile: both states side by side, one of which the clerk keeps. */
export function ConflictDialog({ opened, onClose }: ConflictDialogProps) {
  const { saveState, resolveConflict } = useDraft();
  const { conflicts } = saveState;
  const chooseAll = (choice: 'mine' | 'theirs') => {
    for (const { key } of conflicts) resolveConflict(key, choice);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="与他人的修改冲突" size="xl">
      <Stack gap="md">
        <Text size="sm">
          您修改期间，以下内容已被他人保存。请逐处选择保留哪一份；选“保留对方的”会用对方的内容替换您的修改。
        </Text>
        {conflicts.map((dispute) => (
          <DisputeCard
            key={dispute.key}
            dispute={dispute}
            onChoose={(choice) => resolveConflict(dispute.key, choice)}
          />
        ))}
        {conflicts.length > 1 && (
          <Group justify="flex-end">
            <Button variant="default" onClick={() => chooseAll('theirs')}>
              全部保留对方的
            </Button>
            <Button onClick={() => chooseAll('mine')}>全部保留我的</Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

function DisputeCard({ dispute, onChoose }: { dispute: Dispute; onChoose: (choice: 'mine' | 'theirs') => void }) {
  const title = useDisputeTitle(dispute);
  const fields = disputedFields(dispute);
  return (
    <section className={styles.card} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {dispute.savedByName && <span className={styles.who}>对方：{dispute.savedByName}</span>}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">你的</th>
            <th scope="col">对方的</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field)}</th>
              <td>{valueText(dispute.mine, field)}</td>
              <td>{valueText(dispute.theirs, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="compact-md" variant="default" onClick={() => onChoose('theirs')}>
          保留对方的
        </Button>
        <Button size="compact-md" onClick={() => onChoose('mine')}>
          保留我的
        </Button>
      </Group>
    </section>
  );
}

function useDisputeTitle(dispute: Dispute): string {
  const { budget, workspace } = useDraft();
  if (dispute.kind === 'profile') return '单位情况与说明文字';
  const { collection, rowKey, theirs } = dispute;
  const label = rowLabel(budget, workspace.edition, collection, rowKey);
  return label ?? `${COLLECTION_LABELS[collection]}${theirs ? '中您删除的一行' : ''}`;
}

/** The fields in which both sides differ; all of a row that one side deleted. */
function disputedFields({ mine, theirs }: Dispute): readonly string[] {
  const left: Readonly<Record<string, unknown>> = { ...mine };
  const right: Readonly<Record<string, unknown>> = { ...theirs };
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => !['key', 'projectKey'].includes(name) && !sameContent(left[name], right[name]));
}

function valueText(side: object | null, field: string): string {
  if (side === null) return '（已删除）';
  const value = (side as Readonly<Record<string, unknown>>)[field];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fieldText(field, value);
  return Object.entries(value)
    .map(([name, part]) => `${fieldLabel(name)}：${fieldText(name, part)}`)
    .join('；');
}
