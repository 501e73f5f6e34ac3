import type { RoundBoard } from '@/lib/domain/workflow/round-board.ts';
import { yearStages } from '@/lib/domain/workflow/round-plan.ts';
import styles from './rounds.module.css';

const STANDING_WORDS = { done: '已完成', current: '当前', ahead: '未开始' } as const;
const STANDING_MARKS = { done: '✓', current: '●', ahead: '○' } as const;

/** The stages of the year as a line, with where the bureau stands and how far the units have come. */
export function RoundStages({ board }: { board: RoundBoard }) {
  const { rounds, units, counts, currentOrdinal } = board;
  const stages = yearStages(rounds, units.length > 0 && counts.approved === units.length);
  return (
    <section aria-label="年度进度">
      <ol className={styles.stages}>
        {stages.map(({ label, standing }) => (
          <li
            key={label}
            className={styles.stage}
            data-standing={standing}
            aria-current={standing === 'current' ? 'step' : undefined}
          >
            <span aria-hidden>{STANDING_MARKS[standing]}</span>
            {label}
            <span className="visually-hidden">（{STANDING_WORDS[standing]}）</span>
          </li>
        ))}
      </ol>
      <p className={styles.counts}>
        {currentOrdinal === null
          ? `在用单位 ${units.length} 个，申报尚未开放。`
          : `在用单位 ${units.length} 个：未开始 ${counts.notBegun} · 编制中 ${counts.drafting} · 待审核 ${counts.submitted} · 一上已审核 ${counts.accepted} · 已批复 ${counts.approved}`}
      </p>
    </section>
  );
}
