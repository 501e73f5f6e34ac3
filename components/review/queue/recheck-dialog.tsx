'use client';

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { QueueRow } from '@/lib/domain/review/queue-row.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { BatchProgress } from './batch-progress.tsx';
import styles from './queue.module.css';
import { type BatchOutcome, useBatch } from './use-batch.ts';

interface Figures {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly notRun: number;
  readonly risk: number;
}

export interface Rechecked {
  readonly before: Figures | null;
  readonly after: Figures;
}

export type Recheck = (version: { budgetId: string; versionId: string }) => Promise<Answer<Rechecked>>;

interface RecheckDialogProps {
  rows: readonly QueueRow[];
  recheck: Recheck;
  close: () => void;
}

/** Checks the waiting budgets anew, one by one, and tells what has changed. */
export function RecheckDialog({ rows, recheck, close }: RecheckDialogProps) {
  const batch = useBatch<Rechecked>(({ budgetId, version }) =>
    recheck({ budgetId: budgetId ?? '', versionId: version?.id ?? '' }),
  );
  const { total, outcomes, isRunning, start, cancel } = batch;
  const told = outcomes.filter(({ answer }) => !answer.ok || wordsOf(answer.value).length > 0);
  const isDone = total !== null && !isRunning;
  return (
    <Modal opened onClose={isRunning ? cancel : close} title="批量校验" size="lg" closeOnClickOutside={!isRunning}>
      <Stack gap="sm">
        <Text size="sm">
          对 {rows.length} 个待审核的预算按现行规则、上年数和控制数重新校验，并更新风险等级；预算内容不变。
        </Text>
        <BatchProgress batch={batch} label="校验进度" />
        {isDone && told.length === 0 && <Text size="sm">校验结果与上次相同。</Text>}
        {told.length > 0 && <ChangeTable outcomes={told} />}
        <Group justify="flex-end">
          {isRunning ? (
            <Button variant="default" onClick={cancel}>
              停止
            </Button>
          ) : (
            <Button variant="default" onClick={close}>
              关闭
            </Button>
          )}
          {total === null && <Button onClick={() => start(rows)}>开始校验</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

function ChangeTable({ outcomes }: { outcomes: readonly BatchOutcome<Rechecked>[] }) {
  return (
    <div className={styles.results}>
      <Table aria-label="校验结果有变化的单位">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>单位</Table.Th>
            <Table.Th>变化</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcomes.map(({ row, answer }) => (
            <Table.Tr key={row.unitId}>
              <Table.Td>{row.unitName}</Table.Td>
              <Table.Td c={answer.ok ? undefined : 'red.9'}>
                {answer.ok ? wordsOf(answer.value).join('，') : answer.message}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const FIGURES: readonly (readonly [keyof Figures, string])[] = [
  ['errors', '错误'],
  ['warnings', '提醒'],
  ['notes', '提示'],
  ['notRun', '未能校验'],
  ['risk', '风险'],
];

function wordsOf({ before, after }: Rechecked): readonly string[] {
  if (!before) return [`首次校验：风险 ${after.risk}`];
  return FIGURES.flatMap(([name, label]) =>
    before[name] === after[name] ? [] : [`${label} ${before[name]} → ${after[name]}`],
  );
}
