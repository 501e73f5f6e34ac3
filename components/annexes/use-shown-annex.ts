'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { annexSetOf } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';

/**
 * The annex that is looked at, of the budget as it is at this very moment: drawn alone it takes few milliseconds, and
 * so it is in the same frame as the figure that was typed. All others follow in the background.
 *
 * @returns null where the set has no such annex
 */
export function useShownAnnex(annex: string): AnnexTable | null {
  const { budget, workspace } = useDraft();
  const { edition, annexSetRef, rounding } = workspace;
  return useMemo(() => {
    const set = annexSetOf({ annexSetRef, rounding });
    const [id] = annex.split('-');
    const annexes = set.annexes.filter((definition) => definition.id === id);
    if (annexes.length === 0) return null;
    const scope = { department: budget.department, units: [budget], year: budget.year, edition };
    const drawn = buildAnnexes({ ...scope, annexSet: { ...set, annexes } });
    return drawn.find((table) => table.annex === annex) ?? null;
  }, [annex, budget, edition, annexSetRef, rounding]);
}
