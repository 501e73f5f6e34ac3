'use client';

import { useMemo } from 'react';
import type { Row } from '@/lib/domain/budget/row.ts';
import {
  type CellFinding,
  type CellView,
  type GridColumn,
  type GridItem,
  NEW_ROW_KEY,
  type RejectedText,
} from './grid-model.ts';

/** Looks up what belongs to a cell; `undefined` field: to its row as a whole. */
export interface CellLookups {
  readonly rejected: (rowKey: string, field: string) => RejectedText | undefined;
  readonly finding: (rowKey: string, field: string) => CellFinding | undefined;
}

interface ItemSource<R extends Row> extends CellLookups {
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  readonly readOnly: boolean;
  /** The empty row that stands last; null where no rows can be added. */
  readonly blankRow: R | null;
}

/** The rows of a grid as its table sees them. A row that did not change keeps its item, so that it isn't drawn again. */
export function useGridItems<R extends Row>(source: ItemSource<R>): readonly GridItem[] {
  const { rows, columns, readOnly, blankRow, rejected, finding } = source;
  const itemOf = useMemo(() => {
    const items = new WeakMap<R, GridItem>();
    return (row: R): GridItem => {
      const known = items.get(row);
      if (known) return known;
      const item = makeItem(row, false, { columns, readOnly, rejected, finding });
      items.set(row, item);
      return item;
    };
  }, [columns, readOnly, rejected, finding]);
  return useMemo(() => {
    const items = rows.map(itemOf);
    if (!blankRow) return items;
    return [...items, makeItem({ ...blankRow, key: NEW_ROW_KEY }, true, { columns, readOnly, rejected, finding })];
  }, [rows, itemOf, blankRow, columns, readOnly, rejected, finding]);
}

type ItemContext<R> = Pick<ItemSource<R & Row>, 'columns' | 'readOnly' | 'rejected' | 'finding'>;

function makeItem<R extends Row>(row: R, isNew: boolean, context: ItemContext<R>): GridItem {
  const byId = new Map(context.columns.map((column) => [column.id, column]));
  const views = new Map<string, CellView>();
  const columnOf = (id: string): GridColumn<R> => {
    const column = byId.get(id);
    if (!column) throw new RangeError(`no column ${id}`);
    return column;
  };
  return {
    id: row.key,
    isNew,
    cell: (id) => {
      const known = views.get(id);
      if (known) return known;
      const view = viewCell(row, columnOf(id), isNew, context);
      views.set(id, view);
      return view;
    },
    suggest: (id, typed) => columnOf(id).suggest?.(row, typed) ?? [],
  };
}

function viewCell<R extends Row>(row: R, column: GridColumn<R>, isNew: boolean, context: ItemContext<R>): CellView {
  const rejected = context.rejected(row.key, column.id);
  return {
    /* The empty row's own choices show once it is one. */
    text: rejected?.text ?? (isNew ? '' : column.read(row)),
    readOnly: context.readOnly || !column.write,
    rejected: rejected?.reason ?? null,
    finding: context.finding(row.key, column.id) ?? null,
    remark: isNew ? null : (column.remark?.(row) ?? null),
    amountFen: column.amountFen?.(row) ?? null,
  };
}
