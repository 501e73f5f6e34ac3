import { Stack } from '@mantine/core';
import Link from 'next/link';
import { changePercent } from '@/components/review/change-percent.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatTime } from '@/components/ui/format-time.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import type { BudgetListItem } from '@/lib/domain/workflow/workspace.ts';
import styles from './confirmation-list.module.css';
import { StateBadge } from './state-badge.tsx';

/** The budgets of a unit head: what waits for confirmation first, then the others. */
export function ConfirmationList({ items }: { items: readonly BudgetListItem[] }) {
  const waiting = items.filter(({ version }) => version.state === 'CONFIRMING');
  const others = items.filter(({ version }) => version.state !== 'CONFIRMING');
  return (
    <Stack gap="lg" className={styles.page}>
      <section>
        <h2 className={styles.heading}>待确认 {waiting.length}</h2>
        {waiting.length > 0 ? (
          <BudgetTable label="待确认的预算" items={waiting} />
        ) : (
          <EmptyState title="没有待确认的预算" text="经办送单位负责人确认的预算会列在这里。" />
        )}
      </section>
      {others.length > 0 && (
        <section>
          <h2 className={styles.heading}>其他预算 {others.length}</h2>
          <BudgetTable label="其他预算" items={others} />
        </section>
      )}
    </Stack>
  );
}

function BudgetTable({ label, items }: { label: string; items: readonly BudgetListItem[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">单位</th>
            <th scope="col">版本</th>
            <th scope="col">状态</th>
            <th scope="col" className={styles.number}>
              支出合计（万元）
            </th>
            <th scope="col" className={styles.number}>
              增减
            </th>
            <th scope="col">送出</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ budgetId, unitCode, unitName, year, version, totalFen, priorTotalFen }) => (
            <tr key={budgetId}>
              <td>{year}</td>
              <th scope="row">
                <Link href={`/reviews/${budgetId}/${version.number}/annexes`}>
                  {unitCode} {unitName}
                </Link>
              </th>
              <td>第 {version.number} 版</td>
              <td>
                <StateBadge state={version.state} />
              </td>
              <td className={styles.number}>{formatWanYuan(totalFen, 'fixed')}</td>
              <td className={styles.number}>{changePercent(totalFen, priorTotalFen)}</td>
              <td>
                {version.submittedAt ? `${formatTime(version.submittedAt)} ${version.submittedByName ?? ''}` : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
