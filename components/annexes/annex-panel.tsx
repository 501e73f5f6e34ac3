'use client';

import { usePathname } from 'next/navigation';
import { type CSSProperties, useRef, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { annexEntries, NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import { annexSetNamed } from '@/lib/domain/annexes/annex-sets.ts';
import { annexOfPage, keptChoice } from './annex-of-page.ts';
import styles from './annex-panel.module.css';
import { AnnexPanelHead } from './annex-panel-head.tsx';
import { changeAnnexPanel, useAnnexPanel } from './annex-panel-state.ts';
import type { FollowedAmount } from './annex-rows.tsx';
import { AnnexView } from './annex-view.tsx';
import { CellsOfLineBar } from './cells-of-line-bar.tsx';
import { FollowedLines } from './followed-lines.tsx';
import { NarrativeView } from './narrative-view.tsx';
import { PanelEdge } from './panel-edge.tsx';
import { useActiveLine } from './use-active-line.ts';
import { useShownAnnex } from './use-shown-annex.ts';
import { useShownCell } from './use-shown-cell.ts';

/**
 * The annex of the open page as it will print, beside the rows or over them: it follows every commit in the same frame,
 * leads from a figure to its lines, and shows where the line under the keyboard is printed.
 */
export function AnnexPanel() {
  const pathname = usePathname();
  const { annexes, narrative, isExamined, budget, workspace } = useDraft();
  const { width, chosen, trail } = useAnnexPanel();
  const [followed, setFollowed] = useState<FollowedAmount | null>(null);
  const [scale, setScale] = useState<number | undefined>(undefined);
  const page = useRef<HTMLElement>(null);
  const lineKey = useActiveLine();
  const entries = annexEntries(annexes, narrative);
  const set = annexSetNamed(workspace.annexSetRef);
  const projectKeys = budget.projects.map(({ key }) => key);
  const annex = annexOfPage(
    pathname,
    projectKeys,
    chosen,
    entries.map(({ id }) => id),
    set,
  );
  const table = useShownAnnex(annex);
  const cell = trail?.annex === annex ? `${trail.rowId}/${trail.columnKey}` : null;
  useShownCell(page, table ? cell : null, false);
  const choose = (id: string) => {
    const [kept, value] = keptChoice(pathname, id, set);
    changeAnnexPanel({ chosen: { ...chosen, [kept]: value } });
    setFollowed(null);
    page.current?.scrollTo({ top: 0 });
  };
  const draft = workspace.version.state !== 'APPROVED';
  return (
    <aside
      className={styles.panel}
      style={{ '--preview-width': width === null ? undefined : `${width}px` } as CSSProperties}
      aria-label="附件预览"
      data-region="preview"
    >
      <PanelEdge width={width} onResize={(next) => changeAnnexPanel({ width: next })} />
      <AnnexPanelHead entries={entries} annex={annex} choose={choose} scale={scale} setScale={setScale} />
      {followed && <FollowedLines followed={followed} close={() => setFollowed(null)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section ref={page} className={styles.page} aria-label="预览" tabIndex={0}>
        {!isExamined && <p className={styles.waiting}>正在生成预览…</p>}
        {table && (
          <AnnexView table={table} draft={draft} marks={{ cell, lineKey }} scale={scale} onFollow={setFollowed} />
        )}
        {isExamined && annex === NARRATIVE && <NarrativeView narrative={narrative} draft={draft} scale={scale} />}
      </section>
      <CellsOfLineBar
        lineKey={lineKey}
        show={(at) => {
          choose(at.annex);
          changeAnnexPanel({ trail: at });
        }}
      />
    </aside>
  );
}
