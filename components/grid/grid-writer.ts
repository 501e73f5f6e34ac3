'use client';

import { useEffect, useMemo, useRef } from 'react';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { readClipboardText } from './clipboard-text.ts';
import type { CellArea, GridColumn, GridEdit, RejectedText } from './grid-model.ts';
import { tileBlock, type WriteOutcome, writeBlock } from './write-block.ts';

interface WriterSource<R extends Row> {
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  readonly readOnly: boolean;
  readonly createRow?: (position: number) => R;
  readonly rejected: (rowKey: string, field: string) => RejectedText | undefined;
  readonly onEdit: (edit: GridEdit<R>) => void;
  /** Says a sentence to the user: quietly, or as a warning that stays until it is read. */
  readonly onNotice: (notice: GridNotice) => void;
}

export interface GridNotice {
  readonly kind: 'done' | 'refused';
  readonly message: string;
}

/** The rows that hold what was pasted, and how many columns it has. */
export interface Pasted {
  readonly rowKeys: readonly string[];
  readonly width: number;
}

/** Everything that changes rows of a grid, whatever they are rows of. */
export interface GridWriter {
  /** Writes what was typed into a cell. @returns the key of the row that holds it now */
  readonly type: (row: number, column: number, text: string) => string | null;
  /** Writes a copied text at a selection. @returns the area that was filled, null when nothing was */
  readonly paste: (area: CellArea, text: string) => Promise<Pasted | null>;
  /** Writes the same text of each column into all rows of an area. */
  readonly fill: (area: CellArea, texts: readonly string[], label: string) => void;
  readonly clear: (area: CellArea) => void;
  /** Adds an empty row below. @returns its key */
  readonly insertRow: (below: number) => string | null;
  readonly deleteRows: (top: number, bottom: number) => void;
}

/** A writer over the latest rows; it stays the same object for the life of the grid. */
export function useGridWriter<R extends Row>(source: WriterSource<R>): GridWriter {
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  return useMemo(() => makeWriter(() => latest.current), []);
}

function makeWriter<R extends Row>(source: () => WriterSource<R>): GridWriter {
  const write = (top: number, left: number, block: readonly (readonly string[])[]): WriteOutcome<R> => {
    const { rows, columns, createRow, readOnly, rejected } = source();
    return writeBlock(
      {
        rows,
        columns,
        createRow,
        isReadOnly: () => readOnly,
        rejectedText: (rowKey, field) => rejected(rowKey, field)?.text,
      },
      top,
      left,
      block,
    );
  };
  const apply = ({ edit }: Pick<WriteOutcome<R>, 'edit'>, label: string): void => {
    const changes = edit.updates.length + edit.inserts.length + edit.rejected.length + edit.mended.length;
    if (changes > 0) source().onEdit({ ...edit, deletes: [], label });
  };
  return {
    type: (row, column, text) => {
      const outcome = write(row, column, [[text]]);
      apply(outcome, `修改${source().columns[column]?.header ?? ''}`);
      return outcome.rowKeys[0] ?? null;
    },
    paste: async (area, text) => {
      const read = await readClipboardText(text);
      if (!read.ok) {
        source().onNotice({ kind: 'refused', message: read.error });
        return null;
      }
      const block = tileBlock(read.value, area);
      const outcome = write(area.top, area.left, block);
      apply(outcome, `粘贴 ${block.length} 行`);
      source().onNotice(pasteNotice(outcome));
      return { rowKeys: outcome.rowKeys, width: Math.max(...block.map((row) => row.length), 1) };
    },
    fill: (area, texts, label) => {
      apply(
        write(
          area.top,
          area.left,
          Array.from({ length: area.bottom - area.top + 1 }, () => texts),
        ),
        label,
      );
    },
    clear: (area) => {
      const blank = Array.from({ length: area.bottom - area.top + 1 }, () =>
        Array.from({ length: area.right - area.left + 1 }, () => ''),
      );
      const outcome = write(area.top, area.left, blank);
      const kept = outcome.edit.rejected.length;
      apply({ edit: { ...outcome.edit, rejected: [] } }, '清除内容');
      if (kept > 0) source().onNotice({ kind: 'refused', message: `${kept} 个单元格必须有内容，没有清除。` });
    },
    insertRow: (below) => insertRow(source(), below),
    deleteRows: (top, bottom) => deleteRows(source(), top, bottom),
  };
}

function insertRow<R extends Row>(
  { rows, createRow, readOnly, onEdit }: WriterSource<R>,
  below: number,
): string | null {
  if (readOnly || !createRow) return null;
  const row = createRow(positionAfter(rows, Math.min(below, rows.length - 1)));
  onEdit({ label: '插入行', inserts: [row], updates: [], deletes: [], rejected: [], mended: [] });
  return row.key;
}

function deleteRows<R extends Row>(source: WriterSource<R>, top: number, bottom: number): void {
  const { rows, createRow, readOnly, onEdit, onNotice } = source;
  const deletes = rows.slice(top, bottom + 1).map(({ key }) => key);
  if (readOnly || !createRow || deletes.length === 0) return;
  onEdit({ label: `删除 ${deletes.length} 行`, deletes, inserts: [], updates: [], rejected: [], mended: [] });
  onNotice({ kind: 'done', message: `已删除 ${deletes.length} 行，可按 Ctrl+Z 撤销。` });
}

function pasteNotice<R extends Row>({ edit, writtenCount, readOnlyCount, outsideCount }: WriteOutcome<R>): GridNotice {
  const added = edit.inserts.length > 0 ? `，新增 ${edit.inserts.length} 行` : '';
  const problems = [
    edit.rejected.length > 0 &&
      `${edit.rejected.length} 个单元格的内容有误，已标红，改正后才会保存（${edit.rejected[0]?.reason.replace(/。$/, '')}）`,
    readOnlyCount > 0 && `${readOnlyCount} 个单元格由系统计算，没有写入`,
    outsideCount > 0 && `${outsideCount} 个单元格超出表格范围，没有写入`,
  ].filter((problem) => problem !== false);
  const message = [`已粘贴 ${writtenCount} 个单元格${added}`, ...problems].join('；');
  return { kind: problems.length > 0 ? 'refused' : 'done', message: `${message}。` };
}
