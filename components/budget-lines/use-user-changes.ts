'use client';

import { useCallback } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { Budget, Collection, RowOf } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';

/** The budgets as this window first saw them, by version: what came later is a change. */
const opened = new Map<string, Budget>();
const byKey = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>();

/** Says of a row's field (of the row itself: null) whether it was changed since the draft was opened in this window. */
export function useUserChanges<C extends Collection>(
  collection: C,
): ((row: RowOf<C>, field: string | null) => boolean) | undefined {
  const { workspace, readOnly } = useDraft();
  const base: readonly Row[] = openedBudget(workspace.version.id, workspace.budget)[collection];
  const changed = useCallback(
    (row: RowOf<C>, field: string | null) => {
      const old = rowsByKey(base).get(row.key);
      if (!old || field === null) return !old && field === null;
      return fieldValue(old, field) !== fieldValue(row, field);
    },
    [base],
  );
  return readOnly ? undefined : changed;
}

function openedBudget(versionId: string, budget: Budget): Budget {
  /* The server draws pages for many windows. */
  if (typeof window === 'undefined') return budget;
  const first = opened.get(versionId) ?? budget;
  opened.set(versionId, first);
  return first;
}

function rowsByKey(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const known = byKey.get(rows);
  if (known) return known;
  const made = new Map(rows.map((row) => [row.key, row]));
  byKey.set(rows, made);
  return made;
}

function fieldValue(row: Row, field: string): unknown {
  return (row as unknown as Readonly<Record<string, unknown>>)[field];
}
