'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { changePercent } from '@/components/review/change-percent.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatTime } from '@/components/ui/format-time.ts';
import { type BeginRound, BeginRoundButton } from '@/components/workflow/begin-round-button.tsx';
import { RoundLine } from '@/components/workflow/round-line.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { type WithdrawBudget, WithdrawButton } from '@/components/workflow/withdraw-button.tsx';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import type { BudgetListItem, StartableUnit } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import styles from './budget-list.module.css';

type CreateBudget = (input: { unitId: string; year: number }) => Promise<Answer<{ readonly budgetId: string }>>;

interface BudgetListProps {
  budgets: readonly BudgetListItem[];
  startable: readonly StartableUnit[];
  createBudget: CreateBudget;
  /** Null for those who do not draft. */
  beginRound: BeginRound | null;
  /** Absent for those who may not withdraw a submission. */
  withdrawBudget?: WithdrawBudget;
}

/** The budgets one works on, newest year first, and the units whose budget can be started. */
export function BudgetList({ budgets, startable, createBudget, beginRound, withdrawBudget }: BudgetListProps) {
  return (
    <div className={styles.page}>
      {startable.length > 0 && <StartPanel startable={startable} createBudget={createBudget} />}
      {budgets.length > 0 ? (
        <BudgetTable budgets={budgets} beginRound={beginRound} withdrawBudget={withdrawBudget} />
      ) : (
        startable.length === 0 && (
          <EmptyState
            title="还没有预算"
            text="没有分配给您的单位，或者预算年度尚未开放。请与系统管理员或财政局预算科联系。"
          />
        )
      )}
    </div>
  );
}

function StartPanel({ startable, createBudget }: Pick<BudgetListProps, 'startable' | 'createBudget'>) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const start = ({ unitId, year }: StartableUnit) =>
    startTransition(async () => {
      const answer = await createBudget({ unitId, year });
      if (answer.ok) router.push(`/budgets/${answer.value.budgetId}/start`);
      else notifications.show({ color: 'red', title: '没有新建成功', message: answer.message, autoClose: false });
    });
  return (
    <section className={styles.start} aria-label="可以开始编制的预算">
      <h2 className={styles.heading}>可以开始编制</h2>
      <ul className={styles.units}>
        {startable.map((unit) => (
          <li key={`${unit.unitId}/${unit.year}`} className={styles.unit}>
            <span>
              {unit.year} 年 · {unit.unitCode} {unit.unitName}
              <span className={styles.department}>{unit.departmentName}</span>
            </span>
            <Button size="compact-md" loading={pending} onClick={() => start(unit)}>
              开始编制
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BudgetTable({
  budgets,
  beginRound,
  withdrawBudget,
}: Pick<BudgetListProps, 'budgets' | 'beginRound' | 'withdrawBudget'>) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">预算列表，金额单位：万元</caption>
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
            上年（万元）
          </th>
          <th scope="col" className={styles.number}>
            增减
          </th>
          <th scope="col">待处理意见</th>
          <th scope="col">最近操作</th>
          {withdrawBudget && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {budgets.map((item) => (
          <tr key={item.budgetId}>
            <td>{item.year}</td>
            <th scope="row">
              <Link href={addressOf(item)}>
                {item.unitCode} {item.unitName}
              </Link>
              <span className={styles.department}>{item.departmentName}</span>
              <div className={styles.round}>
                <RoundLine version={item.version} />
              </div>
            </th>
            <td>第 {item.version.number} 版</td>
            <td>
              <StateBadge state={item.version.state} />
              {beginRound && item.nextRoundOpen && (
                <div className={styles.round}>
                  <BeginRoundButton budgetId={item.budgetId} versionId={item.version.id} beginRound={beginRound} />
                </div>
              )}
            </td>
            <td className={styles.number}>{formatWanYuan(item.totalFen, 'fixed')}</td>
            <td className={styles.number}>{formatWanYuan(item.priorTotalFen, 'fixed')}</td>
            <td className={styles.number}>{changePercent(item.totalFen, item.priorTotalFen)}</td>
            <td>{item.openComments > 0 ? `${item.openComments} 条` : ''}</td>
            <td>{lastEvent(item)}</td>
            {withdrawBudget && (
              <td>
                <WithdrawButton {...item} withdrawBudget={withdrawBudget} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A budget without an amount yet opens where it is settled what to begin from. */
function addressOf({ budgetId, version, totalFen }: BudgetListItem): string {
  return version.state === 'DRAFT' && totalFen === 0n ? `/budgets/${budgetId}` : `/budgets/${budgetId}/revenue`;
}

function lastEvent({ version }: BudgetListItem): string {
  if (version.decidedAt) return `${formatTime(version.decidedAt)} ${version.decidedByName ?? ''}审核`;
  if (version.openedAt) return `${formatTime(version.openedAt)} ${version.openedByName ?? ''}开始审核`;
  if (version.submittedAt) return `${formatTime(version.submittedAt)} ${version.submittedByName ?? ''}送审`;
  return `${formatTime(version.createdAt)} 新建`;
}
