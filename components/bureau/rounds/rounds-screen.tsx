'use client';

import { Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { RoundBoard, RoundUnit } from '@/lib/domain/workflow/round-board.ts';
import type { PlannedRound } from '@/lib/domain/workflow/round-plan.ts';
import type { RoundActions } from './round-actions.ts';
import { DeadlineDialog, ExtensionDialog, RoundActDialog } from './round-dialogs.tsx';
import { RoundStages } from './round-stages.tsx';
import { type RoundAct, RoundTable } from './round-table.tsx';
import { RoundUnits } from './round-units.tsx';
import styles from './rounds.module.css';
import { YearDialog } from './year-dialog.tsx';

interface RoundsScreenProps {
  board: RoundBoard;
  /** Null for those who only read. */
  actions: RoundActions | null;
}

type Open =
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: RoundAct; readonly round: PlannedRound }
  | { readonly kind: 'extension'; readonly round: PlannedRound; readonly units: readonly RoundUnit[] };

/** The fiscal years with their rounds: opened, closed, given deadlines and extensions; and who owes a submission. */
export function RoundsScreen({ board, actions }: RoundsScreenProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const { year, years, rounds, currentOrdinal, units } = board;
  const current = rounds.find(({ ordinal }) => ordinal === currentOrdinal) ?? null;
  const show = (chosen: number) => router.push(`/bureau/rounds?year=${chosen}`);
  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-end">
        {year === null ? (
          <span />
        ) : (
          <Select
            label="预算年度"
            data={years.map((each) => ({ value: String(each), label: `${each} 年` }))}
            value={String(year)}
            onChange={(value) => value && show(Number(value))}
            allowDeselect={false}
            w={160}
          />
        )}
        {actions && (
          <Group gap="xs">
            {year !== null && (
              <Button variant="default" onClick={() => setOpen({ kind: 'year', year })}>
                年度设置
              </Button>
            )}
            <Button onClick={() => setOpen({ kind: 'year', year: null })}>开设年度</Button>
          </Group>
        )}
      </Group>
      {year === null ? (
        <EmptyState title="还没有预算年度" text="开设年度并开放申报后，单位才能开始编制预算。" />
      ) : (
        <>
          <RoundStages board={board} />
          <RoundTable rounds={rounds} onAct={actions ? (kind, round) => setOpen({ kind, round }) : undefined} />
          <RoundUnits
            key={`${year}/${currentOrdinal}`}
            units={units}
            onExtend={
              actions && current ? (chosen) => setOpen({ kind: 'extension', round: current, units: chosen }) : undefined
            }
          />
        </>
      )}
      {open && actions && (
        <OpenDialog open={open} board={board} actions={actions} onClose={() => setOpen(null)} onYear={show} />
      )}
    </div>
  );
}

interface OpenDialogProps {
  open: Open;
  board: RoundBoard;
  actions: RoundActions;
  onClose: () => void;
  onYear: (year: number) => void;
}

function OpenDialog({ open, board, actions, onClose, onYear }: OpenDialogProps) {
  const router = useRouter();
  const done = (message: string) => {
    onClose();
    notifications.show({ message, color: 'green.9' });
    router.refresh();
  };
  if (open.kind === 'year') {
    const saved = (year: number) => {
      done(open.year === null ? `${year} 年度已开设，请设置截止时间后开放申报` : `${year} 年度的设置已保存`);
      if (open.year === null) onYear(year);
    };
    return <YearDialog board={board} year={open.year} actions={actions} onDone={saved} onClose={onClose} />;
  }
  if (board.year === null) return null;
  /* What the page has learnt since the button was pressed: the dialog acts on what it shows. */
  const round = board.rounds.find(({ id }) => id === open.round.id) ?? open.round;
  const shared = { year: board.year, round, actions, onDone: done, onClose };
  switch (open.kind) {
    case 'extension':
      return <ExtensionDialog {...shared} units={open.units} />;
    case 'deadline':
      return <DeadlineDialog {...shared} />;
    default: {
      const other = board.rounds.find(({ id, state }) => state === 'OPEN' && id !== round.id) ?? null;
      return <RoundActDialog {...shared} act={open.kind} openRound={other} />;
    }
  }
}
