'use client';

import { useLayoutEffect, useMemo, useRef } from 'react';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { readClipboardText } from './clipboard-text.ts';
import type { GridRows } from './grid-items.ts';
import { type CellArea, type CellMarks, type GridColumn, type GridEdit, NEW_ROW_KEY } from './grid-model.ts';
import type { RowGrouping } from './group-rows.ts';
import { pasteBlock } from './paste-block.ts';
import { type GridNotice, pasteNotice } from './paste-notice.ts';
import { linesOfArea, type WriteOutcome, type WriteTarget, writeBlock } from './write-block.ts';

interface WriterSource<R extends Row> {
  /** All rows in the order of their list. */
  readonly rows: readonly R[];
  /** What the grid shows of them. */
  readonly view: GridRows<R>;
  readonly columns: readonly GridColumn<R>[];
  readonly readOnly: boolean;
  readonly createRow?: (position: number) => R;
  readonly grouping: RowGrouping<R> | null;
  readonly isSumLine?: (textOf: (columnId: string) => string) => boolean;
  readonly marks: CellMarks;
  readonly onEdit: (edit: GridEdit<R>) => void;
  /** Says a sentence to the user: quietly, or as a warning that stays until it is read. */
  readonly onNotice: (notice: GridNotice) => void;
}

/** The rows that hold what was pasted, and the last column it reaches. */
export interface Pasted {
  readonly rowKeys: readonly string[];
  readonly lastColumnId: string;
}

/** Everything that changes rows of a grid, whatever they are rows of. Areas are those of what is shown. */
export interface GridWriter {
  /**
   * Writes what was typed into a cell.
   *
   * @returns the key of the row that holds it now: a new one for the empty last row; null when no row does
   */
  readonly type: (rowKey: string, columnId: string, text: string) => string | null;
  /**
   * Writes a copied text at a selection.
   *
   * @param html the other flavour of the same copy, blank where there is none
   * @returns what was filled, null when nothing was
   */
  readonly paste: (area: CellArea, text: string, html: string) => Pasted | null;
  /** Writes the first row of an area into the others. */
  readonly fillDown: (area: CellArea) => void;
  readonly clear: (area: CellArea) => void;
  /** Adds an empty row below. @returns its key */
  readonly insertRow: (below: number) => string | null;
  readonly deleteRows: (top: number, bottom: number) => void;
}

/** A writer over the latest rows; it stays the same object for the life of the grid. */
export function useGridWriter<R extends Row>(source: WriterSource<R>): GridWriter {
  const latest = useRef(source);
  /* With the rows that are drawn, not after them: the next key may come before any other effect has run. */
  useLayoutEffect(() => {
    latest.current = source;
  });
  return useMemo(() => makeWriter(() => latest.current), []);
}

const COMPUTED = '这里是汇总行，由系统计算，不能修改。';

