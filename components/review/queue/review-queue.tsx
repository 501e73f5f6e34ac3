'use client';

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { SortingState } from '@tanstack/react-table';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { filterOfQuery, filterToQuery, matchesFilter, type QueueFilter } from '@/lib/domain/review/queue-filter.ts';
import { compareByUrgency, type QueueRow } from '@/lib/domain/review/queue-row.ts';
import { downloadIssues } from './download-issues.ts';
import { type Pass, PassDialog } from './pass-dialog.tsx';
import { QueueTime } from './queue-columns.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTable } from './queue-table.tsx';
import { type Recheck, RecheckDialog } from './recheck-dialog.tsx';

interface ReviewQueueProps {
  rows: readonly QueueRow[];
  year: number | null;
  years: readonly number[];
  userId: string;
  /** When the rows were read, ISO 8601. */
  readAt: string;
  /** Left out for who may not. */
  recheck?: Recheck | undefined;
  pass?: Pass | undefined;
}

/** The reviewer's queue: every unit with how far it is and how risky it looks, and what is done to many at once. */
export function ReviewQueue({ rows, year, years, userId, readAt, recheck, pass }: ReviewQueueProps) {
  const router = useRouter();
  const { filter, sorting, show } = useAddress(year);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<{ kind: 'recheck' | 'pass'; rows: readonly QueueRow[] } | null>(null);
  const onlooker = useMemo(() => ({ userId, now: new Date(readAt) }), [userId, readAt]);
  const shown = useMemo(
    () => rows.filter((row) => matchesFilter(row, filter, onlooker)).sort(compareByUrgency),
    [rows, filter, onlooker],
  );
  const chosen = shown.filter(({ unitId }) => selected.has(unitId));
  const select = (unitIds: readonly string[], on: boolean) => {
    const named = new Set(unitIds);
    setSelected((before) => new Set(on ? [...before, ...named] : [...before].filter((id) => !named.has(id))));
  };
  const close = () => {
    setDialog(null);
    setSelected(new Set());
    router.refresh();
  };
  if (rows.length === 0) {
    return <EmptyState title="还没有分配给您的单位" text="预算科在“审核分工”中分配单位后，这里列出各单位的预算。" />;
  }
  return (
    <QueueTime value={onlooker.now}>
      <Stack gap="sm">
        <QueueFilters
          {...{ rows, filter, onlooker, year, years }}
          change={(next) => show(next, sorting)}
          changeYear={(next) => router.push(`/reviews?year=${next}`)}
        />
        <QueueActions
          chosen={chosen}
          shown={shown}
          open={(kind, wanted) => setDialog({ kind, rows: wanted })}
          canRecheck={recheck !== undefined}
          canPass={pass !== undefined}
        />
        {shown.length === 0 ? (
          <EmptyState title="没有符合条件的单位" text="请放宽或清除筛选条件。" />
        ) : (
          <QueueTable
            key={JSON.stringify(filter)}
            {...{ rows: shown, selected, select, sorting }}
            setSorting={(next) => show(filter, next)}
          />
        )}
      </Stack>
      {dialog?.kind === 'recheck' && recheck && <RecheckDialog rows={dialog.rows} recheck={recheck} close={close} />}
      {dialog?.kind === 'pass' && pass && <PassDialog rows={dialog.rows} pass={pass} close={close} />}
    </QueueTime>
  );
}

interface QueueActionsProps {
  chosen: readonly QueueRow[];
  shown: readonly QueueRow[];
  open: (kind: 'recheck' | 'pass', rows: readonly QueueRow[]) => void;
  canRecheck: boolean;
  canPass: boolean;
}

/** What can be done to the selected units; a check, where none is selected, to all that wait. */
function QueueActions({ chosen, shown, open, canRecheck, canPass }: QueueActionsProps) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const toCheck = waiting(chosen.length > 0 ? chosen : shown);
  const toPass = waiting(chosen);
  const checked = (chosen.length > 0 ? chosen : shown).filter(({ digest }) => digest !== null);
  const download = async () => {
    setBusy(true);
    setError(await downloadIssues(checked.flatMap(({ version }) => (version ? [version.id] : []))));
    setBusy(false);
  };
  return (
    <>
      <Group gap="xs">
        <Text size="sm" role="status">
          共 {shown.length} 个单位{chosen.length > 0 && `，已选 ${chosen.length} 个`}
        </Text>
        {canPass && (
          <Button size="xs" disabled={toPass.length === 0} onClick={() => open('pass', toPass)}>
            批量通过{toPass.length > 0 && ` ${toPass.length} 个`}
          </Button>
        )}
        {canRecheck && (
          <Button size="xs" variant="default" disabled={toCheck.length === 0} onClick={() => open('recheck', toCheck)}>
            {chosen.length > 0 ? '校验所选' : '校验全部待审核'} {toCheck.length} 个
          </Button>
        )}
        <Button size="xs" variant="default" disabled={checked.length === 0} loading={isBusy} onClick={download}>
          导出问题清单
        </Button>
      </Group>
      {error && (
        <Alert color="red" role="alert" withCloseButton closeButtonLabel="关闭" onClose={() => setError(null)}>
          {error}
        </Alert>
      )}
    </>
  );
}

function waiting(rows: readonly QueueRow[]): readonly QueueRow[] {
  return rows.filter(({ version }) => version?.state === 'SUBMITTED');
}

/** The filter and the order stand in the address: coming back, or sending it on, shows the same. */
function useAddress(year: number | null) {
  const query = useSearchParams();
  const [filter, setFilter] = useState(() => filterOfQuery(new URLSearchParams(query)));
  const [sorting, setSorting] = useState<SortingState>(() => {
    const [id = '', direction] = (query.get('sort') ?? '').split('.');
    return /^[a-zA-Z]{1,20}$/.test(id) ? [{ id, desc: direction === 'desc' }] : [];
  });
  const show = (nextFilter: QueueFilter, nextSorting: SortingState) => {
    setFilter(nextFilter);
    setSorting(nextSorting);
    const [column] = nextSorting;
    const address = new URLSearchParams({
      ...(query.has('year') && year !== null ? { year: String(year) } : {}),
      ...filterToQuery(nextFilter),
      ...(column ? { sort: `${column.id}.${column.desc ? 'desc' : 'asc'}` } : {}),
    }).toString();
    window.history.replaceState(null, '', address === '' ? '/reviews' : `/reviews?${address}`);
  };
  return { filter, sorting, show };
}
