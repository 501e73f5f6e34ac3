import { Group, Progress, Text } from '@mantine/core';
import type { Batch } from './use-batch.ts';

/** How far a batch has come: n of m, and whether it was broken off. */
export function BatchProgress({ batch, label }: { batch: Batch<unknown>; label: string }) {
  const { total, outcomes, isRunning } = batch;
  if (total === null) return null;
  const done = outcomes.length;
  const failed = outcomes.filter(({ answer }) => !answer.ok).length;
  const state = isRunning ? '正在处理' : done < total ? '已停止' : '已完成';
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" role="status">
          {state} {done} / {total}
        </Text>
        {failed > 0 && (
          <Text size="sm" c="red.9">
            {failed} 个没有成功
          </Text>
        )}
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={total === 0 ? 100 : (done / total) * 100} aria-label={label} />
      </Progress.Root>
    </div>
  );
}
