'use client';

import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import { VERSION_STATE_LABELS, VERSION_STATES, type VersionState } from '@/lib/domain/workflow/transitions.ts';
import type { BudgetListItem } from '@/lib/domain/workflow/workspace.ts';
import { changePercent } from './change-percent.ts';
import styles from './review-list.module.css';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const helper = createColumnHelper<typeof features, BudgetListItem>();

const columns = helper.columns([
  helper.accessor((item) => `${item.unitCode} ${item.unitName}`, {
    id: 'unit',
    header: '单位',
    sortFn: 'text',
    cell: ({ row: { original } }) => (
      <Link href={`/reviews/${original.budgetId}/${original.version.number}/annexes`} className={styles.unit}>
        {original.unitName}
        <span className={styles.code}>{original.unitCode}</span>
      </Link>
    ),
  }),
  helper.accessor('departmentName', { header: '部门', sortFn: 'text' }),
  helper.accessor('year', { header: '年度', sortFn: 'basic' }),
  helper.accessor((item) => item.version.number, {
    id: 'version',
    header: '版本',
    cell: ({ row: { original } }) => {
      const stage = stageLabel(original.version.round, original.version.adjustment);
      return `第 ${original.version.number} 版${stage && ` · ${stage}`}`;
    },
    sortFn: 'basic',
  }),
  helper.accessor((item) => VERSION_STATES.indexOf(item.version.state), {
    id: 'state',
    header: '状态',
    sortFn: 'basic',
    cell: ({ row }) => <StateBadge state={row.original.version.state} />,
  }),
  helper.accessor((item) => Number(item.totalFen), {
    id: 'total',
    header: '支出合计（万元）',
    sortFn: 'basic',
    cell: ({ row }) => formatWanYuan(row.original.totalFen, 'fixed'),
  }),
  helper.accessor((item) => Number(item.totalFen - item.priorTotalFen), {
    id: 'change',
    header: '比上年',
    sortFn: 'basic',
    cell: ({ row }) => changePercent(row.original.totalFen, row.original.priorTotalFen),
  }),
  helper.accessor('openComments', { header: '待处理意见', sortFn: 'basic' }),
  helper.accessor((item) => item.version.submittedAt ?? '', {
    id: 'submitted',
    header: '送审时间',
    sortFn: 'text',
    cell: ({ getValue }) => (getValue() === '' ? '—' : formatTime(getValue())),
  }),
]);

const NUMERIC = new Set(['year', 'version', 'total', 'change', 'openComments']);

/** The budgets a reviewer may see: what waits for a decision first; any column sorts, a word narrows. */
export function ReviewList({ items }: { items: readonly BudgetListItem[] }) {
  const submitted = items.filter((item) => item.version.state === 'SUBMITTED').length;
  const [state, setState] = useState<VersionState | 'ALL'>(submitted > 0 ? 'SUBMITTED' : 'ALL');
  const [search, setSearch] = useState('');
  const data = useMemo(() => items.filter((item) => state === 'ALL' || item.version.state === state), [items, state]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (item: BudgetListItem) => item.budgetId,
    globalFilterFn: 'includesString',
    state: { globalFilter: search },
  });
  const rows = table.getRowModel().rows;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <SegmentedControl
          aria-label="按状态筛选"
          value={state}
          onChange={(value) => setState(VERSION_STATES.find((candidate) => candidate === value) ?? 'ALL')}
          data={[
            ...VERSION_STATES.map((value) => ({
              value,
              label: `${VERSION_STATE_LABELS[value]} ${items.filter((item) => item.version.state === value).length}`,
            })),
            { value: 'ALL', label: `全部 ${items.length}` },
          ]}
        />
        <TextInput
          label="查找单位"
          placeholder="单位名称或编码"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Group>
      {rows.length === 0 ? (
        <Text className={styles.empty}>
          {items.length === 0 ? '还没有分配给您的单位预算。' : '没有符合条件的预算。'}
        </Text>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label="单位预算">
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map((header) => (
                    <th
                      key={header.id}
                      scope="col"
                      className={NUMERIC.has(header.column.id) ? styles.numeric : undefined}
                      aria-sort={ariaSort(header.column.getIsSorted())}
                    >
                      <button type="button" onClick={header.column.getToggleSortingHandler()}>
                        <table.FlexRender header={header} />
                        <span aria-hidden>{SORT_MARKS[String(header.column.getIsSorted())]}</span>
                      </button>
                    </th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {row.getAllCells().map((cell) => (
                    <td key={cell.id} className={NUMERIC.has(cell.column.id) ? styles.numeric : undefined}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}

const SORT_MARKS: Readonly<Record<string, string>> = { asc: ' ▲', desc: ' ▼', false: '' };

function ariaSort(sorted: false | 'asc' | 'desc'): 'ascending' | 'descending' | undefined {
  if (sorted === false) return undefined;
  return sorted === 'asc' ? 'ascending' : 'descending';
}
