'use client';

import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { figureName } from '@/lib/domain/narrative/figure-names.ts';
import { type FigureOrigin, figureOrigin } from '@/lib/domain/narrative/figure-origin.ts';
import { lineAmounts } from '@/lib/domain/versions/line-amounts.ts';

interface FigureOriginDialogProps {
  /** The figure that was asked for; null: none is. */
  figureRef: string | null;
  onClose: () => void;
}

/** What a figure of the text is made of: its rows, each a way to where it is entered. */
export function FigureOriginDialog({ figureRef, onClose }: FigureOriginDialogProps) {
  const { budget, workspace } = useDraft();
  const { edition } = workspace;
  const origin = figureRef === null ? null : figureOrigin(figureRef, budget, edition);
  const name = figureRef === null ? null : figureName(figureRef, { edition, projects: budget.projects });
  return (
    <Modal opened={figureRef !== null} onClose={onClose} title={name ?? figureRef} size="lg">
      {origin?.kind === 'lines' && <OriginLines origin={origin} onClose={onClose} />}
    </Modal>
  );
}

function OriginLines({ origin, onClose }: { origin: Extract<FigureOrigin, { kind: 'lines' }>; onClose: () => void }) {
  const { budget, workspace, goTo } = useDraft();
  const { edition } = workspace;
  const lines = lineAmounts(budget, edition, origin.lineKeys);
  const sum = formatForEntry(sumFen(lines.map(({ amountFen }) => amountFen)), 'yuan');
  const name = figureName(origin.ref, { edition, projects: budget.projects });
  return (
    <Stack gap={6}>
      <Text size="sm">
        “{name}”由下列 {lines.length} 行构成，合计 {sum} 元。
      </Text>
      {lines.map(({ collection, key, label, amountFen }) => (
        <Button
          key={key}
          variant="default"
          justify="space-between"
          size="compact-md"
          rightSection={formatForEntry(amountFen, 'yuan')}
          onClick={() => {
            onClose();
            goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key, field: 'amountFen' });
          }}
        >
          {label}
        </Button>
      ))}
    </Stack>
  );
}
