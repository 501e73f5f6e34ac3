'use client';

import { Alert, Button, Checkbox, Chip, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { Answer } from '@/lib/messages/answer.ts';
import styles from './assignments.module.css';

interface AssignedUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly isWaiting: boolean;
  readonly reviewerIds: readonly string[];
}

interface Reviewer {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

type Assign = (change: {
  reviewerId: string;
  operation: 'add' | 'remove';
  unitIds: string[];
}) => Promise<Answer<{ readonly count: number }>>;

interface AssignmentScreenProps {
  units: readonly AssignedUnit[];
  reviewers: readonly Reviewer[];
  assign: Assign;
}

/** Who reviews which units: many are given at once, by department or one by one; units without anybody are marked. */
export function AssignmentScreen({ units, reviewers, assign }: AssignmentScreenProps) {
  const [search, setSearch] = useState('');
  const [department, setDepartment] = useState<string | null>(null);
  const [isOrphansOnly, setOrphansOnly] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => {
    const word = search.trim().toLowerCase();
    return units.filter(({ unitCode, unitName, departmentName, departmentCode, reviewerIds }) => {
      const text = `${unitCode} ${unitName} ${departmentName}`.toLowerCase();
      const isWanted = department === null || department === departmentCode;
      return isWanted && text.includes(word) && (!isOrphansOnly || reviewerIds.length === 0);
    });
  }, [units, search, department, isOrphansOnly]);
  const departments = new Map(units.map(({ departmentCode, departmentName }) => [departmentCode, departmentName]));
  const orphans = units.filter(({ reviewerIds }) => reviewerIds.length === 0).length;
  if (reviewers.length === 0) {
    const text = '请系统管理员先在“用户”中给人员授予“业务科室审核”角色，再到这里分配单位。';
    return <EmptyState title="还没有审核人" text={text} />;
  }
  const chosen = shown.filter(({ unitId }) => selected.has(unitId)).map(({ unitId }) => unitId);
  return (
    <Stack gap="md">
      <LoadTable units={units} reviewers={reviewers} />
      <Group gap="xs" align="flex-end">
        <TextInput
          label="查找单位"
          placeholder="名称或编码"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          label="部门"
          placeholder="全部部门"
          clearable
          searchable
          nothingFoundMessage="没有这个部门"
          data={[...departments].map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          value={department}
          onChange={setDepartment}
        />
        <Group pb={4}>
          <Chip size="sm" checked={isOrphansOnly} onChange={setOrphansOnly}>
            未分配 {orphans}
          </Chip>
        </Group>
      </Group>
      <AssignmentBar reviewers={reviewers} chosen={chosen} assign={assign} clear={() => setSelected(new Set())} />
      <UnitTable units={shown} reviewers={reviewers} selected={selected} setSelected={setSelected} />
    </Stack>
  );
}

/** How much each reviewer has: units, and what of them waits for a decision. */
function LoadTable({ units, reviewers }: Pick<AssignmentScreenProps, 'units' | 'reviewers'>) {
  return (
    <Table aria-label="审核人工作量" w="auto" withTableBorder verticalSpacing={4} bg="white">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>审核人</Table.Th>
          <Table.Th ta="end">单位</Table.Th>
          <Table.Th ta="end">待审核</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reviewers.map(({ id, displayName, username }) => {
          const own = units.filter(({ reviewerIds }) => reviewerIds.includes(id));
          return (
            <Table.Tr key={id}>
              <Table.Td>
                {displayName}（{username}）
              </Table.Td>
              <Table.Td ta="end">{own.length}</Table.Td>
              <Table.Td ta="end">{own.filter(({ isWaiting }) => isWaiting).length}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface AssignmentBarProps extends Pick<AssignmentScreenProps, 'reviewers' | 'assign'> {
  chosen: readonly string[];
  clear: () => void;
}

function AssignmentBar({ reviewers, chosen, assign, clear }: AssignmentBarProps) {
  const [reviewerId, setReviewerId] = useState<string | null>(null);
  const [busy, setBusy] = useState<'add' | 'remove' | null>(null);
  const [outcome, setOutcome] = useState<{ ok: boolean; message: string } | null>(null);
  const run = async (operation: 'add' | 'remove') => {
    if (reviewerId === null || chosen.length === 0) {
      setOutcome({ ok: false, message: chosen.length === 0 ? '请先在下表勾选单位。' : '请先选择审核人。' });
      return;
    }
    setBusy(operation);
    const answer = await callAction(() => assign({ reviewerId, operation, unitIds: [...chosen] }));
    setBusy(null);
    if (!answer.ok) {
      setOutcome({ ok: false, message: answer.message });
      return;
    }
    const verb = operation === 'add' ? '分配' : '移出';
    setOutcome({ ok: true, message: `已${verb} ${answer.value.count} 个单位，即时生效。` });
    clear();
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <Select
          label="审核人"
          placeholder="选择审核人"
          data={reviewers.map(({ id, displayName, username }) => ({
            value: id,
            label: `${displayName}（${username}）`,
          }))}
          value={reviewerId}
          onChange={setReviewerId}
        />
        <Button loading={busy === 'add'} onClick={() => run('add')}>
          分配所选 {chosen.length} 个
        </Button>
        <Button variant="default" loading={busy === 'remove'} onClick={() => run('remove')}>
          移出所选
        </Button>
      </Group>
      {outcome && (
        <Alert color={outcome.ok ? 'green' : 'red'} role={outcome.ok ? 'status' : 'alert'} py={6}>
          {outcome.message}
        </Alert>
      )}
    </Stack>
  );
}

interface UnitTableProps extends Pick<AssignmentScreenProps, 'units' | 'reviewers'> {
  selected: ReadonlySet<string>;
  setSelected: (selected: ReadonlySet<string>) => void;
}

function UnitTable({ units, reviewers, selected, setSelected }: UnitTableProps) {
  const names = new Map(reviewers.map(({ id, displayName }) => [id, displayName]));
  const toggle = (unitIds: readonly string[], on: boolean) =>
    setSelected(new Set(on ? [...selected, ...unitIds] : [...selected].filter((id) => !unitIds.includes(id))));
  const all = units.map(({ unitId }) => unitId);
  const isAll = all.length > 0 && all.every((id) => selected.has(id));
  if (units.length === 0) return <Text size="sm">没有符合条件的单位，请放宽筛选。</Text>;
  return (
    <div className={styles.scroll}>
      <Table aria-label="单位与审核人" stickyHeader verticalSpacing={6} bg="white">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label={`选择全部 ${all.length} 个`}
                checked={isAll}
                indeterminate={!isAll && all.some((id) => selected.has(id))}
                onChange={(event) => toggle(all, event.currentTarget.checked)}
              />
            </Table.Th>
            <Table.Th>单位</Table.Th>
            <Table.Th>部门</Table.Th>
            <Table.Th>审核人</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map(({ unitId, unitCode, unitName, departmentName, reviewerIds }) => (
            <Table.Tr key={unitId}>
              <Table.Td>
                <Checkbox
                  aria-label={`选择${unitName}`}
                  checked={selected.has(unitId)}
                  onChange={(event) => toggle([unitId], event.currentTarget.checked)}
                />
              </Table.Td>
              <Table.Td>
                {unitCode} {unitName}
              </Table.Td>
              <Table.Td>{departmentName}</Table.Td>
              <Table.Td c={reviewerIds.length === 0 ? 'red.9' : undefined}>
                {reviewerIds.length === 0 ? '未分配' : reviewerIds.map((id) => names.get(id) ?? '').join('、')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
