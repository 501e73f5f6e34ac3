'use client';

import { Button, Checkbox, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { blemishesOf, isClean, type QueueRow } from '@/lib/domain/review/queue-row.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { BatchProgress } from './batch-progress.tsx';
import styles from './queue.module.css';
import { type BatchOutcome, useBatch } from './use-batch.ts';

export type Pass = (input: {
  budgetId: string;
  versionId: string;
  comment: string;
  evenIfNotClean: boolean;
}) => Promise<Answer<unknown>>;

interface PassDialogProps {
  rows: readonly QueueRow[];
  pass: Pass;
  close: () => void;
}

/** Passes many budgets, each by a decision of its own; what is not clean is left out unless it is ticked itself. */
export function PassDialog({ rows, pass, close }: PassDialogProps) {
  const [comment, setComment] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const batch = useBatch<unknown>(({ unitId, budgetId, version }) =>
    pass({
      budgetId: budgetId ?? '',
      versionId: version?.id ?? '',
      comment,
      evenIfNotClean: ticked.has(unitId),
    }),
  );
  const { total, outcomes, isRunning, start, cancel } = batch;
  const chosen = rows.filter((row) => isClean(row) || ticked.has(row.unitId));
  const chosenFen = sumFen(chosen.map(({ version }) => version?.totalFen ?? 0n));
  const tick = (unitId: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, unitId] : [...before].filter((id) => id !== unitId)));
  return (
    <Modal opened onClose={isRunning ? cancel : close} title="批量通过" size="xl" closeOnClickOutside={!isRunning}>
      <Stack gap="sm">
        <Text size="sm">通过后逐个单位记入审计日志，不能撤回。有待处理问题的默认不通过，确需通过的请单独勾选。</Text>
        <PassTable rows={rows} ticked={ticked} tick={tick} outcomes={outcomes} isOpen={total === null} />
        <Text size="sm" fw={600} role="status">
          将通过 {chosen.length} 个，支出合计 {formatWanYuan(chosenFen, 'fixed')} 万元
        </Text>
        <Textarea
          label="审核意见（选填，写入每个单位的批复记录）"
          rows={2}
          maxLength={2000}
          value={comment}
          disabled={total !== null}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <BatchProgress batch={batch} label="通过进度" />
        <Group justify="flex-end">
          <Button variant="default" onClick={isRunning ? cancel : close}>
            {isRunning ? '停止' : '关闭'}
          </Button>
          {total === null && (
            <Button disabled={chosen.length === 0} onClick={() => start(chosen)}>
              确认通过 {chosen.length} 个
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

interface PassTableProps {
  rows: readonly QueueRow[];
  ticked: ReadonlySet<string>;
  tick: (unitId: string, on: boolean) => void;
  outcomes: readonly BatchOutcome<unknown>[];
  /** Whether it can still be chosen. */
  isOpen: boolean;
}

function PassTable({ rows, ticked, tick, outcomes, isOpen }: PassTableProps) {
  const byUnit = new Map(outcomes.map(({ row, answer }) => [row.unitId, answer]));
  return (
    <div className={styles.results}>
      <Table aria-label="待通过的预算">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>单位</Table.Th>
            <Table.Th ta="end">支出合计（万元）</Table.Th>
            <Table.Th>情况</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const answer = byUnit.get(row.unitId);
            return (
              <Table.Tr key={row.unitId}>
                <Table.Td>{row.unitName}</Table.Td>
                <Table.Td ta="end">{formatWanYuan(row.version?.totalFen ?? 0n, 'fixed')}</Table.Td>
                <Table.Td c={answer && !answer.ok ? 'red.9' : undefined}>
                  {answer ? (
                    answer.ok ? (
                      '通过'
                    ) : (
                      answer.message
                    )
                  ) : isClean(row) ? (
                    '无问题'
                  ) : (
                    <Checkbox
                      label={`仍要通过：${blemishesOf(row).join('，')}`}
                      aria-label={`仍要通过${row.unitName}`}
                      checked={ticked.has(row.unitId)}
                      disabled={!isOpen}
                      onChange={(event) => tick(row.unitId, event.currentTarget.checked)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
