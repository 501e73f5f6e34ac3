'use client';

import dynamic from 'next/dynamic';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import styles from './grid.module.css';
import type { GridCommands } from './grid-commands.ts';
import { type Control, GridFooter } from './grid-footer.tsx';
import { GridHead } from './grid-head.tsx';
import { handleGridKey } from './grid-keys.ts';
import { layOut, minWidth, ROW_HEIGHT } from './grid-layout.ts';
import type { CellMarks, GridColumn, GridEdit, GridItem, RejectedText } from './grid-model.ts';
import { GridRow } from './grid-row.tsx';
import { focusCell, type GridTable, useGridTable } from './grid-table.ts';
import { useGridWriter } from './grid-writer.ts';
import type { RowGrouping } from './group-rows.ts';
import type { GridNotice } from './paste-notice.ts';
import { type ActiveCell, useActiveCellTold, useActiveRowKept, useRowActions, useTarget } from './use-active-row.ts';
import { useDragScroll } from './use-drag-scroll.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useGridRows, useRelease } from './use-grid-rows.ts';
import { useRowWindow } from './use-row-window.ts';

const KeyHelp = dynamic(() => import('./key-help.tsx').then((module) => module.KeyHelp), { ssr: false });

export interface BudgetGridProps<R extends Row> extends CellMarks<R> {
  /** What the grid is, for those who can't see it. */
  label: string;
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  /** How many columns stay when the others scroll. */
  frozenCount?: number;
  /** Texts of the row 合计 by column id, and the word it begins with. */
  totals?: Readonly<Record<string, string>>;
  /** Gathers the rows under computed parents; the same object as long as it groups alike. */
  grouping?: RowGrouping<R> | null;
  /** Says of a pasted line that it is a total or a parent of others, which is computed here. */
  isSumLine?: (textOf: (columnId: string) => string) => boolean;
  /** The texts of this grid that could not be taken. */
  rejectedTexts?: readonly RejectedText[];
  /** 控制数 and what is planned of it, for the line below the grid. */
  control?: Control;
  /** What help on its columns is looked up under. */
  helpList?: string;
  readOnly: boolean;
  unit: MoneyUnit;
  /** Makes an empty row; without it rows can be neither added nor deleted. */
  createRow?: (position: number) => R;
  /** As high as its rows (up to a limit), or all the room there is. */
  height: 'content' | 'fill';
  onEdit: (edit: GridEdit<R>) => void;
  onUndo: () => void;
  onRedo: () => void;
  onNotice: (notice: GridNotice) => void;
  /** The cell to go to, once for each new object. */
  target?: { readonly rowKey: string; readonly field?: string } | null;
  onTargetShown?: () => void;
  /** Told which cell is the active one, null: none of a row. */
  onActiveCell?: (cell: ActiveCell | null) => void;
}

/** Half a row more says that there are more. */
const MAX_CONTENT_ROWS = 14.5;
/** A row for the empty last line; its position only matters once it becomes a row. */
const BLANK_POSITION = 0;
const NONE_REJECTED: readonly RejectedText[] = [];

/**
 * A table that is edited like a spreadsheet: keys, ranges, copy and paste from and to Excel and WPS, Chinese input
 * methods from the first key. It holds no rows: edits go out as they are made, rows come in.
 */
