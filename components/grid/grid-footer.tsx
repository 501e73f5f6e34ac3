'use client';

import { useSelector } from '@tanstack/react-store';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import styles from './grid.module.css';
import { insertBelow, removeRows } from './grid-keys.ts';
import type { GridItem } from './grid-model.ts';
import { cellNote } from './grid-row.tsx';
import { activeCell, type GridTable, selectedArea } from './grid-table.ts';
import type { GridWriter } from './grid-writer.ts';

interface GridFooterProps {
  table: GridTable;
  items: readonly GridItem[];
  rowCount: number;
  unit: MoneyUnit;
  /** Whether rows can be inserted and deleted. */
  rowButtons: boolean;
  writer: GridWriter;
  onHelp: () => void;
}

/** Under the grid: what is wrong with the active cell, or its whole text; the sum and number of the selected cells. */
export function GridFooter({ table, items, rowCount, unit, rowButtons, writer, onHelp }: GridFooterProps) {
  /* The selection itself is read from the table below; this only says when it changes. */
  useSelector(table.atoms.cellSelection, (ranges) => ranges);
  const note = activeNote(table, items);
  return (
    <div className={styles.footer}>
      {rowButtons && <RowButtons table={table} items={items} writer={writer} />}
      <span className={styles.note} data-kind={note?.kind} role={note?.kind === 'error' ? 'status' : undefined}>
        {note?.text}
      </span>
      <span className={styles.sum}>{selectionSummary(table, items, unit) ?? `共 ${rowCount} 行`}</span>
      <button type="button" className={styles.help} onClick={onHelp}>
        快捷键 ?
      </button>
    </div>
  );
}

function RowButtons({ table, items, writer }: Pick<GridFooterProps, 'table' | 'items' | 'writer'>) {
  const area = selectedArea(table);
  const isEmpty = !area || items[area.top]?.isNew !== false;
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        title="在选中行的下方插入（Alt+Enter）"
        onClick={() => insertBelow({ table, writer })}
      >
        ＋ 插入行
      </button>
      <button
        type="button"
        className={styles.tool}
        title={isEmpty ? '先选中要删除的行' : '删除选中的行（Alt+Delete）'}
        disabled={isEmpty}
        onClick={() => removeRows({ table, writer })}
      >
        － 删除行
      </button>
    </>
  );
}

function activeNote(table: GridTable, items: readonly GridItem[]) {
  const at = activeCell(table);
  const column = at && table.getAllLeafColumns()[at.column];
  const item = at && items[at.row];
  if (!column || !item) return null;
  const view = item.cell(column.id);
  return cellNote(view) ?? (view.text.length > 12 ? { kind: 'text' as const, text: view.text } : null);
}

function selectionSummary(table: GridTable, items: readonly GridItem[], unit: MoneyUnit): string | null {
  const area = selectedArea(table);
  if (!area || (area.top === area.bottom && area.left === area.right)) return null;
  const columns = table.getAllLeafColumns().slice(area.left, area.right + 1);
  const views = items.slice(area.top, area.bottom + 1).flatMap((item) => columns.map(({ id }) => item.cell(id)));
  const amounts = views.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  const filled = views.filter(({ text }) => text !== '').length;
  if (amounts.length === 0) return `选中 ${filled} 格`;
  return `选中 ${filled} 格 · 求和 ${formatForEntry(sumFen(amounts), unit)} ${unit === 'yuan' ? '元' : '万元'}`;
}
