'use client';

import { useRouter } from 'next/navigation';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { placeOfBadCell } from '@/components/workspace/place-of-row.ts';
import { SECTION_PATHS } from '@/components/workspace/section-path.ts';
import { SECTION_LABELS } from '@/lib/domain/checks/finding.ts';
import type { Readiness } from './readiness.ts';
import styles from './readiness-meter.module.css';

interface ReadinessListProps {
  readiness: Readiness;
  close: () => void;
}

interface Item {
  readonly text: string;
  readonly go: () => void;
}

/** What is in the way of submission, by kind; a click leads to the first of each. */
export function ReadinessList({ readiness, close }: ReadinessListProps) {
  const items = useItems(readiness);
  return (
    <section className={styles.list} aria-label="距送审还差什么">
      <h2 className={styles.heading}>{readiness.missing === 0 ? '可以送审' : `距送审还有 ${readiness.missing} 项`}</h2>
      <ul className={styles.items}>
        {items.map(({ text, go }) => (
          <li key={text}>
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                close();
                go();
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      {readiness.notRun > 0 && (
        <p className={styles.note}>另有 {readiness.notRun} 项校验因资料不足未能运行，不算通过，见校验页。</p>
      )}
      {readiness.unsaved > 0 && <p className={styles.note}>{readiness.unsaved} 处修改尚未保存，送审前会先保存。</p>}
    </section>
  );
}

function useItems({ errors, warnings, rejected, conflicts, emptySections }: Readiness): readonly Item[] {
  const router = useRouter();
  const { workspace, budget, badCells, goTo } = useDraft();
  const root = `/budgets/${workspace.budgetId}`;
  const follow = ([first]: Readiness['errors']) => {
    const place = first?.places[0];
    return () => (place ? goTo(place) : router.push(`${root}/checks`));
  };
  const [bad] = badCells.values();
  const badPlace = bad && placeOfBadCell(budget, bad);
  const items: readonly (Item | null)[] = [
    ...emptySections.map((section) => ({
      text: `“${SECTION_LABELS[section]}”还没有填写`,
      go: () => router.push(`${root}/${SECTION_PATHS[section]}`),
    })),
    errors.length > 0 ? { text: `错误 ${errors.length} 处，须改正`, go: follow(errors) } : null,
    warnings.length > 0 ? { text: `提醒 ${warnings.length} 条，须改正或写明原因`, go: follow(warnings) } : null,
    rejected > 0 ? { text: `填写有误 ${rejected} 处，未保存`, go: () => badPlace && goTo(badPlace) } : null,
    conflicts > 0 ? { text: `与他人的修改冲突 ${conflicts} 处，在页面上方选择`, go: () => {} } : null,
    { text: '到校验页逐条查看', go: () => router.push(`${root}/checks`) },
  ];
  return items.filter((item) => item !== null);
}
