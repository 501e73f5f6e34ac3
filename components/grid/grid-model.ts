import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import type { Result } from '@/lib/domain/result.ts';

/** One entry of the list under a cell that is being edited. */
export interface Suggestion {
  /** The text that is written when it is chosen. */
  readonly value: string;
  readonly label: string;
  /** Quieter words beside the label, e.g. the path of a code. */
  readonly detail?: string;
}

/** The fields that a text changes, or in one Chinese sentence why it can't be taken. */
export type Written<R> = Result<Partial<R>, string>;

/** One column of a grid over rows of one kind. Everything it shows comes from the row; it holds nothing. */
export interface GridColumn<R> {
  /** The name of the row's field, or another word for a computed column. */
  readonly id: string;
  readonly header: string;
  /** In pixels; a column that grows takes its share of what is left. */
  readonly width: number;
  readonly grows?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  /** The text that is shown, edited and copied. */
  readonly read: (row: R) => string;
  /** Without it the column is computed and can't be edited. */
  readonly write?: (row: R, text: string) => Written<R>;
  /** The exact amount in the cell, for sums of a selection. */
  readonly amountFen?: (row: R) => Fen | null;
  /** Choices for what has been typed so far; blank: all, or the likeliest. */
  readonly suggest?: (row: R, typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
  /** A remark on a value that may stay, e.g. 科目未经官方核对. */
  readonly remark?: (row: R) => string | undefined;
}

/** What a check says of a cell. */
export interface CellFinding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A cell as it is drawn. */
export interface CellView {
  readonly text: string;
  readonly readOnly: boolean;
  /** Why the text was not taken. It stays in the cell and isn't saved. */
  readonly rejected: string | null;
  readonly finding: CellFinding | null;
  readonly remark: string | null;
  readonly amountFen: Fen | null;
}

/** A row as the table sees it, whatever it is a row of. */
export interface GridItem {
  readonly id: string;
  /** The empty last row, which becomes a row when something is typed into it. */
  readonly isNew: boolean;
  readonly cell: (columnId: string) => CellView;
  readonly suggest: (columnId: string, typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
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
}

/** Key of the empty last row. */
export const NEW_ROW_KEY = 'new';

/** A text that a cell would not take. */
export interface RejectedText {
  readonly rowKey: string;
  readonly field: string;
  readonly text: string;
  readonly reason: string;
}

/** One edit of a grid, which is one step of undo: what happens to which rows. */
export interface GridEdit<R extends Row> {
  readonly label: string;
  readonly updates: readonly { readonly key: string; readonly fields: Partial<R> }[];
  readonly inserts: readonly R[];
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
