import type { Row } from '@/lib/domain/budget/row.ts';
import {
  type CellMarks,
  type CellView,
  type GridColumn,
  type GridItem,
  NEW_ROW_KEY,
  type Suggestion,
} from './grid-model.ts';
import { type GroupedEntry, groupRows, type HeldPlaces, type RowGroup, type RowGrouping } from './group-rows.ts';

/** What a grid shows, from top to bottom, and which of it are rows that can be written. */
export interface GridRows<R> {
  readonly items: readonly GridItem[];
  /** The rows that are shown, in the order shown; computed parents are none. */
  readonly lines: readonly R[];
  /** For each item its number among `lines`; for a parent that of the next line, for the empty row one past the end. */
  readonly lineOf: readonly number[];
}

export interface ItemSource<R extends Row> {
  readonly rows: readonly R[];
  readonly grouping: RowGrouping<R> | null;
  readonly collapsed: ReadonlySet<string>;
  readonly held: HeldPlaces;
  /** The empty row that stands last; null where no rows can be added. */
  readonly blankRow: R | null;
}

/** Makes items of rows; a row that did not change keeps its item, so that it isn't drawn again. */
export type ItemMaker<R extends Row> = (source: ItemSource<R>) => GridRows<R>;

export function itemMaker<R extends Row>(columns: readonly GridColumn<R>[], readOnly: boolean): ItemMaker<R> {
  const context: ItemContext<R> = { readOnly, columns: new Map(columns.map((column) => [column.id, column])) };
  const known = new WeakMap<R, LineItem<R>>();
  const lineItem = (row: R, level: number): GridItem => {
    const item = known.get(row);
    if (item?.level === level) return item;
    const made = new LineItem(row, 'line', level, context);
    known.set(row, made);
    return made;
  };
  return ({ rows, grouping, collapsed, held, blankRow }) => {
    const entries: readonly GroupedEntry<R>[] = grouping
      ? groupRows(rows, grouping, collapsed, held)
      : rows.map((row) => ({ kind: 'line', row, level: 0 }));
    const items: GridItem[] = [];
    const lines: R[] = [];
    const lineOf: number[] = [];
    for (const entry of entries) {
      lineOf.push(lines.length);
      if (entry.kind === 'line') {
        items.push(lineItem(entry.row, entry.level));
        lines.push(entry.row);
      } else if (grouping) items.push(new GroupItem(entry, grouping, context));
    }
    if (blankRow) {
      lineOf.push(lines.length);
      items.push(new LineItem({ ...blankRow, key: NEW_ROW_KEY }, 'new', 0, context));
    }
    return { items, lines, lineOf };
  };
}

interface ItemContext<R> {
  readonly readOnly: boolean;
  readonly columns: ReadonlyMap<string, GridColumn<R>>;
}

/** What of a cell follows from its row alone. */
type OwnView = Omit<CellView, 'rejected' | 'changed'>;

class LineItem<R extends Row> implements GridItem {
  readonly id: string;
  readonly kind: 'line' | 'new';
  readonly level: number;
  readonly group = null;
  readonly #row: R;
  readonly #context: ItemContext<R>;
  readonly #views = new Map<string, OwnView>();

  constructor(row: R, kind: 'line' | 'new', level: number, context: ItemContext<R>) {
    this.id = row.key;
    this.kind = kind;
    this.level = level;
    this.#row = row;
    this.#context = context;
  }

  cell(columnId: string, marks: CellMarks): CellView {
    const own = this.#own(columnId);
    const rejected = marks.rejected(this.id, columnId);
    return {
      ...own,
      text: rejected?.text ?? own.text,
      rejected: rejected?.reason ?? null,
      finding: own.finding ?? marks.finding(this.id, columnId) ?? null,
      changed: this.kind === 'line' && this.#isWritten(columnId) && (marks.changed?.(this.#row, columnId) ?? false),
    };
  }

  value(columnId: string): OwnView {
    return this.#own(columnId);
  }

  isNewRow(marks: CellMarks): boolean {
    return this.kind === 'line' && (marks.changed?.(this.#row, null) ?? false);
  }

  suggest(columnId: string, typed: string): readonly Suggestion[] | Promise<readonly Suggestion[]> {
    return columnOf(this.#context, columnId).suggest?.(this.#row, typed) ?? [];
  }

  replacements(columnId: string, text: string): readonly Suggestion[] {
    if (this.#context.readOnly) return [];
    return columnOf(this.#context, columnId).replacements?.(this.#row, text) ?? [];
  }

  #isWritten(columnId: string): boolean {
    return columnOf(this.#context, columnId).write !== undefined;
  }

  #own(columnId: string): OwnView {
    const known = this.#views.get(columnId);
    if (known) return known;
    const column = columnOf(this.#context, columnId);
    /* The empty row's own choices show once it is one. */
    const isLine = this.kind === 'line';
    const view: OwnView = {
      text: isLine ? column.read(this.#row) : '',
      readOnly: this.#context.readOnly || !column.write,
      finding: isLine ? (column.check?.(this.#row) ?? null) : null,
      remark: isLine ? (column.remark?.(this.#row) ?? null) : null,
      amountFen: isLine ? (column.amountFen?.(this.#row) ?? null) : null,
    };
    this.#views.set(columnId, view);
    return view;
  }
}

const PLAIN = { readOnly: true, rejected: null, finding: null, remark: null, changed: false } as const;

class GroupItem<R extends Row> implements GridItem {
  readonly id: string;
  readonly kind = 'group';
  readonly level: number;
  readonly group: NonNullable<GridItem['group']>;
  readonly #group: RowGroup<R>;
  readonly #grouping: RowGrouping<R>;
  readonly #context: ItemContext<R>;
  readonly #views = new Map<string, CellView>();

  constructor(
    { group, level, expanded }: GroupedEntry<R> & { readonly kind: 'group' },
    grouping: RowGrouping<R>,
    context: ItemContext<R>,
  ) {
    this.id = group.id;
    this.level = level;
    this.group = { expanded, title: grouping.titleOf(group.code) };
    this.#group = group;
    this.#grouping = grouping;
    this.#context = context;
  }

  cell(columnId: string): CellView {
    const known = this.#views.get(columnId);
    if (known) return known;
    const view = this.#view(columnId);
    this.#views.set(columnId, view);
    return view;
  }

  value(columnId: string): CellView {
    return this.cell(columnId);
  }

  isNewRow(): boolean {
    return false;
  }

  suggest(): readonly Suggestion[] {
    return [];
  }

  replacements(): readonly Suggestion[] {
    return [];
  }

  #view(columnId: string): CellView {
    const { codeColumn, nameColumn, nameOf } = this.#grouping;
    const { code } = this.#group;
    if (columnId === codeColumn) return { ...PLAIN, text: code, amountFen: null };
    if (columnId === nameColumn) return { ...PLAIN, text: nameOf(code), amountFen: null };
    const cell = columnOf(this.#context, columnId).groupCell?.(this.#group);
    return { ...PLAIN, text: cell?.text ?? '', amountFen: cell?.amountFen ?? null };
  }
}

function columnOf<R>({ columns }: ItemContext<R>, id: string): GridColumn<R> {
  const column = columns.get(id);
  if (!column) throw new RangeError(`no column ${id}`);
  return column;
}
