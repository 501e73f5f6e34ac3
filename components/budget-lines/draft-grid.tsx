'use client';

import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { BudgetGrid } from '@/components/grid/budget-grid.tsx';
import type { CellFinding, GridColumn, GridEdit } from '@/components/grid/grid-model.ts';
import type { GridNotice } from '@/components/grid/grid-writer.ts';
import { badCellKey } from '@/components/workspace/bad-cells.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { Collection, RowOf } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { useCellFindings } from './use-cell-findings.ts';

interface DraftGridProps<C extends Collection> {
  collection: C;
  label: string;
  /** The rows to show: all of the list, or those of one project. */
  rows: readonly RowOf<C>[];
  columns: readonly GridColumn<RowOf<C>>[];
  totals?: Readonly<Record<string, string>>;
  frozenCount?: number;
  height?: 'content' | 'fill';
  createRow?: (position: number) => RowOf<C>;
}

/** A grid over one list of the open draft: its edits are steps of the draft, its marks are those of the checks. */
export function DraftGrid<C extends Collection>(props: DraftGridProps<C>) {
  const { collection, rows, columns, height = 'fill' } = props;
  const { edit, markCells, undo, redo, readOnly, unit, badCells, focusTarget, clearFocusTarget } = useDraft();
  const findings = useCellFindings(collection, columns[0]?.id ?? '');
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
      label={props.label}
      rows={rows}
      columns={columns}
      totals={props.totals}
      frozenCount={props.frozenCount}
      height={height}
      createRow={props.createRow}
      readOnly={readOnly}
      unit={unit}
      rejected={rejected}
      finding={finding}
      onEdit={onEdit}
      onUndo={undo}
      onRedo={redo}
      onNotice={showNotice}
      target={target}
      onTargetShown={clearFocusTarget}
    />
  );
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
