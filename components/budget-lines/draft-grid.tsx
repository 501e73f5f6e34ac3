'use client';

import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { BudgetGrid, type BudgetGridProps } from '@/components/grid/budget-grid.tsx';
import type { CellFinding, GridColumn, GridEdit } from '@/components/grid/grid-model.ts';
import type { GridNotice } from '@/components/grid/paste-notice.ts';
import { type BadCell, badCellKey } from '@/components/workspace/bad-cells.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { Collection, RowOf } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { useCellFindings } from './use-cell-findings.ts';
import { useUserChanges } from './use-user-changes.ts';

type OverRows<C extends Collection> = Pick<
  BudgetGridProps<RowOf<C>>,
  'label' | 'rows' | 'columns' | 'totals' | 'frozenCount' | 'grouping' | 'isSumLine' | 'control' | 'createRow'
>;

interface DraftGridProps<C extends Collection> extends OverRows<C> {
  /** The list that `rows` are of: all of it, or those of one project. */
  collection: C;
  height?: 'content' | 'fill';
}

/** A grid over one list of the open draft: its edits are steps of the draft, its marks are those of the checks. */
export function DraftGrid<C extends Collection>({ collection, height = 'fill', ...grid }: DraftGridProps<C>) {
  const { edit, markCells, undo, redo, readOnly, unit, badCells, focusTarget, clearFocusTarget } = useDraft();
  const findings = useCellFindings(collection, grid.columns[0]?.id ?? '');
  const rejected = useCallback((rowKey: string, field: string) => badCells.get(badCellKey(rowKey, field)), [badCells]);
  const finding = useCallback(
    (rowKey: string, field: string): CellFinding | undefined => findings.get(badCellKey(rowKey, field)),
    [findings],
  );
  const target = useMemo(() => {
    const place = focusTarget?.place;
    return place?.kind === 'row' && place.collection === collection ? { rowKey: place.key, field: place.field } : null;
  }, [focusTarget, collection]);
  const onEdit = (gridEdit: GridEdit<RowOf<C>>) => {
    edit(editChanges(collection, gridEdit), gridEdit.label);
    const marks = [...gridEdit.rejected, ...gridEdit.mended.map((cell) => ({ ...cell, text: null }))];
    if (marks.length > 0) markCells(marks);
  };
  return (
    <BudgetGrid<RowOf<C>>
      {...grid}
      helpList={collection}
      height={height}
      readOnly={readOnly}
      unit={unit}
      rejected={rejected}
      finding={finding}
      changed={useUserChanges(collection)}
      rejectedTexts={useRejectedTexts(grid.rows, grid.columns, badCells)}
      onEdit={onEdit}
      onUndo={undo}
      onRedo={redo}
      onNotice={showNotice}
      target={target}
      onTargetShown={clearFocusTarget}
    />
  );
}

/** The texts of these rows that could not be taken, in the order in which they are shown. */
function useRejectedTexts<R extends Row>(
  rows: readonly R[],
  columns: readonly GridColumn<R>[],
  badCells: ReadonlyMap<string, BadCell>,
): readonly BadCell[] {
  return useMemo(() => {
    if (badCells.size === 0) return [];
    const keys = new Set([...badCells.values()].map(({ rowKey }) => rowKey));
    return rows
      .filter(({ key }) => keys.has(key))
      .flatMap(({ key }) => columns.flatMap(({ id }) => badCells.get(badCellKey(key, id)) ?? []));
  }, [rows, columns, badCells]);
}

/** The changes of the draft that an edit of a grid means. */
function editChanges<C extends Collection>(collection: C, edit: GridEdit<RowOf<C>>): readonly Change[] {
  return [
    ...edit.updates.map(({ key, fields }) => ({ op: 'update', collection, key, fields }) as Change),
    ...edit.inserts.map((row) => ({ op: 'insert', collection, row }) as Change),
    ...edit.deletes.map((key) => ({ op: 'delete', collection, key }) as Change),
  ];
}

function showNotice({ kind, message }: GridNotice): void {
  notifications.show(
    kind === 'done'
      ? { message, color: 'green', autoClose: 3000 }
      : { title: '有内容没有写入', message, color: 'orange', autoClose: false },
  );
}
