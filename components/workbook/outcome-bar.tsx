import type { ImportPlan } from '@/lib/domain/workbook/plan-import.ts';
import { countOf, OUTCOMES } from './outcome-words.ts';
import styles from './workbook.module.css';

/** The whole import in one line: how many rows are added, changed and so on. */
export function OutcomeBar({ plan }: { plan: ImportPlan }) {
  const rows = [...plan.sheets.flatMap((sheet) => sheet.rows), ...plan.facts];
  const removed = plan.sheets.reduce((count, sheet) => count + sheet.removed.length, 0);
  return (
    <ul className={styles.outcomes} aria-label="将发生的变化">
      {OUTCOMES.map(({ outcome, label }) => {
        const count = countOf(rows, outcome);
        return (
          <li key={outcome} data-outcome={count > 0 ? outcome : undefined}>
            {label}
            <strong>{count}</strong>
          </li>
        );
      })}
      <li data-outcome={removed > 0 ? 'faulty' : undefined}>
        将删除<strong>{removed}</strong>
      </li>
    </ul>
  );
}
