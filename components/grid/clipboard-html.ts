import { guardFormula } from './clipboard-text.ts';

/** A block of cells that is copied, and what of it is not typed but computed. */
export interface CopiedBlock {
  readonly cells: readonly (readonly string[])[];
  /** Positions in the block of computed parent rows, and of columns that stand beside what is typed. */
  readonly computedRows: readonly number[];
  readonly asideColumns: readonly number[];
  /** Positions of columns that hold figures, or texts among them. */
  readonly numberColumns: readonly number[];
}

/** By this a grid knows a table that a grid has copied. */
const MARK = 'data-mingsuan-cells';

/** Text that a spreadsheet must not turn into a number or a date: a code keeps its digits, 1-2 stays 1-2. */
const AS_TEXT = `mso-number-format:'\\@'`;

const FIGURE = /^[-+]?[\d,]+(\.\d+)?%?$/;

/** Cells as a table, which Word and WPS Writer take as one, and spreadsheets with the codes as texts. */
export function toClipboardHtml({ cells, computedRows, asideColumns, numberColumns }: CopiedBlock): string {
  const figures = new Set(numberColumns);
  const mark = [computedRows, asideColumns].map((positions) => positions.join(',')).join(';');
  const rows = cells.map(
    (row) => `<tr>${row.map((text, column) => htmlCell(text, figures.has(column))).join('')}</tr>`,
  );
  return `<table ${MARK}="${mark}" border="1" style="border-collapse:collapse">${rows.join('')}</table>`;
}

function htmlCell(text: string, isFigure: boolean): string {
  const style = isFigure && FIGURE.test(text) ? 'text-align:right' : AS_TEXT;
  return `<td style="${style}">${escapeHtml(guardFormula(text))}</td>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replace(/\r?\n/g, '<br>');
}

/**
 * Takes out of a pasted block what was computed where it was copied: parents, and last year's figures beside the lines.
 *
 * @param html the other flavour of the same copy; blocks of other programs come back as they are
 */
export function typedPart(cells: readonly (readonly string[])[], html: string): readonly (readonly string[])[] {
  const mark = new RegExp(`${MARK}="([\\d,]*);([\\d,]*)"`).exec(html);
  if (!mark) return cells;
  const [rows, columns] = [positions(mark[1]), positions(mark[2])];
  return cells
    .filter((_, row) => !rows.has(row))
    .map((row) => (columns.size === 0 ? row : row.filter((_, column) => !columns.has(column))));
}

function positions(list = ''): ReadonlySet<number> {
  return new Set(list === '' ? [] : list.split(',').map(Number));
}
