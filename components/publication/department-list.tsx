'use client';

import {
  Anchor,
  Select,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  TextInput,
} from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { DepartmentYear } from '@/lib/domain/editions/department-edition.ts';
import styles from './department-publication.module.css';

interface DepartmentListProps {
  year: number | null;
  years: readonly number[];
  departments: readonly DepartmentYear[];
}

/** The departments of a year: how many of their units are approved, what is published, and how many days are left. */
export function DepartmentList({ year, years, departments }: DepartmentListProps) {
  const router = useRouter();
  const [word, setWord] = useState('');
  if (year === null)
    return <EmptyState title="还没有预算年度" text="预算科开设年度、单位预算批复后，可以在此按部门汇总公开。" />;
  const found = departments.filter(({ department: { code, name, fullName } }) =>
    `${code} ${name} ${fullName}`.includes(word.trim()),
  );
  return (
    <div className={styles.page}>
      <Text size="sm">部门汇总公开把部门所属各单位批复的预算加总，单位之间的往来只计一次，用一份文件公开。</Text>
      <div className={styles.filters}>
        <Select
          label="预算年度"
          data={years.map((each) => ({ value: String(each), label: `${each} 年` }))}
          value={String(year)}
          onChange={(value) => value && router.push(`/departments?year=${value}`)}
          allowDeselect={false}
          w={140}
        />
        {departments.length > 8 && (
          <TextInput
            label="查找部门"
            placeholder="编码或名称"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        )}
      </div>
      {departments.length === 0 ? (
        <EmptyState
          title={`没有可以查看的 ${year} 年部门预算`}
          text="部门汇总公开显示部门全部单位的数，由预算科或分管本部门全部单位的人员办理；本单位的公开，请在本单位预算的“公开”页面办理。"
        />
      ) : (
        <Table fz="sm" aria-label={`${year} 年各部门的公开情况`}>
          <TableThead>
            <TableTr>
              <TableTh scope="col">部门</TableTh>
              <TableTh scope="col">已批复单位</TableTh>
              <TableTh scope="col">汇总公开</TableTh>
              <TableTh scope="col">公开期限</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {found.map((row) => (
              <DepartmentRow key={row.department.code} row={row} />
            ))}
          </TableTbody>
        </Table>
      )}
      {departments.length > 0 && found.length === 0 && (
        <Text size="sm">没有找到名称或编码含“{word.trim()}”的部门。</Text>
      )}
    </div>
  );
}

function DepartmentRow({ row: { department, year, units, edition, outdated, deadline } }: { row: DepartmentYear }) {
  const approved = units.filter(({ approvedId }) => approvedId !== null).length;
  const isOut = edition?.state === 'PUBLISHED';
  return (
    <TableTr>
      <TableTd>
        <Anchor component={Link} href={`/departments/${department.code}/${year}`} size="sm">
          {department.code} {department.name}
        </Anchor>
      </TableTd>
      <TableTd>
        {approved} / {units.length}
      </TableTd>
      <TableTd>
        {edition ? `第 ${edition.number} 次，${isOut ? '已公开' : '已撤下'}` : '尚未公开'}
        {outdated.length > 0 && <Text span size="sm" c="red.9">{`，${outdated.length} 个单位已另行批复`}</Text>}
      </TableTd>
      <TableTd>{isOut ? '' : deadlineText(deadline)}</TableTd>
    </TableTr>
  );
}

function deadlineText(deadline: DepartmentYear['deadline']): string {
  if (!deadline) return '单位未全部批复';
  const { daysLeft, lastDay } = deadline;
  return daysLeft < 0 ? `${lastDay}，已超过 ${-daysLeft} 天` : `${lastDay}，还剩 ${daysLeft} 天`;
}
