'use client';

import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import type { UnitInRound } from './round-view.ts';
import styles from './rounds.module.css';

type Filter = 'LATE' | 'OWING' | 'ALL';

interface UnitListProps {
  units: readonly UnitInRound[];
  /** Absent for those who only look, and before any round was opened. */
  onExtend?: (units: readonly UnitInRound[]) => void;
}

/** Which units owe their submission, which of them are late, and until when each was given time. */
export function UnitList({ units, onExtend }: UnitListProps) {
  const late = units.filter(({ isLate }) => isLate);
  const owing = units.filter(({ isOwing }) => isOwing);
  const [filter, setFilter] = useState<Filter>(late.length > 0 ? 'LATE' : 'OWING');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listed = filter === 'LATE' ? late : filter === 'OWING' ? owing : units;
  const shown = useMemo(() => {
    const word = search.trim();
    return listed.filter(({ unitCode, unitName, departmentName }) =>
      `${unitCode} ${unitName} ${departmentName}`.includes(word),
    );
  }, [listed, search]);
  const picked = owing.filter(({ unitId }) => chosen.has(unitId));
  const pickable = shown.filter(({ isOwing }) => isOwing);
  const pick = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const areAllPicked = pickable.length > 0 && pickable.every(({ unitId }) => chosen.has(unitId));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <SegmentedControl
          aria-label="按送审情况筛选"
          value={filter}
          onChange={(value) => setFilter(value === 'LATE' || value === 'OWING' ? value : 'ALL')}
          data={[
            { value: 'LATE', label: `逾期 ${late.length}` },
            { value: 'OWING', label: `未送审 ${owing.length}` },
            { value: 'ALL', label: `全部 ${units.length}` },
          ]}
        />
        <Group align="flex-end" gap="sm">
          <TextInput
            label="查找单位"
            placeholder="单位名称或编码"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {onExtend && (
            <Button disabled={picked.length === 0} onClick={() => onExtend(picked)}>
              {picked.length === 0 ? '选择单位后批准延期' : `批准 ${picked.length} 个单位延期`}
            </Button>
          )}
        </Group>
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed">{EMPTY[filter]}</Text>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label="单位送审情况">
            <thead>
              <tr>
                {onExtend && (
                  <th scope="col">
                    <Checkbox
                      aria-label="选择列出的全部未送审单位"
                      checked={areAllPicked}
                      disabled={pickable.length === 0}
                      onChange={({ currentTarget }) =>
                        pick(
                          pickable.map(({ unitId }) => unitId),
                          currentTarget.checked,
                        )
                      }
                    />
                  </th>
                )}
                <th scope="col">单位</th>
                <th scope="col">部门</th>
                <th scope="col">状态</th>
                <th scope="col">截止时间</th>
                <th scope="col">延期原因</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((unit) => (
                <tr key={unit.unitId} data-late={unit.isLate || undefined}>
                  {onExtend && (
                    <td>
                      <Checkbox
                        aria-label={`选择${unit.unitName}`}
                        checked={chosen.has(unit.unitId)}
                        disabled={!unit.isOwing}
                        onChange={({ currentTarget }) => pick([unit.unitId], currentTarget.checked)}
                      />
                    </td>
                  )}
                  <UnitCells unit={unit} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}

const EMPTY: Readonly<Record<Filter, string>> = {
  LATE: '没有逾期的单位。',
  OWING: '没有未送审的单位。',
  ALL: '没有符合条件的单位。',
};

function UnitCells({ unit }: { unit: UnitInRound }) {
  const { unitCode, unitName, departmentName, budgetId, number, state, isLate, deadlineAt, extensionReason } = unit;
  return (
    <>
      <td>
        {budgetId && number !== null ? (
          <Link href={`/reviews/${budgetId}/${number}/annexes`}>{unitName}</Link>
        ) : (
          unitName
        )}
        <span className={styles.code}>{unitCode}</span>
      </td>
      <td>{departmentName}</td>
      <td>{state ? <StateBadge state={state} /> : '尚未编制'}</td>
      <td className={isLate ? styles.late : undefined}>
        {deadlineAt ? formatTime(deadlineAt) : '—'}
        {isLate && '（逾期）'}
      </td>
      <td>{extensionReason ?? ''}</td>
    </>
  );
}