function makeWriter<R extends Row>(source: () => WriterSource<R>): GridWriter {
  const apply = ({ edit }: Pick<WriteOutcome<R>, 'edit'>, label: string): void => {
    const changes = edit.updates.length + edit.inserts.length + edit.rejected.length + edit.mended.length;
    if (changes > 0) source().onEdit({ ...edit, deletes: [], label });
  };
  const refuse = (message: string) => source().onNotice({ kind: 'refused', message });
  const linesIn = (area: Pick<CellArea, 'top' | 'bottom'>) => {
    const { lineOf, items } = source().view;
    const lines = linesOfArea(area, lineOf, (index) => items[index]?.kind !== 'group');
    if (!lines) refuse(COMPUTED);
    return lines;
  };
  const repeat = (count: number, texts: readonly string[]) => Array.from({ length: count }, () => texts);
  return {
    type: (rowKey, columnId, text) => {
      const now = source();
      const column = now.columns.find(({ id }) => id === columnId);
      const row = now.rows.find(({ key }) => key === rowKey);
      if (!column || (!row && rowKey !== NEW_ROW_KEY)) return null;
      const outcome = writeBlock({ ...targetOf(now, [column]), rows: row ? [row] : [] }, 0, [[text]]);
      apply(outcome, `修改${column.header}`);
      const taken: Partial<R> | undefined = outcome.edit.updates[0]?.fields ?? outcome.edit.inserts[0];
      if (taken && outcome.edit.rejected.length === 0) column.onTyped?.(taken);
      return outcome.rowKeys[0] ?? null;
    },
    paste: (area, text, html) => {
      const read = readClipboardText(text);
      if (!read.ok) {
        refuse(read.error);
        return null;
      }
      const now = source();
      const plan = pasteBlock(now, area, read.value, html);
      const outcome = writeBlock(targetOf(now, plan.columns), plan.top, plan.block);
      apply(outcome, `粘贴 ${plan.block.length} 行`);
      now.onNotice(pasteNotice(outcome, plan));
      return { rowKeys: outcome.rowKeys, lastColumnId: plan.lastColumnId };
    },
    fillDown: (area) => {
      const lines = linesIn(area);
      const { view, columns, marks } = source();
      const first = lines && view.items[view.lineOf.lastIndexOf(lines.first)];
      if (!lines || !first || lines.last === lines.first) return;
      const filled = columns.slice(area.left, area.right + 1);
      const texts = filled.map(({ id }) => first.cell(id, marks).text);
      const outcome = writeBlock(targetOf(source(), filled), lines.first + 1, repeat(lines.last - lines.first, texts));
      apply(outcome, '向下填充');
    },
    clear: (area) => {
      const lines = linesIn(area);
      if (!lines) return;
      const cleared = source().columns.slice(area.left, area.right + 1);
      const blank = repeat(
        lines.last - lines.first + 1,
        Array.from(cleared, () => ''),
      );
      const outcome = writeBlock(targetOf(source(), cleared), lines.first, blank);
      const kept = outcome.edit.rejected.length;
      apply({ edit: { ...outcome.edit, rejected: [] } }, '清除内容');
      if (kept > 0) refuse(`${kept} 个单元格必须有内容，没有清除。`);
    },
    insertRow: (below) => insertRow(source(), below),
    deleteRows: (top, bottom) => {
      const lines = linesIn({ top, bottom });
      if (lines) deleteRows(source(), lines.first, lines.last);
    },
  };
}

function targetOf<R extends Row>(source: WriterSource<R>, columns: readonly GridColumn<R>[]): WriteTarget<R> {
  const { rows, view, createRow, readOnly, marks } = source;
  return {
    rows: view.lines,
    columns,
    createRow,
    readOnly,
    lastPosition: rows.at(-1)?.position ?? 0,
    rejectedText: (rowKey, field) => marks.rejected(rowKey, field)?.text,
  };
}

/** Below a line, above the first of a parent, else at the end. */
function insertRow<R extends Row>(source: WriterSource<R>, below: number): string | null {
  const { rows, view, createRow, readOnly, grouping, onEdit } = source;
  if (readOnly || !createRow) return null;
  const kind = view.items[below]?.kind ?? 'new';
  const line = kind === 'new' ? undefined : view.lines[view.lineOf[below] ?? -1];
  const after = line ? rows.indexOf(line) - (kind === 'group' ? 1 : 0) : rows.length - 1;
  const row: R = { ...createRow(positionAfter(rows, after)), ...(line && grouping?.inherit(line)) };
  onEdit({ label: '插入行', inserts: [row], inPlace: true, updates: [], deletes: [], rejected: [], mended: [] });
  return row.key;
}

function deleteRows<R extends Row>(source: WriterSource<R>, first: number, last: number): void {
  const { view, createRow, readOnly, onEdit, onNotice } = source;
  const deletes = view.lines.slice(first, last + 1).map(({ key }) => key);
  if (readOnly || !createRow || deletes.length === 0) return;
  onEdit({ label: `删除 ${deletes.length} 行`, deletes, inserts: [], updates: [], rejected: [], mended: [] });
  onNotice({ kind: 'done', message: `已删除 ${deletes.length} 行，可按 Ctrl+Z 撤销。` });
}
