'use client';

import { useEffect, useState } from 'react';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import styles from './colleagues.module.css';
import { useDraft } from './draft-context.tsx';
import type { TakenOver } from './draft-store.ts';
import { rowIn } from './merge-remote.ts';

const SHOWN_MS = 12_000;

/** Who else has the draft open, and for a moment what they saved; a click goes to the first row they changed. */
export function Colleagues() {
  const { present, takenOver, budget, goTo } = useDraft();
  const recent = useRecent(takenOver);
  const go = () => {
    const row = takenOver?.rows.find(({ collection, key }) => rowIn(budget, collection, key));
    if (row) {
      const { collection, key } = row;
      goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key });
    } else if (takenOver?.hasProfile) goTo({ kind: 'section', section: 'profile' });
  };
  const words = recent && takenOver ? describe(takenOver) : null;
  return (
    <>
      {words === null && present.length > 0 && (
        <span className={styles.present} title={`${present.join('、')}正在编制同一份预算`}>
          <span className={styles.dot} aria-hidden />
          {present.length === 1 ? `${present[0]}也在编` : `另有 ${present.length} 人在编`}
        </span>
      )}
      {words !== null && (
        <button type="button" className={styles.news} onClick={go} title="到对方修改的第一行">
          {words}
        </button>
      )}
      <span className="visually-hidden" aria-live="polite" data-testid="colleague-news">
        {words}
      </span>
    </>
  );
}

/** Whether news came a moment ago. */
function useRecent(takenOver: TakenOver | null): boolean {
  const id = takenOver?.id ?? 0;
  const [over, setOver] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setOver(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return over !== id;
}

function describe({ names, rows, hasProfile, lostSteps }: TakenOver): string {
  const who = names.length === 0 ? '其他人' : names.join('、');
  const what = [rows.length > 0 ? `${rows.length} 行` : '', hasProfile ? '单位情况与说明文字' : ''].filter(Boolean);
  const lost = lostSteps > 0 ? `，其中您改过的部分不能再撤销` : '';
  return `${who} 修改了 ${what.join('和')}${lost}`;
}
