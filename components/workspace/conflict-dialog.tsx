'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useOpened } from '@/components/ui/use-opened.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { COLLECTION_LABELS, fieldLabel, fieldText } from '@/lib/messages/field-labels.ts';
import styles from './conflict-dialog.module.css';
import type { Choice, Dispute } from './disputes.ts';
import { useDraft } from './draft-context.tsx';
import { fieldOfPath } from './field-paths.ts';

interface ConflictDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Cells that somebody else changed meanwhile: both values side by side, one of which the clerk keeps, cell by cell. */
export function ConflictDialog({ opened, onClose }: ConflictDialogProps) {
  const { saveState, resolveConflict } = useDraft();
  const { conflicts } = saveState;
  const isOpen = useOpened(opened);
  const targets = [...new Set(conflicts.map(({ target }) => target))];
  return (
    <Modal opened={isOpen} onClose={onClose} title="与他人的修改冲突" size="xl">
      <Stack gap="md">
        <Text size="sm">
          您修改期间，以下内容已被他人保存成别的值。请逐处选择保留哪一个；没有冲突的修改都已合并，不受影响。
        </Text>
        {targets.map((target) => (
          <DisputeCard
            key={target}
            disputes={conflicts.filter((dispute) => dispute.target === target)}
            onChoose={resolveConflict}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => resolveConflict('all', 'theirs')}>
            全部用对方的
          </Button>
          <Button onClick={() => resolveConflict('all', 'mine')}>全部用我的</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface DisputeCardProps {
  disputes: readonly Dispute[];
  onChoose: (key: string, choice: Choice) => void;
}

function DisputeCard({ disputes, onChoose }: DisputeCardProps) {
  const [first] = disputes;
  const title = useDisputeTitle(first);
  const who = first?.savedByName;
  return (
    <section className={styles.card} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {who && <span className={styles.who}>对方：{who}</span>}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">我的</th>
            <th scope="col">对方的</th>
          </tr>
        </thead>
        <tbody>
          {disputes.map((dispute) => (
            <tr key={dispute.key}>
              <th scope="row">{disputeLabel(dispute)}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <p className={styles.value}>{valueText(dispute, dispute[side])}</p>
                  <Button
                    size="compact-sm"
                    variant={side === 'mine' ? 'filled' : 'default'}
                    aria-label={`${disputeLabel(dispute)}：${side === 'mine' ? '用我的' : '用对方的'}`}
                    onClick={() => onChoose(dispute.key, side)}
                  >
                    {side === 'mine' ? '用我的' : '用对方的'}
                  </Button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useDisputeTitle(dispute: Dispute | undefined): string {
  const { budget, workspace } = useDraft();
  if (!dispute || dispute.collection === null) return '单位情况与说明文字';
  const label = rowLabel(budget, workspace.edition, dispute.collection, dispute.rowKey);
  return label ?? `${COLLECTION_LABELS[dispute.collection]}中您删除的一行`;
}

function disputeLabel(dispute: Dispute): string {
  return dispute.kind === 'row' ? '整行' : fieldLabel(dispute.field);
}

function valueText(dispute: Dispute, value: unknown): string {
  if (dispute.kind === 'cell') return cellText(dispute.field, value);
  if (value === null) return '（已删除）';
  const fields = Object.entries(value as object).filter(
    ([name, part]) => !['key', 'position', 'projectKey'].includes(name) && part !== '' && part !== null,
  );
  return fields.map(([name, part]) => `${fieldLabel(name)} ${cellText(name, part)}`).join('；');
}

function cellText(path: string, value: unknown): string {
  if (!Array.isArray(value)) return fieldText(path.split('.').at(-1) ?? fieldOfPath(path), value);
  if (value.length === 0) return '（空）';
  return value
    .map((item) => (typeof item === 'object' && item !== null ? Object.values(item).join('：') : String(item)))
    .join('；');
}
