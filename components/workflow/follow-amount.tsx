'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FollowAmount, FollowedAmount } from '@/components/annexes/annex-rows.tsx';
import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type LineAmount, lineAmounts } from '@/lib/domain/versions/line-amounts.ts';

interface FollowAmountsProps {
  budget: Budget;
  edition: ClassificationEdition;
  /** The row that was chosen, and the figure it was reached from. */
  onGo: (line: LineAmount, from: FollowedAmount) => void;
  children: (follow: FollowAmount) => ReactNode;
}

/** Answers a choice of an annex's figure with the rows that it is made of, and leads to them. */
export function FollowAmounts({ budget, edition, onGo, children }: FollowAmountsProps) {
  const openHistory = useRowHistory();
  const [chosen, setChosen] = useState<FollowedAmount | null>(null);
  const lines = chosen ? lineAmounts(budget, edition, chosen.lineKeys) : [];
  return (
    <>
      {children(setChosen)}
      <Modal opened={chosen !== null} onClose={() => setChosen(null)} title={chosen?.label} size="lg">
        <Stack gap={6}>
          <Text size="sm">
            表列 {chosen?.text} 万元，由下列 {lines.length} 行构成，合计{' '}
            {formatForEntry(sumFen(lines.map(({ amountFen }) => amountFen)), 'yuan')} 元。
          </Text>
          {lines.map((line) => (
            <Group key={line.key} gap={6} wrap="nowrap">
              <Button
                variant="default"
                justify="space-between"
                size="compact-md"
                flex={1}
                miw={0}
                rightSection={formatForEntry(line.amountFen, 'yuan')}
                onClick={() => {
                  setChosen(null);
                  if (chosen) onGo(line, chosen);
                }}
              >
                {line.label}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                flex="none"
                title={`${line.label}的修改记录`}
                onClick={() => openHistory({ collection: line.collection, rowKey: line.key, field: 'amountFen' })}
              >
                修改记录
              </Button>
            </Group>
          ))}
        </Stack>
      </Modal>
    </>
  );
}