export function BudgetGrid<R extends Row>(props: BudgetGridProps<R>) {
  const { rows, columns, readOnly, createRow, label, totals, grouping = null, unit } = props;
  const { rejectedTexts = NONE_REJECTED } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const keyboard = useRef(false);
  const leaving = useRef(false);
  const noteId = useId();
  const [help, setHelp] = useState<'never' | 'open' | 'closed'>('never');

  const blankRow = useMemo(() => (readOnly ? null : (createRow?.(BLANK_POSITION) ?? null)), [readOnly, createRow]);
  const marks = useMarks(props);
  const shown = useGridRows({ rows, columns, readOnly, grouping, blankRow });
  const { items, lineOf } = shown.view;
  const layout = useMemo(
    () => layOut(columns, props.frozenCount ?? 1, grouping?.nameColumn),
    [columns, props.frozenCount, grouping],
  );
  const columnIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const table = useGridTable(items, columnIds);
  const onEdit = (edit: GridEdit<R>) => {
    shown.hold(edit);
    props.onEdit(edit);
  };
  const { isSumLine, onNotice } = props;
  const { view } = shown;
  const writer = useGridWriter({
    ...{ rows, view, columns, readOnly, createRow, grouping, isSumLine, marks, onEdit, onNotice },
  });
  const { virtualizer, activeId } = useRowWindow(table, items.length, scroller);
  useRelease(shown.held, activeId, { table, release: shown.release });
  useActiveRowKept(table, items, keyboard);
  useActiveCellTold(table, props.onActiveCell);
  const goTo = { table, items, rows, columns, keyboard, reveal: shown.reveal };
  useTarget({ ...goTo, target: props.target, onShown: props.onTargetShown });
  const rejected = useNextRejected(rejectedTexts);
  useTarget({ ...goTo, target: rejected.wanted, onShown: rejected.shown });

  const commands: GridCommands = {
    table,
    items: () => items,
    writer,
    marks: () => marks,
    setExpanded: shown.setExpanded,
    nextRejected: rejected.next,
  };
  const keyContext = {
    ...commands,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3),
    undo: props.onUndo,
    redo: props.onRedo,
    showHelp: () => setHelp('open'),
    leaving,
  };
  const clipboard = useGridClipboard({ table, items, marks, writer, columns });
  const actions = useRowActions({ table, writer, setExpanded: shown.setExpanded, keyboard, root, noteId });
  const headRows = totals ? 2 : 1;
  const maxHeight = props.height === 'content' ? (MAX_CONTENT_ROWS + headRows) * ROW_HEIGHT : undefined;

  return (
    <div ref={root} className={styles.grid} data-height={props.height} data-help-list={props.helpList}>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ maxHeight }}
        role="grid"
        aria-label={label}
        aria-rowcount={items.length + headRows}
        aria-colcount={layout.length + 1}
        aria-multiselectable
        aria-readonly={readOnly || undefined}
        tabIndex={0}
        onKeyDown={(event) => handleGridKey(event, keyContext)}
        onMouseDown={useDragScroll(table, scroller)}
        onFocus={(event) => {
          keyboard.current = true;
          if (event.target === event.currentTarget) enterGrid(table, items, event.currentTarget);
        }}
        onBlur={(event) => {
          const to = event.relatedTarget;
          if (to instanceof Node && !event.currentTarget.contains(to)) keyboard.current = false;
          leaving.current = false;
        }}
        {...clipboard}
      >
        <GridHead layout={layout} totals={totals} />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: items.length * ROW_HEIGHT, minWidth: minWidth(layout) }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            const place = { number: (lineOf[index] ?? 0) + 1, ariaIndex: index + headRows + 1, top: start };
            return <GridRow key={item.id} {...{ table, item, index, layout, marks, actions }} {...place} />;
          })}
        </div>
      </div>
      <GridFooter
        commands={commands}
        items={items}
        marks={marks}
        rowCount={rows.length}
        rejectedCount={rejectedTexts.length}
        unit={unit}
        control={props.control}
        rowButtons={blankRow !== null}
        noteId={noteId}
        onHelp={() => setHelp('open')}
      />
      {help !== 'never' && (
        <KeyHelp
          opened={help === 'open'}
          onClose={() => setHelp('closed')}
          readOnly={readOnly}
          columns={columns}
          hasRowKeys={blankRow !== null}
          hasParents={grouping !== null}
          isInDraft={props.helpList !== undefined}
        />
      )}
    </div>
  );
}

/** The lookups of a grid as one object. A grid calls `changed` with its own rows alone. */
function useMarks<R extends Row>({ rejected, finding, changed }: CellMarks<R>): CellMarks {
  return useMemo(() => ({ rejected, finding, changed: changed as CellMarks['changed'] }), [rejected, finding, changed]);
}

/** Goes round the cells whose text could not be taken: each is the cell to go to next. */
function useNextRejected(texts: readonly RejectedText[]) {
  const last = useRef<RejectedText | null>(null);
  const [wanted, setWanted] = useState<RejectedText | null>(null);
  const next = () => {
    const at = texts.findIndex(({ rowKey, field }) => rowKey === last.current?.rowKey && field === last.current.field);
    last.current = texts[(at + 1) % Math.max(1, texts.length)] ?? null;
    setWanted(last.current);
  };
  return { wanted, next, shown: useCallback(() => setWanted(null), []) };
}

/** The keyboard came to the grid itself: on to its active cell, or the first that is no computed parent. */
function enterGrid(table: GridTable, items: readonly GridItem[], grid: HTMLElement): void {
  const input = grid.querySelector('input');
  const first = items.findIndex(({ kind }) => kind !== 'group');
  if (input) input.focus();
  else focusCell(table, Math.max(0, first), 0);
}
