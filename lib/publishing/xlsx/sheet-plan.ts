/**
 * A worksheet as data: what stands in which cell, and how it looks by name. The writer behind it can be replaced
 * without touching a rule of the layout.
 */
export interface SheetPlan {
  /** Letters, digits and `_` alone, at most 31: names made of it can be called by in formulas. */
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** In characters of the body's type. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly SheetMerge[];
  /** Whether it prints on one page, if a little smaller; else on as many as its rows take. */
  readonly fitsOnePage: boolean;
  /** Rows repeated at the top of every printed page. */
  readonly repeatedRows: { readonly from: number; readonly to: number } | null;
  /** Rows above which, and columns left of which, nothing scrolls away. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Ranges of the sheet that formulas elsewhere can call by a name, unique in the workbook. */
  readonly names: readonly SheetName[];
  /** Printed at the top right of every page; null for none. */
  readonly pageMark: string | null;
}

/** Whole rows, zero-based and inclusive. */
export interface SheetName {
  readonly name: string;
  readonly fromRow: number;
  readonly toRow: number;
}

export interface SheetRow {
  /** In points. */
  readonly height: number;
  /** By column, from the left; null is a cell without content or look. */
  readonly cells: readonly (SheetCell | null)[];
}

export interface SheetCell {
  readonly content: SheetContent;
  readonly look: CellLook;
  /** In characters. */
  readonly indent?: number;
}

export type SheetContent =
  | { readonly kind: 'blank' }
  /** Always typed as a string: nothing that a user wrote is ever read as a formula. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly sheet: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  /** `value` is what the formula gives, so that a viewer that computes nothing shows the same. */
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number; readonly format: NumberFormat };

export type NumberFormat = '0.00' | 'General' | '#,##0.00';

export type CellLook =
  | 'number' /* 附件1 */
  | 'mark' /* 草稿 */
  | 'title'
  | 'unit'
  | 'heading'
  | 'text'
  | 'centred'
  | 'amount'
  | 'totalText'
  | 'totalAmount'
  | 'note';

/** Zero-based and inclusive. */
export interface SheetMerge {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}
