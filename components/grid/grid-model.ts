import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { RowGroup } from './group-rows.ts';

/** One entry of the list under a cell that is being edited. */
export interface Suggestion {
  /** The text that is written when it is chosen. */
  readonly value: string;
  readonly label: string;
  /** Quieter words beside the label, e.g. the path of a code. */
  readonly detail?: string;
  /** The heading it stands under, e.g. 最近使用; entries of one heading stand together. */
  readonly heading?: string;
}

/** The fields that a text changes, or in one Chinese sentence why it can't be taken. */
export type Written<R> = Result<Partial<R>, string>;

/** What stands in a cell of a computed parent row. */
export interface GroupCell {
  readonly text: string;
  /** The exact amount, for sums of a selection. */
  readonly amountFen?: Fen | null;
}

/** One column of a grid over rows of one kind. Everything it shows comes from the row; it holds nothing. */
export interface GridColumn<R> {
  /** The name of the row's field, or another word for a computed column. */
  readonly id: string;
  readonly header: string;
  /** Other headings that tables of other programs have over it, without units and spaces. */
  readonly synonyms?: readonly string[];
  /** In pixels; a column that grows takes its share of what is left. */
  readonly width: number;
  readonly grows?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  /** Shown beside what is typed, e.g. 上年数: a pasted block passes over it. */
  readonly aside?: boolean;
  /** The text that is shown, edited and copied. */
  readonly read: (row: R) => string;
  /** Without it the column is computed and can't be edited. */
  readonly write?: (row: R, text: string) => Written<R>;
  /** The exact amount in the cell, for sums of a selection. */
  readonly amountFen?: (row: R) => Fen | null;
  /** What a computed parent row shows here; blank without it. */
  readonly groupCell?: (group: RowGroup<R>) => GroupCell;
  /** Choices for what has been typed so far; blank: all, or the likeliest. */
  readonly suggest?: (row: R, typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
  /** What is wrong with the value beside the others of its row: said at once, before any check has run. */
  readonly check?: (row: R) => CellFinding | null;
  /** What may stand in place of a text that can't be taken, or of a value that no longer holds; the likeliest first. */
  readonly replacements?: (row: R, text: string) => readonly Suggestion[];
  /** Told the fields that somebody typed or chose here (nothing that was pasted). */
  readonly onTyped?: (fields: Partial<R>) => void;
  /** A remark on a value that may stay, e.g. 科目未经官方核对. */
  readonly remark?: (row: R) => string | undefined;
}

/** What a check says of a cell. */
export interface CellFinding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A text that a cell would not take. */
export interface RejectedText {
  readonly rowKey: string;
  readonly field: string;
  readonly text: string;
  readonly reason: string;
}

/** Looks up what is marked in a cell by its row and field. */
export interface CellMarks<R extends Row = Row> {
  readonly rejected: (rowKey: string, field: string) => RejectedText | undefined;
  readonly finding: (rowKey: string, field: string) => CellFinding | undefined;
  /** Whether the user changed a field of a row; without a field: whether the row itself is new. */
  readonly changed?: (row: R, field: string | null) => boolean;
}

/** A cell as it is drawn. */
export interface CellView {
  readonly text: string;
  readonly readOnly: boolean;
  /** Why the text was not taken. It stays in the cell and isn't saved. */
  readonly rejected: string | null;
  readonly finding: CellFinding | null;
  readonly remark: string | null;
  readonly changed: boolean;
  readonly amountFen: Fen | null;
}

/** A row as the table sees it, whatever it is a row of. */
export interface GridItem {
  readonly id: string;
  /** A row that is typed, a computed parent, or the empty last row, which becomes a row when something is typed. */
  readonly kind: 'line' | 'group' | 'new';
  /** How deep it stands under computed parents; 0 without any. */
  readonly level: number;
  /** Of a parent: whether its rows are shown, and what it is called. */
  readonly group: { readonly expanded: boolean; readonly title: string } | null;
  readonly cell: (columnId: string, marks: CellMarks) => CellView;
  /** Of a cell what its row says, without any marks: for sums over many. */
  readonly value: (columnId: string) => Pick<CellView, 'text' | 'amountFen'>;
  readonly isNewRow: (marks: CellMarks) => boolean;
  readonly suggest: (columnId: string, typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
  readonly replacements: (columnId: string, text: string) => readonly Suggestion[];
}

/** A column as it is drawn. */
export interface ColumnLayout {
  readonly id: string;
  readonly header: string;
  readonly width: number;
  readonly grows: boolean;
  readonly align: 'start' | 'end' | 'center';
  /** Distance from the left edge of a frozen column; null for one that scrolls. */
  readonly frozenAt: number | null;
  readonly hasChoices: boolean;
  /** Whether its texts stand further right the deeper the row stands. */
  readonly indents: boolean;
}

/** Key of the empty last row. */
export const NEW_ROW_KEY = 'new';

/** One edit of a grid, which is one step of undo: what happens to which rows. */
export interface GridEdit<R extends Row> {
  readonly label: string;
  readonly updates: readonly { readonly key: string; readonly fields: Partial<R> }[];
  readonly inserts: readonly R[];
  /** Whether new rows stand among the others at once; else they stand last until the keyboard leaves them. */
  readonly inPlace?: boolean;
  readonly deletes: readonly string[];
  /** Texts to keep where they were typed. */
  readonly rejected: readonly RejectedText[];
  /** Cells whose earlier rejected text is gone. */
  readonly mended: readonly { readonly rowKey: string; readonly field: string }[];
}

/** A rectangle of cells, by position; all bounds belong to it. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
