import { Anchor, Table, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import Link from 'next/link';
import { formatTime } from '@/components/ui/format-time.ts';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import type { UnitStanding } from '@/lib/domain/editions/department-edition.ts';
import styles from './department-publication.module.css';

/** The units of a department: which version of each is added up, and how far those are that have none. */
export function DepartmentUnits({ units }: { units: readonly UnitStanding[] }) {
  return (
    <section aria-labelledby="department-units">
      <Text component="h3" id="department-units" fw={700} mb={4}>
        所属单位
      </Text>
      <Table fz="sm" aria-labelledby="department-units">
        <TableThead>
          <TableTr>
            <TableTh scope="col">单位</TableTh>
            <TableTh scope="col">最新版本</TableTh>
            <TableTh scope="col">汇总的版本</TableTh>
            <TableTh scope="col">批复时间</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {units.map((unit) => (
            <TableTr key={unit.unitId}>
              <TableTd>
                {unit.unitCode} {unit.unitName}
              </TableTd>
              <TableTd>
                {unit.newestState ? (
                  <>
                    第 {unit.newestNumber} 版 <StateBadge state={unit.newestState} />
                  </>
                ) : (
                  <span className={styles.missing}>还没有编制预算</span>
                )}
              </TableTd>
              <TableTd>
                {unit.approvedNumber === null ? (
                  <span className={styles.missing}>无，不能公开</span>
                ) : (
                  <Anchor component={Link} href={`/reviews/${unit.budgetId}/${unit.approvedNumber}/annexes`} size="sm">
                    第 {unit.approvedNumber} 版
                  </Anchor>
                )}
              </TableTd>
              <TableTd>{unit.approvedAt && formatTime(unit.approvedAt)}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </section>
  );
}
