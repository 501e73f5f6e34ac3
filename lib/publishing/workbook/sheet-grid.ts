import type { Cell, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Fen } from '@/lib/domain/money/fen.ts';
import type { WrittenCell } from '@/lib/domain/workbook/written-cell.ts';
import { lineCount } from '../text-width.ts';
import { LOOKS, type Look } from './sheet-look.ts';

const LINE_HEIGHT = 15;
const ROW_PADDING = 6;
/** 409 points is the most that a spreadsheet's row may have. */
const MAX_HEIGHT = 409;
/** What a format would take for an escaped character has its underscore escaped itself. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

interface Column {
  readonly width: number;
  readonly hidden?: boolean;
}

/** Collects the cells of one sheet with the heights that follow from their texts. */
export class SheetGrid {
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #heights = new Map<number, number>();
  readonly #columns: readonly Column[];
  #rowCount = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  text(row: number, column: number, text: string, look: Look, note?: string): void {
    const escaped = text.replace(ESCAPE, '_x005F_');
    const blank = text === '';
    this.#put(row, column, {
      ...{ value: blank ? null : escaped, type: blank ? 'empty' : 'string', style: LOOKS[look] },
      ...(note ? { comment: { author: '', text: note } } : {}),
    });
    const style = LOOKS[look].alignment;
    if ('wrapText' in style && !this.#columns[column]?.hidden)
      this.#grow(row, text, this.#columns[column]?.width ?? 10);
  }

  /** A field of a row: amounts are real numbers of yuan. */
  written(row: number, column: number, cell: WrittenCell, look: Look): void {
    if (cell.type === 'text') this.text(row, column, cell.text, look);
    else if (cell.type === 'blank') this.#put(row, column, { value: null, type: 'empty', style: LOOKS[look] });
    else {
      const value = cell.type === 'amount' ? yuanNumber(cell.amountFen) : cell.count;
      this.#put(row, column, { value, type: 'number', style: LOOKS[look] });
    }
  }

  /** A formula with the value that it has now. */
  formula(row: number, column: number, formula: string, value: string | number, look: Look): void {
    this.#put(row, column, { value, type: 'formula', formula, formulaResult: value, style: LOOKS[look] });
  }

  height(row: number, points: number): void {
    this.#heights.set(row, points);
  }

  build(rest: Omit<WriteSheet, 'rows' | 'cells' | 'columns' | 'rowDefs'>): WriteSheet {
    return {
      ...rest,
      columns: this.#columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
      rows: Array.from({ length: this.#rowCount }, () => this.#columns.map(() => null)),
      cells: this.#cells,
      rowDefs: new Map([...this.#heights].map(([row, points]) => [row, { height: points }])),
    };
  }

  #put(row: number, column: number, cell: Partial<Cell>): void {
    this.#cells.set(`${row},${column}`, cell);
    this.#rowCount = Math.max(this.#rowCount, row + 1);
  }

  #grow(row: number, text: string, width: number): void {
    const points = Math.min(MAX_HEIGHT, lineCount(text, Math.max(2, width - 2)) * LINE_HEIGHT + ROW_PADDING);
    if (points > (this.#heights.get(row) ?? 0)) this.#heights.set(row, points);
  }
}

/** Exact: amounts that a double cannot hold are written as text. */
export function yuanNumber(amountFen: Fen): number {
  return Number(amountFen) / 100;
}

/** A list of words, or of a range of cells, offered in cells; what is not in it is warned of. */
export function listValidation(
  range: string,
  source: { values: readonly string[] } | { range: string },
): DataValidation {
  return {
    ...{ type: 'list', range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' },
    ...{ errorTitle: '不在列表中', errorMessage: '填写的内容不在列表中，导入时可能需要您确认。' },
    ...('values' in source ? { values: [...source.values] } : { formula1: source.range }),
  };
}
