export type Align = 'left' | 'center' | 'right';

/** How a title is set. */
export interface TitleFit {
  /** In points. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** A table laid out for a page, whatever its height comes to: a cell is its text, spans are laid out. */
export interface TablePlan {
  readonly annex: string;
  /** Label of its heading, unique in the document. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleFit: TitleFit;
  readonly unit: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Type sizes of the table in points, the preferred one first; the smaller ones if it then fits on one page. */
  readonly sizes: readonly number[];
  readonly columns: readonly { readonly width: number; readonly align: Align; readonly indented: boolean }[];
  readonly head: readonly HeadingPlan[];
  readonly form: readonly (readonly FormCellPlan[])[];
  readonly rows: readonly RowPlan[];
  readonly notes: readonly string[];
}

export interface HeadingPlan {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly lines: readonly string[];
}

export interface RowPlan {
  readonly total: boolean;
  /** In characters. */
  readonly indent: number;
  readonly cells: readonly (string | null)[];
  /** Row span of each cell, 0 where a cell above covers it. */
  readonly spans: readonly number[];
}

export interface FormCellPlan {
  readonly label: boolean;
  readonly lines: readonly string[];
  readonly colspan: number;
  /** Whether it is set from the left as text, not centred as a word. */
  readonly block: boolean;
}
