'use client';

import { usePathname, useRouter } from 'next/navigation';
import { changeAnnexPanel, useAnnexPanel } from '@/components/annexes/annex-panel-state.ts';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { useDraft } from './draft-context.tsx';
import styles from './trail-bar.module.css';

/** After a figure was followed to its lines: the way back to it. */
export function TrailBar() {
  const { trail, isOpen, chosen } = useAnnexPanel();
  const { workspace } = useDraft();
  const router = useRouter();
  const pathname = usePathname();
  if (!trail || pathname.endsWith('/annexes')) return null;
  const back = () => {
    const query = new URLSearchParams({ annex: trail.annex, cell: `${trail.rowId}/${trail.columnKey}` });
    if (isOpen) {
      const [, , , page = ''] = pathname.split('/');
      /* A new object, so that the figure is brought into sight again. */
      changeAnnexPanel({ chosen: { ...chosen, [page]: trail.annex }, trail: { ...trail } });
    } else router.push(`/budgets/${workspace.budgetId}/annexes?${query}`);
  };
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.back} onClick={back}>
        ‹ 返回{annexNumberIn(workspace.annexSetRef)(trail.annex)}：{trail.label} {trail.text}
      </button>
      <button
        type="button"
        className={styles.close}
        aria-label="不再显示返回附件"
        onClick={() => changeAnnexPanel({ trail: null })}
      >
        ×
      </button>
    </div>
  );
}
