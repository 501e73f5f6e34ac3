import type { Fen } from '../money/fen.ts';
import type { WanYuanStyle } from '../money/format.ts';
import type { MoneyUnit } from '../money/parse.ts';

/** Points at one cell of the same table. */
export interface CellReference {
  readonly rowId: string;
  readonly columnKey: string;
}

/** Text, exactly as printed. */
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
}

/** An exact amount and the way it is printed; `cellText` is its text, `printedHundredths` its figure. */
export interface AmountCell {
  readonly kind: 'amount';
  readonly amountFen: Fen;
  readonly style: WanYuanStyle;
  /** The unit it is printed in; absent: 万元. A province whose annexes are in 元 names it. */
  readonly unit?: MoneyUnit;
  /** Where the custom of rounding makes it another figure than the amount rounded by itself: hundredths of 万元. */
  readonly printedCentiWanYuan?: bigint;
  /** The cells of this table whose exact sum it is, where it is one: a spreadsheet may write a formula. */
  readonly sumOf?: readonly CellReference[];
  /** Keys of the budget's rows it is made of, where it is made of few: a screen can go there. */
  readonly lineKeys?: readonly string[];
}

/** A whole number such as a weight or a serial number. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
}

export type AnnexCell = TextCell | AmountCell | NumberCell;

export interface AnnexColumn {
  readonly key: string;
  readonly label: string;
  /** A heading over several columns; leaves hold the cells. */
  readonly children?: readonly AnnexColumn[];
  /** Of a leaf: what its cells hold, which decides their alignment. */
  readonly content?: 'text' | 'code' | 'amount' | 'number';
  /** Of a leaf: its share of the page's width, in any one unit. */
  readonly width?: number;
  /** Of a leaf: its text is indented by the row's level. */
  readonly indented?: boolean;
}

export interface AnnexRow {
  /** Unique in the table and stable over versions: a code, a project's key, a printed position. */
  readonly id: string;
  /** 合计 and other totals, or a row of the body. */
  readonly role: 'total' | 'body';
  /** Depth in the classification (1 类 … 3 项); indents the name. */
  readonly level: number;
  /** By key of a leaf column; a missing key is a blank cell. */
  readonly cells: Readonly<Record<string, AnnexCell>>;
}

/** A labelled value above the columns (annexes 11 and 12). */
export interface AnnexField {
  readonly key: string;
  readonly label: string;
  readonly value: AnnexCell | readonly string[];
  /** `half`: short enough to share a line of the form with the next one; default `full`. */
  readonly span?: 'half' | 'full';
}

/** A printed parent that differs from the sum of its printed parts, because each was rounded once (尾差). */
export interface RoundingDifference {
  readonly at: CellReference;
  /** The parts stand in other rows of the column, or in other columns of the row. */
  readonly along: 'rows' | 'columns';
  /** What is printed, and what the printed parts add up to, in hundredths of 万元. */
  readonly printedCentiWanYuan: bigint;
  readonly partsCentiWanYuan: bigint;
}

/** An annex ready to be drawn: all that a screen or a renderer sees of a budget. It formats, it never computes. */
export interface AnnexTable {
  /** `1` … `11`, `12-1` …; file and sheet names derive from it. */
  readonly annex: string;
  /** As the document numbers it, e.g. `附件1` or `附件12-3`. */
  readonly number: string;
  readonly title: string;
  /** Unit of the amounts, e.g. 万元. */
  readonly unit: string;
  readonly columns: readonly AnnexColumn[];
  readonly rows: readonly AnnexRow[];
  readonly fields: readonly AnnexField[];
  readonly notes: readonly string[];
  readonly roundingDifferences: readonly RoundingDifference[];
  readonly print: {
    readonly orientation: 'portrait' | 'landscape';
    /** `form`: fields stand as rows of the same ruled table (annexes 11, 12). */
    readonly layout: 'grid' | 'form';
  };
}

/** The columns that hold cells, in printed order. */
export function leafColumns(columns: readonly AnnexColumn[]): readonly AnnexColumn[] {
  return columns.flatMap((column) => (column.children ? leafColumns(column.children) : [column]));
}
