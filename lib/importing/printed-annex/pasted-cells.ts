import type { PastedLine, PrintedAnnexNumber } from '@/lib/domain/start/printed-annexes.ts';

/** A figure as it was pasted; a dash stands for a blank. */
export interface PastedFigure {
  readonly text: string;
  readonly at: PastedLine;
  /** A whole number alone on its line: an amount, or the number of a page. */
  readonly mayBePageNumber: boolean;
}

/** One line of a paste, taken apart. */
export interface PastedCells {
  readonly at: PastedLine;
  readonly raw: string;
  /** Digits that begin the line and may be a code: `['2010308']`, or 类, 款, 项 apart: `['201', '03', '08']`. */
  readonly digits: readonly string[];
  readonly words: string;
  readonly figures: readonly PastedFigure[];
  /** The cells after the name, blank ones included, where the line came with tabs; else null. */
  readonly columns: readonly string[] | null;
}

const FIGURE = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const DASH = /^[-−–—]+$/;
const CODE_PART = /^\d{1,7}$/;

/** Takes a pasted text apart, line by line; empty lines are left out. */
export function pastedCells(text: string, box: PrintedAnnexNumber): readonly PastedCells[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const at = { box, line: index + 1 };
    const plain = line.normalize('NFKC').replace(/[\u200b\u00ad\ufeff]/g, '');
    if (plain.trim() === '') return [];
    const cells = plain.split('\t').map((cell) => cell.trim());
    return [cells.length > 1 ? tabbed(cells, plain, at) : spaced(plain, at)];
  });
}

function isFigure(text: string): boolean {
  return DASH.test(text) || (FIGURE.test(text) && /\d/.test(text));
}

/** From a spreadsheet or a table of a web page: columns are known, so that a blank cell is one. */
function tabbed(cells: readonly string[], raw: string, at: PastedLine): PastedCells {
  const nameAt = cells.findIndex((cell) => cell !== '' && !isFigure(cell) && !/^\d[\d\s]*$/.test(cell));
  if (nameAt < 0) return spaced(cells.join(' '), at);
  const digits = cells.slice(0, nameAt).flatMap((cell) => cell.split(/\s+/).filter((part) => CODE_PART.test(part)));
  // Code and name may share a cell.
  const [, ownDigits = '', name = ''] = /^(\d+)?\s*(.*)$/.exec(cells[nameAt] ?? '') ?? [];
  const columns = cells.slice(nameAt + 1);
  return {
    at,
    raw,
    digits: ownDigits === '' ? digits : [...digits, ownDigits],
    words: name.replace(/\s+/g, ''),
    figures: columns.filter(isFigure).map((text) => ({ text, at, mayBePageNumber: false })),
    columns,
  };
}

/** From a page: blanks between cells, and blank cells gone. */
function spaced(plain: string, at: PastedLine): PastedCells {
  const tokens = apart(plain)
    .split(/\s+/)
    .filter((token) => token !== '');
  const firstWord = tokens.findIndex((token) => !isFigure(token));
  const lead = firstWord < 0 ? codeAlone(tokens) : leadingDigits(tokens.slice(0, firstWord));
  const rest = tokens.slice(lead.length);
  const lastWord = rest.findLastIndex((token) => !isFigure(token));
  const figures = rest.slice(lastWord + 1);
  const isAlone = tokens.length === 1 && /^\d{1,4}$/.test(figures[0] ?? '');
  return {
    at,
    raw: plain,
    digits: lead,
    words: rest.slice(0, lastWord + 1).join(''),
    figures: figures.map((text) => ({ text, at, mayBePageNumber: isAlone })),
    columns: null,
  };
}

/** A blank where a code ends and a name begins, or a name ends and a figure begins. */
function apart(text: string): string {
  return text.replace(/(\d)(?=\p{Script=Han}|[“"《])/gu, '$1 ').replace(/(\p{Script=Han}|[)”"》])(?=[\d.])/gu, '$1 ');
}

function leadingDigits(tokens: readonly string[]): readonly string[] {
  return tokens.every((token) => CODE_PART.test(token)) ? tokens : [];
}

/** A line without a word is a code where it begins with one; figures follow it. */
function codeAlone(tokens: readonly string[]): readonly string[] {
  const [first = ''] = tokens;
  return /^(\d{3}|\d{5}|\d{7})$/.test(first) ? [first] : [];
}
