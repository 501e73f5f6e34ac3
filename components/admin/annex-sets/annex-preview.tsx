'use client';

import { useMemo } from 'react';
import { AnnexView } from '@/components/annexes/annex-view.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import type { AnnexSet } from '@/lib/domain/annexes/definition.ts';
import type { AnnexSetEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { applyAnnexSetEdits, shownAnnexes } from '@/lib/domain/annexes/edits/apply-edits.ts';
import { PREVIEW_YEAR, previewBudget } from '@/lib/domain/annexes/edits/preview-budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import styles from './annex-set-editor.module.css';

interface AnnexPreviewProps {
  base: AnnexSet;
  /** The last edits that can be drawn. */
  drawable: AnnexSetEdits;
  /** Whether what is typed just now is wrong, so that an earlier state is shown. */
  isBehind: boolean;
  /** Id of the built-in annex; the first that is printed where the whole set is edited. */
  annex: string | null;
  edition: ClassificationEdition;
}

/** The annex as it will print, with invented figures. */
export function AnnexPreview({ base, drawable, isBehind, annex, edition }: AnnexPreviewProps) {
  const budget = useMemo(previewBudget, []);
  const table = useMemo(() => {
    const set = applyAnnexSetEdits(base, drawable);
    const place = shownAnnexes(base, drawable).findIndex(({ id }) => annex === null || id === annex);
    const annexes = set.annexes.slice(place, place + 1);
    if (place < 0) return null;
    const { department } = budget;
    const drawn = buildAnnexes({
      ...{ department, units: [budget], year: PREVIEW_YEAR, edition },
      annexSet: { ...set, annexes },
    });
    return drawn[0] ?? null;
  }, [base, drawable, annex, budget, edition]);
  return (
    <section
      className={styles.preview}
      aria-label="预览"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
    >
      <p className={styles.previewHead} role="status">
        {isBehind ? '有内容填写有误，预览停在改正前的样子。' : '预览：数字和名称均为虚构，只供看格式。'}
      </p>
      {table ? (
        <AnnexView table={table} draft={false} />
      ) : (
        <EmptyState title="这张表不列示" text="勾选后，它会排进附件并编号。" />
      )}
    </section>
  );
}
