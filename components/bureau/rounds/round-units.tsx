'use client';

import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { Deadline } from '@/components/workflow/round-line.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import type { RoundUnit } from '@/lib/domain/workflow/round-board.ts';
import styles from './rounds.module.css';

type Filter = 'owes' | 'late' | 'extended' | 'all';

const FILTERS: Readonly<Record<Filter, { label: string; holds: (unit: RoundUnit) => boolean }>> = {
  late: { label: '逾期未报', holds: ({ isLate }) => isLate },
  owes: { label: '未送审', holds: ({ owes }) => owes },
  extended: { label: '已延期', holds: ({ extensionReason }) => extensionReason !== null },
  all: { label: '全部', holds: () => true },
};
const FILTER_NAMES: readonly Filter[] = ['late', 'owes', 'extended', 'all'];

/** As many rows as a screen draws at once; the search finds the others. */
const SHOWN = 300;

interface RoundUnitsProps {
  units: readonly RoundUnit[];
  /** Left out for those who only read. */
  onExtend?: ((units: readonly RoundUnit[]) => void) | undefined;
}

/** Who owes a submission: late after the deadline, not yet submitted before it; with extensions and their reasons. */
export function RoundUnits({ units, onExtend }: RoundUnitsProps) {
  const [filter, setFilter] = useState<Filter>(units.some(({ isLate }) => isLate) ? 'late' : 'owes');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const word = search.trim();
  const found = units.filter(
    (unit) => FILTERS[filter].holds(unit) && `${unit.unitCode} ${unit.unitName} ${unit.departmentName}`.includes(word),
  );
  const selected = found.filter(({ unitId }) => chosen.has(unitId));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <section aria-label="单位申报情况">
      <h2 className={styles.heading}>单位申报情况</h2>
      <Group justify="space-between" align="flex-end" mb="xs">
        <SegmentedControl
          aria-label="按申报情况筛选"
          value={filter}
          onChange={(value) => setFilter(FILTER_NAMES.find((name) => name === value) ?? filter)}
          data={FILTER_NAMES.map((value) => ({
            value,
            label: `${FILTERS[value].label} ${units.filter(FILTERS[value].holds).length}`,
          }))}
        />
        <Group align="flex-end" gap="xs">
          <TextInput
            label="查找单位"
            placeholder="编码、单位或部门名称"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {onExtend && (
            <Button disabled={selected.length === 0} onClick={() => onExtend(selected)}>
              批准延期{selected.length > 0 && `（${selected.length}）`}
            </Button>
          )}
        </Group>
      </Group>
      {found.length === 0 ? (
        <Text size="sm" c="dimmed" py="md">
          {word === '' ? `没有${FILTERS[filter].label}的单位。` : '没有符合条件的单位。'}
        </Text>
      ) : (
        <UnitTable units={found} chosen={chosen} onToggle={onExtend && toggle} />
      )}
    </section>
  );
}

interface UnitTableProps {
  units: readonly RoundUnit[];
  chosen: ReadonlySet<string>;
  onToggle?: ((ids: readonly string[], on: boolean) => void) | undefined;
}

function UnitTable({ units, chosen, onToggle }: UnitTableProps) {
  const ids = units.map(({ unitId }) => unitId);
  const all = ids.every((id) => chosen.has(id));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="单位">
        <thead>
          <tr>
            {onToggle && (
              <th scope="col">
                <Checkbox
                  aria-label="选择所列全部单位"
                  checked={all}
                  indeterminate={!all && ids.some((id) => chosen.has(id))}
                  onChange={(event) => onToggle(ids, event.currentTarget.checked)}
                />
              </th>
            )}
            <th scope="col">单位</th>
            <th scope="col">情况</th>
            <th scope="col">截止时间</th>
            <th scope="col">延期原因</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, SHOWN).map((unit) => (
            <tr key={unit.unitId}>
              {onToggle && (
                <td>
                  <Checkbox
                    aria-label={`选择 ${unit.unitName}`}
                    checked={chosen.has(unit.unitId)}
                    onChange={(event) => onToggle([unit.unitId], event.currentTarget.checked)}
                  />
                </td>
              )}
              <UnitCells unit={unit} />
            </tr>
          ))}
        </tbody>
      </table>
      {units.length > SHOWN && (
        <Text size="sm" mt="xs">
          只列出前 {SHOWN} 个，共 {units.length} 个。请输入编码或名称查找。
        </Text>
      )}
    </div>
  );
}

function UnitCells({ unit }: { unit: RoundUnit }) {
  const { budgetId, versionNumber, state, deadlineAt, extensionReason, owes, isLate } = unit;
  return (
    <>
      <th scope="row">
        {budgetId && versionNumber ? (
          <Link href={`/reviews/${budgetId}/${versionNumber}/annexes`}>
            {unit.unitCode} {unit.unitName}
          </Link>
        ) : (
          `${unit.unitCode} ${unit.unitName}`
        )}
        <span className={styles.aside}>{unit.departmentName}</span>
      </th>
      <td>
        {state ? <StateBadge state={state} /> : <span>未开始编制</span>}
        {isLate && <span className={styles.late}> 逾期</span>}
      </td>
      <td>
        {deadlineAt === null ? (
          '不限'
        ) : owes ? (
          <Deadline deadlineAt={deadlineAt} isExtended={extensionReason !== null} />
        ) : (
          '—'
        )}
      </td>
      <td>{extensionReason ?? ''}</td>
    </>
  );
}
