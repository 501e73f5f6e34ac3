'use client';

import { useSelector } from '@tanstack/react-store';
import { memo, useDeferredValue } from 'react';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { cellNote } from './cell-note.ts';
import styles from './grid.module.css';
import { type GridCommands, insertBelow, removeRows, replaceActive } from './grid-commands.ts';
import type { CellMarks, GridItem } from './grid-model.ts';
import { activeCell, type GridTable, selectedArea } from './grid-table.ts';
import { summarize, summaryText } from './selection-summary.ts';

/** 控制数 and what has been planned of it. */
export interface Control {
  /** What the figures are of, where that is more than the rows of the grid. */
  readonly label?: string;
  /** Null where no control figure was issued. */
  readonly controlFen: Fen | null;
  readonly enteredFen: Fen;
}

interface GridFooterProps {
  commands: GridCommands;
  items: readonly GridItem[];
  marks: CellMarks;
  rowCount: number;
  /** How many texts wait to be mended. */
  rejectedCount: number;
  unit: MoneyUnit;
  control: Control | undefined;
  /** Whether rows can be inserted and deleted. */
  rowButtons: boolean;
  noteId: string;
  onHelp: () => void;
}

/** Under the grid: what is wrong with the active cell, or its whole text; control figure; what the selection comes to. */
export function GridFooter(props: GridFooterProps) {
  const { commands, items, marks, rowCount, rejectedCount, unit, control, onHelp } = props;
  /* The selection itself is read from the table below; this only says when it changes. */
  useSelector(commands.table.atoms.cellSelection, (ranges) => ranges);
  const note = activeNote(commands, items, marks);
  return (
    <div className={styles.footer}>
      {props.rowButtons && <RowButtons commands={commands} items={items} />}
      {rejectedCount > 0 && (
        <button type="button" className={styles.rejected} title="下一处（Shift+F8）" onClick={commands.nextRejected}>
          {rejectedCount} 处未写入 ›
        </button>
      )}
      <span
        id={props.noteId}
        className={styles.note}
        data-kind={note?.kind}
        title={note?.text}
        role={note?.kind === 'error' ? 'status' : undefined}
      >
        {note?.text}
      </span>
      <Replacements commands={commands} items={items} marks={marks} />
      {control && <ControlFigures control={control} unit={unit} />}
      <Selected commands={commands} items={items} unit={unit} />
      <span className={styles.sum}>共 {rowCount} 行</span>
      <button type="button" className={styles.help} onClick={onHelp}>
        快捷键 ?
      </button>
    </div>
  );
}

type OverItems = Pick<GridFooterProps, 'commands' | 'items' | 'marks'>;

function RowButtons({ commands, items }: Omit<OverItems, 'marks'>) {
  const area = selectedArea(commands.table);
  const isEmpty = !area || items.slice(area.top, area.bottom + 1).every(({ kind }) => kind !== 'line');
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        title="在选中行的下方插入（Alt+Enter）"
        onClick={() => insertBelow(commands)}
      >
        ＋ 插入行
      </button>
      <button
        type="button"
        className={styles.tool}
        title={isEmpty ? '先选中要删除的行' : '删除选中的行（Alt+Delete）'}
        disabled={isEmpty}
        onClick={() => removeRows(commands)}
      >
        － 删除行
      </button>
    </>
  );
}

/** A code that has ended offers those that followed it: one click, or Alt and its number. */
function Replacements({ commands, items, marks }: OverItems) {
  const at = activeCell(commands.table);
  const column = at && commands.table.getAllLeafColumns()[at.column];
  const item = at && items[at.row];
  if (!column || !item) return null;
  const replacements = item.replacements(column.id, item.cell(column.id, marks).text).slice(0, MAX_REPLACEMENTS);
  return replacements.map(({ value, label }, index) => (
    <button
      key={value}
      type="button"
      className={styles.replacement}
      title={`Alt+${index + 1}`}
      onClick={() => replaceActive(commands, index)}
    >
      改用 {label}
      <kbd>Alt+{index + 1}</kbd>
    </button>
  ));
}

const MAX_REPLACEMENTS = 3;

function ControlFigures({ control, unit }: { control: Control; unit: MoneyUnit }) {
  const { label = '控制数', controlFen, enteredFen } = control;
  if (controlFen === null) return null;
  const restFen = controlFen - enteredFen;
  return (
    <span className={styles.control}>
      {label} {formatForEntry(controlFen, unit)}　已编 {formatForEntry(enteredFen, unit)}
      <strong data-over={restFen < 0n || undefined}>
        {restFen < 0n ? '超 ' : '余 '}
        {formatForEntry(restFen < 0n ? -restFen : restFen, unit)}
      </strong>
    </span>
  );
}

/** A large selection is counted once its cells are drawn. */
function Selected({ commands: { table }, items, unit }: Pick<GridFooterProps, 'commands' | 'items' | 'unit'>) {
  const ranges = useDeferredValue(useSelector(table.atoms.cellSelection, (now) => now));
  return <Summary table={table} ranges={ranges} items={useDeferredValue(items)} unit={unit} />;
}

interface SummaryProps extends Pick<GridFooterProps, 'items' | 'unit'> {
  table: GridTable;
  /** Says when the selection changes; it is read from the table. */
  ranges: readonly unknown[];
}

const Summary = memo(function Summary({ table, ranges, items, unit }: SummaryProps) {
  const area = ranges.length > 0 ? selectedArea(table) : null;
  const columnIds = table.getAllLeafColumns().map(({ id }) => id);
  const summary = area && summarize(area, items, columnIds);
  return summary && <span className={styles.sum}>{summaryText(summary, unit)}</span>;
});

function activeNote({ table }: GridCommands, items: readonly GridItem[], marks: CellMarks) {
  const at = activeCell(table);
  const column = at && table.getAllLeafColumns()[at.column];
  const item = at && items[at.row];
  if (!column || !item) return null;
  const view = item.cell(column.id, marks);
  return cellNote(view) ?? (view.text.length > 8 ? { kind: 'text' as const, text: view.text } : null);
}
