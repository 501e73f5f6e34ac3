import { Text } from '@mantine/core';
import {
  createColumnHelper,
  createPaginatedRowModel,
  createSortedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table';
import Link from 'next/link';
import { createContext, useContext } from 'react';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import {
  changeFen,
  changeShare,
  isOverdue,
  QUEUE_STAGE_LABELS,
  QUEUE_STAGES,
  type QueueRow,
  stageOf,
  unexplainedShare,
} from '@/lib/domain/review/queue-row.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import { formatInstant } from '@/lib/messages/format-instant.ts';
import { changePercent } from '../change-percent.ts';
import styles from './queue.module.css';
import { RiskPopover } from './risk-popover.tsx';

export const queueFeatures = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

/** When the queue was read: what is late is late by the server's clock. */
export const QueueTime = createContext(new Date(0));

const helper = createColumnHelper<typeof queueFeatures, QueueRow>();

/** What is unknown sorts below every figure. */
const UNKNOWN = -1e15;

export const QUEUE_COLUMNS = helper.columns([
  helper.accessor(({ digest }) => digest?.risk ?? UNKNOWN, {
    id: 'risk',
    header: '风险',
    sortFn: 'basic',
    sortDescFirst: true,
    cell: ({ row: { original } }) =>
      original.digest ? <RiskPopover digest={original.digest} unitName={original.unitName} /> : '—',
  }),
  helper.accessor(({ unitCode }) => unitCode, {
    id: 'unit',
    header: '单位',
    sortFn: 'text',
    cell: ({ row: { original } }) => <UnitCell row={original} />,
  }),
  helper.accessor((row) => QUEUE_STAGES.indexOf(stageOf(row)), {
    id: 'state',
    header: '状态',
    sortFn: 'basic',
    cell: ({ row: { original } }) => <StageCell row={original} />,
  }),
  helper.accessor(({ version }) => Number(version?.totalFen ?? UNKNOWN), {
    id: 'total',
    header: '支出（万元）',
    sortFn: 'basic',
    cell: ({ row: { original } }) => (original.version ? formatWanYuan(original.version.totalFen, 'fixed') : '—'),
  }),
  helper.accessor((row) => Number(changeFen(row) ?? UNKNOWN), {
    id: 'change',
    header: '比上年（万元）',
    sortFn: 'basic',
    cell: ({ row: { original } }) => {
      const change = changeFen(original);
      return change === null ? '—' : formatWanYuan(change, 'fixed');
    },
  }),
  helper.accessor((row) => changeShare(row) ?? UNKNOWN, {
    id: 'percent',
    header: '增减',
    sortFn: 'basic',
    cell: ({ row: { original } }) => {
      const { comparedFen = 0n, priorFen = null } = original.version ?? {};
      return priorFen === null ? '—' : changePercent(comparedFen, priorFen);
    },
  }),
  helper.accessor(({ digest }) => (digest ? digest.errors * 1e6 + digest.warnings * 1e3 + digest.notes : UNKNOWN), {
    id: 'findings',
    header: '错误/提醒/提示',
    sortFn: 'basic',
    cell: ({ row: { original } }) => <FindingsCell row={original} />,
  }),
  helper.accessor((row) => unexplainedShare(row) ?? UNKNOWN, {
    id: 'unexplained',
    header: '未说明增减',
    sortFn: 'basic',
    cell: ({ row: { original } }) => {
      const share = unexplainedShare(original);
      return share === null ? '—' : `${share}%`;
    },
  }),
  helper.accessor(({ digest }) => digest?.notRun ?? UNKNOWN, {
    id: 'notRun',
    header: '未能校验',
    sortFn: 'basic',
    cell: ({ row: { original } }) => original.digest?.notRun ?? '—',
  }),
  helper.accessor('openComments', { header: '待处理意见', sortFn: 'basic' }),
  helper.accessor(({ round }) => round?.deadlineAt ?? '', {
    id: 'deadline',
    header: '截止',
    sortFn: 'text',
    cell: ({ row: { original } }) => <DeadlineCell row={original} />,
  }),
  helper.accessor(({ version }) => version?.submittedAt ?? '', {
    id: 'submitted',
    header: '送审时间',
    sortFn: 'text',
    cell: ({ getValue }) => (getValue() === '' ? '—' : formatInstant(getValue())),
  }),
  helper.accessor(({ reviewers }) => reviewers.map(({ name }) => name).join('、'), {
    id: 'reviewers',
    header: '审核人',
    sortFn: 'text',
    cell: ({ getValue }) => getValue() || '未分配',
  }),
]);

export const NUMERIC_COLUMNS = new Set([
  'total',
  'change',
  'percent',
  'findings',
  'unexplained',
  'notRun',
  'openComments',
]);

/** The name bears the keyboard: it is what the arrows go to and Enter opens. */
function UnitCell({ row: { unitName, unitCode, departmentName, budgetId, version } }: { row: QueueRow }) {
  const code = <span className={styles.code}>{unitCode}</span>;
  return (
    <>
      {budgetId && version ? (
        <Link
          href={`/reviews/${budgetId}/${version.number}/annexes`}
          prefetch={false}
          className={styles.unit}
          data-queue-row
        >
          {unitName}
          {code}
        </Link>
      ) : (
        <span className={styles.unbegun} data-queue-row tabIndex={-1}>
          {unitName}
          {code}
        </span>
      )}
      <Text size="xs" c="dimmed">
        {departmentName}
      </Text>
    </>
  );
}

function StageCell({ row }: { row: QueueRow }) {
  const stage = stageOf(row);
  const { version, round } = row;
  const about =
    version && [stageLabel(round, version.adjustment), `第 ${version.number} 版`].filter(Boolean).join(' · ');
  return (
    <>
      {stage === 'NONE' ? QUEUE_STAGE_LABELS.NONE : <StateBadge state={stage} />}
      {about && (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
    </>
  );
}

function FindingsCell({ row: { digest } }: { row: QueueRow }) {
  if (!digest) return '—';
  const { errors, warnings, unexplainedWarnings, notes } = digest;
  return (
    <>
      {errors} / {warnings} / {notes}
      {unexplainedWarnings > 0 && (
        <Text size="xs" c="red.9">
          {unexplainedWarnings} 条未说明
        </Text>
      )}
    </>
  );
}

function DeadlineCell({ row }: { row: QueueRow }) {
  const now = useContext(QueueTime);
  const { round } = row;
  if (!round?.deadlineAt) return '—';
  const isLate = isOverdue(row, now);
  const remark = [isLate && '逾期', round.isExtended && '已延期'].filter(Boolean).join(' · ');
  return (
    <>
      {formatInstant(round.deadlineAt)}
      {remark && (
        <Text size="xs" c={isLate ? 'red.9' : 'dimmed'}>
          {remark}
        </Text>
      )}
    </>
  );
}
