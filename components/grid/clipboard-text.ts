import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** The most text that is read from the clipboard at once; 10,000 lines of a budget stay well below it. */
export const MAX_PASTE_BYTES = 5 * 1_048_576;
const MAX_PASTE_ROWS = 10_000;

/** A text that a spreadsheet would run as a formula (full-width signs too), and the mark it is guarded with. */
const FORMULA = /^[=+@＝＋＠\t\r]|^[-－](?![\d.,\s-]*$)/;
const GUARDED = /^'(?=[=+\-@＝＋－＠\t\r])/;

/** The text as a cell of another program may hold it: none of it runs as a formula there. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Cells as tab-separated text, which Excel and WPS take; no text of it runs as a formula there. */
export function toClipboardText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(clipboardCell).join('\t')).join('\r\n');
}

function clipboardCell(text: string): string {
  const guarded = guardFormula(text);
  return /[\t\r\n"]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * Reads cells as Excel and WPS copy them: tabs between cells, quotes around texts with line breaks.
 *
 * @returns rows of texts, or a Chinese sentence when it is too much
 */
export function readClipboardText(text: string): Result<readonly (readonly string[])[], string> {
  /* A character is at least one byte, so that the exact count is only needed in between. */
  if (text.length > MAX_PASTE_BYTES || (text.length * 3 > MAX_PASTE_BYTES && byteLength(text) > MAX_PASTE_BYTES)) {
    return fail('粘贴的内容超过 5 MB，没有写入。请分几次粘贴。');
  }
  const rows = splitCells(text.replace(/\r?\n$/, ''));
  if (rows.length > MAX_PASTE_ROWS) {
    return fail(`粘贴的内容有 ${rows.length} 行，一次最多 ${MAX_PASTE_ROWS} 行，没有写入。请分几次粘贴。`);
  }
  return ok(rows.map((row) => row.map((cell) => cell.replace(GUARDED, ''))));
}

/** A quoted cell ends at its last quote: only a tab, a line break or the end may follow. Any other quote is a letter. */
const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=\t|\r\n|\n|\r|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const BREAK = /\r\n|\n|\r/y;

/**
 * Excel quotes a cell only when it holds a tab or a line break; a cell that merely begins with a quote (“"甲" 地块”) comes
 * as it is, which parsers of CSV take amiss.
 */
function splitCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const quoted = text[at] === '"' ? match(QUOTED) : null;
    row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (match(PLAIN)?.[0] ?? ''));
    if (text[at] === '\t') at += 1;
    else {
      rows.push(row);
      row = [];
      if (!match(BREAK)) return rows;
    }
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
