import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** The most text that is read from the clipboard at once; 10,000 lines of a budget stay well below it. */
export const MAX_PASTE_BYTES = 5 * 1_048_576;
const MAX_PASTE_ROWS = 10_000;

/** A text that a spreadsheet would run as a formula, and the mark it is guarded with. */
const FORMULA = /^[=+@\t\r]|^-(?![\d.,\s-]*$)/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** Cells as tab-separated text, which Excel and WPS take; no text of it runs as a formula there. */
export function toClipboardText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(clipboardCell).join('\t')).join('\r\n');
}

function clipboardCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * Reads cells as Excel and WPS copy them: tabs between cells, quotes around texts with line breaks. The parser is
 * loaded with the first paste.
 *
 * @returns rows of texts, or a Chinese sentence when it is too much
 */
export async function readClipboardText(text: string): Promise<Result<readonly (readonly string[])[], string>> {
  /* A character is at least one byte, so that the exact count is only needed in between. */
  if (text.length > MAX_PASTE_BYTES || (text.length * 3 > MAX_PASTE_BYTES && byteLength(text) > MAX_PASTE_BYTES)) {
    return fail('粘贴的内容超过 5 MB，没有写入。请分几次粘贴。');
  }
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  if (data.length > MAX_PASTE_ROWS) {
    return fail(`粘贴的内容有 ${data.length} 行，一次最多 ${MAX_PASTE_ROWS} 行，没有写入。请分几次粘贴。`);
  }
  return ok(data.map((row) => row.map((cell) => cell.replace(GUARDED, ''))));
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
