'use client';

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { RoundActions } from './round-actions.ts';
import { CloseRoundDialog, DeadlineDialog, ExtensionDialog } from './round-dialogs.tsx';
import type { RoundView, UnitInRound, YearView } from './round-view.ts';
import { UnitList } from './unit-list.tsx';
import { YearDialog } from './year-dialog.tsx';
import { type RoundAct, YearStages } from './year-stages.tsx';

interface RoundsScreenProps {
  years: readonly number[];
  shown: YearView | null;
  thisYear: number;
  /** Absent for those who only look. */
  actions?: RoundActions;
}

type Open =
  | { readonly kind: 'new-year' | 'year' }
  | { readonly kind: RoundAct; readonly round: RoundView }
  | { readonly kind: 'extension'; readonly round: RoundView; readonly units: readonly UnitInRound[] };

/** Years, their rounds and deadlines, and which units are late. */
export function RoundsScreen({ years, shown, thisYear, actions }: RoundsScreenProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const go = (year: number | string) => router.push(`/bureau/rounds?year=${year}`);
  const current = shown?.rounds.find(({ id }) => id === shown.currentRoundId) ?? null;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        {shown ? (
          <Group align="flex-end" gap="sm">
            <NativeSelect
              label="预算年度"
              value={String(shown.year)}
              data={years.map(String)}
              onChange={({ currentTarget }) => go(currentTarget.value)}
            />
            <Text size="sm" pb={8}>
              增减 {shown.changeThresholdPercent}% 以上须说明原因 · 项目权重合计 {shown.projectWeightTotal} ·
              整体权重合计 {shown.overallWeightTotal}
            </Text>
          </Group>
        ) : (
          <span />
        )}
        {actions && (
          <Group gap="xs">
            {shown && (
              <Button variant="default" onClick={() => setOpen({ kind: 'year' })}>
                年度设置
              </Button>
            )}
            <Button variant={shown ? 'default' : 'filled'} onClick={() => setOpen({ kind: 'new-year' })}>
              开设年度
            </Button>
          </Group>
        )}
      </Group>
      {shown ? (
        <>
          <YearStages shown={shown} onAct={actions && ((kind, round) => setOpen({ kind, round }))} />
          {current ? (
            <UnitList
              key={current.id}
              units={shown.units}
              onExtend={actions && ((units) => setOpen({ kind: 'extension', round: current, units }))}
            />
          ) : (
            <Text c="dimmed">{shown.rounds.length > 0 ? '还没有开放任何一轮申报。' : '本年度没有设置申报轮次。'}</Text>
          )}
        </>
      ) : (
        <EmptyState title="还没有预算年度" text="请先开设年度，再开放第一轮申报，单位即可开始编制。" />
      )}
      {open && actions && (
        <OpenDialog
          open={open}
          shown={shown}
          nextYear={years[0] ? years[0] + 1 : thisYear + 1}
          actions={actions}
          onClose={() => setOpen(null)}
          onYear={(year) => {
            setOpen(null);
            go(year);
            router.refresh();
          }}
          onDone={(message) => {
            setOpen(null);
            notifications.show({ color: 'green.9', message });
            router.refresh();
          }}
        />
      )}
    </Stack>
  );
}

interface OpenDialogProps {
  open: Open;
  shown: YearView | null;
  nextYear: number;
  actions: RoundActions;
  onClose: () => void;
  onYear: (year: number) => void;
  onDone: (message: string) => void;
}

function OpenDialog({ open, shown, nextYear, actions, onClose, onYear, onDone }: OpenDialogProps) {
  const shared = { actions, onDone, onClose };
  switch (open.kind) {
    case 'new-year':
    case 'year': {
      const year = open.kind === 'year' ? shown : null;
      return <YearDialog shown={year} nextYear={nextYear} actions={actions} onDone={onYear} onClose={onClose} />;
    }
    case 'close':
      return <CloseRoundDialog round={open.round} {...shared} />;
    case 'extension':
      return <ExtensionDialog round={open.round} units={open.units} {...shared} />;
    case 'open':
    case 'deadline': {
      const ending = shown?.rounds.find(({ state }) => state === 'OPEN') ?? null;
      return <DeadlineDialog round={open.round} act={open.kind} ending={ending} {...shared} />;
    }
  }
}
