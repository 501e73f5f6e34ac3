'use client';

import { useClickOutside } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import { readinessOf } from './readiness.ts';
import styles from './readiness-meter.module.css';

const ReadinessList = dynamic(
  () => patiently(() => import('./readiness-list.tsx')).then((module) => module.ReadinessList),
  { ssr: false },
);

/** How far the draft is from its submission, beside 送审; a click lists what is in the way. */
export function ReadinessMeter() {
  const { budget, checks, findings, workspace, badCells, saveState, unsavedCount } = useDraft();
  const [open, setOpen] = useState(false);
  const root = useClickOutside<HTMLDivElement>(() => setOpen(false));
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  const explainedKeys = explainedKeysOf(workspace);
  const readiness = readinessOf({
    budget,
    checks,
    findings,
    explainedKeys,
    rejected: badCells.size,
    conflicts: saveState.conflicts.length,
    unsaved: unsavedCount,
  });
  const { missing, percent } = readiness;
  return (
    <div ref={root} className={styles.root}>
      <button
        type="button"
        className={styles.meter}
        aria-expanded={open}
        aria-label={missing === 0 ? '准备就绪，可以送审' : `距送审还有 ${missing} 项，校验已通过 ${percent}%`}
        title={missing === 0 ? '可以送审' : `距送审还有 ${missing} 项`}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.track} aria-hidden>
          <span className={styles.done} data-ready={missing === 0 || undefined} style={{ width: `${percent}%` }} />
        </span>
        <span aria-hidden>{missing === 0 ? '就绪' : `差 ${missing} 项`}</span>
      </button>
      {open && <ReadinessList readiness={readiness} close={() => setOpen(false)} />}
    </div>
  );
}
