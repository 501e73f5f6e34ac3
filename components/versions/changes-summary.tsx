import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import type { ComparedFigure, ComparedTotals } from '@/lib/domain/versions/compared-figures.ts';
import { percentWords, signedYuan } from './change-words.ts';
import styles from './changes.module.css';

const TOTALS: readonly (readonly [keyof ComparedTotals, string])[] = [
  ['expenditure', '支出合计'],
  ['basic', '其中：基本支出'],
  ['projects', '其中：项目支出'],
  ['revenue', '收入合计'],
];

/** What the changes come to: the totals before and after, and how many rows came, went or say something else. */
export function ChangesSummary({ totals, changes }: { totals: ComparedTotals; changes: readonly BudgetChange[] }) {
  const count = (status: BudgetChange['status']) => changes.filter((change) => change.status === status).length;
  return (
    <section aria-label="变化汇总" className={styles.summary}>
      <dl className={styles.totals}>
        {TOTALS.map(([name, label]) => (
          <Total key={name} label={label} figure={totals[name]} />
        ))}
      </dl>
      <p className={styles.counts}>
        共 <b>{changes.length}</b> 处变化：新增 {count('added')}、已改 {count('changed')}、已删 {count('removed')}。
      </p>
    </section>
  );
}

function Total({ label, figure }: { label: string; figure: ComparedFigure }) {
  const { beforeFen, afterFen } = figure;
  const changeFen = afterFen - beforeFen;
  return (
    <div>
      <dt>{label}（元）</dt>
      <dd>
        {changeFen !== 0n && <del>{formatForEntry(beforeFen, 'yuan')}</del>}
        <b>{formatForEntry(afterFen, 'yuan')}</b>
        {changeFen === 0n ? (
          <span className={styles.quiet}>未变</span>
        ) : (
          <span data-negative={changeFen < 0n || undefined} className={styles.change}>
            {signedYuan(changeFen)}（{percentWords(beforeFen, afterFen)}）
          </span>
        )}
      </dd>
    </div>
  );
}
