import { PADDING } from '../column-widths.ts';
import { lineCount } from '../text-width.ts';
import type { CellLook, SheetCell, SheetContent, SheetMerge, SheetPlan, SheetRow } from './sheet-plan.ts';

interface SpannedCell {
  readonly column: number;
  readonly colSpan: number;
  readonly content: SheetContent;
  readonly look: CellLook;
}

interface HeadingCell {
  readonly text: string;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

type Collected = 'columnWidths' | 'rows' | 'merges';
type SheetSetup = Pick<SheetPlan, 'name' | 'orientation' | 'repeatedRows' | 'frozen'> &
  Partial<Omit<SheetPlan, Collected>>;

/** Height of a line and of the room around it, in points, by look: a merged cell doesn't grow by itself. */
const LINE_HEIGHT = 15;
const ROW_PADDING = 6;
const FIXED_HEIGHT: Partial<Record<CellLook, number>> = { number: 22, title: 34, unit: 20 };
/** 409 points is the most that a spreadsheet's row may have. */
const MAX_HEIGHT = 409;
const BLANK: SheetContent = { kind: 'blank' };

/** Collects rows from the top down, with the merges and the heights that follow from their texts. */
export class SheetBuilder {
  readonly #rows: SheetRow[] = [];
  readonly #merges: SheetMerge[] = [];
  readonly #widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.#widths = widths;
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  /** Of all rows, in points. */
  get height(): number {
    return this.#rows.reduce((total, row) => total + row.height, 0);
  }

  /** The sheet with its rows; unless told otherwise it prints on as many pages as they take, without a mark. */
  build(setup: SheetSetup): SheetPlan {
    const collected = { columnWidths: this.#widths, rows: this.#rows, merges: this.#merges };
    return { fitsOnePage: false, names: [], pageMark: null, ...setup, ...collected };
  }

  /** A row of plain cells. */
  addRow(cells: readonly SheetCell[]): void {
    const lines = cells.map(({ content, indent = 0 }, column) => this.#lines(content, column, 1, indent * 2));
    this.#rows.push({ height: height(Math.max(1, ...lines)), cells });
  }

  /** One cell over the sheet's whole width. */
  addMergedRow(content: SheetContent, look: CellLook): void {
    this.addSpannedRow([{ column: 0, colSpan: this.#widths.length, content, look }]);
  }

  /** Two cells that share the width. */
  addSplitRow(left: SheetCell, right: SheetCell): void {
    const middle = Math.max(1, Math.floor(this.#widths.length / 2));
    this.addSpannedRow([
      { ...left, column: 0, colSpan: middle },
      { ...right, column: middle, colSpan: this.#widths.length - middle },
    ]);
  }

  /** Cells over several columns each; every covered cell bears the look, so that borders close. */
  addSpannedRow(cells: readonly SpannedCell[]): void {
    const row: (SheetCell | null)[] = this.#widths.map(() => null);
    let lines = 1;
    for (const { column, colSpan, content, look } of cells) {
      if (colSpan < 1) continue;
      for (let at = column; at < column + colSpan; at++) row[at] = { content: at === column ? content : BLANK, look };
      this.#merge(this.rowCount, column, 1, colSpan);
      lines = Math.max(lines, this.#lines(content, column, colSpan, 0));
    }
    const look = cells[0]?.look;
    const fixed = look && FIXED_HEIGHT[look];
    this.#rows.push({ height: fixed ?? height(lines), cells: row });
  }

  /** Column headings of one or several levels. */
  addHeadingRows(headings: readonly (readonly HeadingCell[])[]): void {
    const first = this.rowCount;
    const rows = headings.map(() => this.#widths.map((): SheetCell => ({ content: BLANK, look: 'heading' })));
    const lines = headings.map(() => 1);
    headings.forEach((cells, level) => {
      for (const { text, column, colSpan, rowSpan } of cells) {
        const content: SheetContent = { kind: 'text', text };
        const row = rows[level];
        if (row) row[column] = { content, look: 'heading' };
        this.#merge(first + level, column, rowSpan, colSpan);
        const last = level + rowSpan - 1;
        const own = Math.ceil(this.#lines(content, column, colSpan, 0) / rowSpan);
        lines[last] = Math.max(lines[last] ?? 1, own);
      }
    });
    rows.forEach((cells, level) => {
      this.#rows.push({ height: height(lines[level] ?? 1), cells });
    });
  }

  #merge(row: number, column: number, rowSpan: number, colSpan: number): void {
    if (rowSpan === 1 && colSpan === 1) return;
    this.#merges.push({
      fromRow: row,
      fromColumn: column,
      toRow: row + rowSpan - 1,
      toColumn: column + colSpan - 1,
    });
  }

  #lines(content: SheetContent, column: number, colSpan: number, indent: number): number {
    if (content.kind !== 'text') return 1;
    const width = this.#widths.slice(column, column + colSpan).reduce((total, part) => total + part, -PADDING - indent);
    return lineCount(content.text, Math.max(2, width));
  }
}

function height(lines: number): number {
  return Math.min(MAX_HEIGHT, lines * LINE_HEIGHT + ROW_PADDING);
}
