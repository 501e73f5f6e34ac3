'use client';

import { useMemo } from 'react';
import type { CellFinding } from '@/components/grid/grid-model.ts';
import { badCellKey } from '@/components/workspace/bad-cells.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { MAX_MARKED_PLACES } from '@/components/workspace/marked-places.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';

/**
 * What the checks say of the cells of a list, by cell. The map stays the same object while they say the same, so that
 * a grid isn't drawn again for it.
 *
 * @param rowField the column that carries what is said of a row as a whole
 */
export function useCellFindings(collection: Collection, rowField: string): ReadonlyMap<string, CellFinding> {
  const { findings } = useDraft();
  const signature = useMemo(
    () => JSON.stringify(cellFindings(findings, collection, rowField)),
    [findings, collection, rowField],
  );
  return useMemo(() => new Map(JSON.parse(signature) as [string, CellFinding][]), [signature]);
}

function cellFindings(findings: readonly Finding[], collection: Collection, rowField: string) {
  const entries = new Map<string, CellFinding>();
  for (const { severity, message, places } of findings) {
    if (severity === 'note' || places.length > MAX_MARKED_PLACES) continue;
    for (const place of places) {
      if (place.kind !== 'row' || place.collection !== collection) continue;
      const key = badCellKey(place.key, place.field ?? rowField);
      /* Errors come first, and the first thing said of a cell is what it shows. */
      if (!entries.has(key)) entries.set(key, { severity, message });
    }
  }
  return [...entries];
}
