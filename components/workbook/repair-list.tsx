import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { Repair } from '@/lib/domain/workbook/workbook-reading.ts';
import { Paged } from './paged.tsx';
import styles from './workbook.module.css';

const ALL = '';

/** What was put right without asking, one by one, with before and after. */
export function RepairList({ repairs }: { repairs: readonly Repair[] }) {
  const [reason, setReason] = useState(ALL);
  if (repairs.length === 0) return <Text size="sm">没有需要修复的内容。</Text>;
  const counts = new Map<string, number>();
  for (const repair of repairs) counts.set(repair.reason, (counts.get(repair.reason) ?? 0) + 1);
  const shown = reason === ALL ? repairs : repairs.filter((repair) => repair.reason === reason);
  return (
    <>
      <NativeSelect
        size="xs"
        maw={360}
        mb="xs"
        aria-label="按修复原因筛选"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[
          { value: ALL, label: `全部（${repairs.length}）` },
          ...Array.from(counts, ([value, count]) => ({ value, label: `${value}（${count}）` })),
        ]}
      />
      <Paged items={shown} label="修复">
        {(page) => (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className={styles.hidden}>自动修复的单元格</caption>
              <thead>
                <tr>
                  <th scope="col">位置</th>
                  <th scope="col">列</th>
                  <th scope="col">原内容</th>
                  <th scope="col">修复为</th>
                  <th scope="col">原因</th>
                </tr>
              </thead>
              <tbody>
                {page.map(({ address, heading, before, after, reason: why }) => (
                  <tr key={address}>
                    <td className={styles.address}>{address}</td>
                    <td>{heading}</td>
                    <td className={styles.found}>{before === '' ? '（空白）' : before}</td>
                    <td className={styles.found}>{after}</td>
                    <td>{why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </>
  );
}
