'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type ObjectiveNumber, objectiveNumbers } from '@/lib/domain/checks/objective-numbers.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import styles from './objective-numbers.module.css';

/** The numbers of a project's objective, each beside the indicator that has to say the same; a click goes there. */
export function ObjectiveNumbers({ project }: { project: Project }) {
  const { budget, goTo } = useDraft();
  const own = budget.indicators.filter(({ projectKey }) => projectKey === project.key);
  const numbers = objectiveNumbers(project.annualObjective, own);
  if (numbers.length === 0) return null;
  const show = ({ agrees, indicators }: ObjectiveNumber) => {
    const target = agrees ?? indicators[0];
    if (!target) return;
    const field = 'targetValue';
    goTo({ kind: 'row', section: 'performance', collection: 'indicators', key: target.key, field });
  };
  return (
    <ul className={styles.list} aria-label="目标中的数字与指标">
      {numbers.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the numbers of a text have no identity but their place
        <li key={index}>
          <NumberChip entry={entry} onShow={() => show(entry)} />
        </li>
      ))}
    </ul>
  );
}

function NumberChip({ entry, onShow }: { entry: ObjectiveNumber; onShow: () => void }) {
  const { number, measure, agrees, indicators } = entry;
  const [nearest] = indicators;
  if (!nearest) {
    return (
      <span className={styles.chip} data-state="alone" title="没有以此计量的指标">
        {number} {measure} 无对应指标
      </span>
    );
  }
  const name = (agrees ?? nearest).level3;
  return (
    <button
      type="button"
      className={styles.chip}
      data-state={agrees ? 'same' : 'differs'}
      title={name}
      onClick={onShow}
    >
      {agrees ? `✓ ${number} ${measure} ＝ 指标` : `⚠ ${number} ${measure} ≠ 指标 ${nearest.targetValue} ${measure}`}
      <span className="visually-hidden">“{name}”</span>
    </button>
  );
}
