import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { PastedLine, PasteRemark, PrintedAnnexNumber } from '@/lib/domain/start/printed-annexes.ts';
import { type CodeMove, currentCodes } from '@/lib/domain/versions/current-codes.ts';
import type { PastedCells, PastedFigure } from './pasted-cells.ts';

/** A row of an annex as it was pasted, perhaps over several lines; its figures are not told apart yet. */
export interface PastedRow {
  readonly annex: PrintedAnnexNumber;
  /** Blank in the row 合计. */
  readonly code: string;
  /** The code's own where the printed one agrees with it, or is missing. */
  readonly name: string;
  readonly at: PastedLine;
  readonly figures: PastedFigure[];
  readonly columns: readonly string[] | null;
}

export interface PastedRows {
  readonly rows: readonly PastedRow[];
  readonly remarks: readonly PasteRemark[];
  readonly moves: readonly CodeMove[];
  readonly years: readonly number[];
  readonly unit: MoneyUnit;
}

const TOTALS = ['合计', '总计', '支出合计', '本年支出合计'];
const PAGE_NUMBER = /^\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|\d{1,4}\s*\/\s*\d{1,4}|.*第\s*\d+\s*页.*)\s*$/;
const NOTE = /^(?:备注|附注|注|说明)[::]?/;
const ANNEX = /附\s*[件表]\s*(\d{1,2})(?!\d)/;
const UNIT = /单\s*位\s*[::]?\s*(万元|元)/;
const HEADING_YEAR = /(20\d\d)\s*年\s*(?:部门)?(?:预算|基本支出)/g;

/** Finds the rows of annexes 2 and 3 among pasted lines; headings, notes, page numbers and other annexes are passed over. */
export function pastedRows(lines: readonly PastedCells[], edition: ClassificationEdition): PastedRows {
  const reader = new RowReader(edition);
  for (const line of lines) reader.read(line);
  return reader.end();
}

class RowReader {
  readonly #edition: ClassificationEdition;
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #rows: PastedRow[] = [];
  readonly #remarks: PasteRemark[] = [];
  readonly #moves = new Map<string, CodeMove>();
  readonly #years: number[] = [];
  /** Rows 合计 whose annex the next row with a code tells. */
  #totals: Omit<PastedRow, 'annex'>[] = [];
  #unit: MoneyUnit = 'wanYuan';
  /** Below the heading of another annex, whose rows are none of ours. */
  #isOtherAnnex = false;
  #box: PrintedAnnexNumber = 2;
  #open: { readonly figures: PastedFigure[]; readonly columns: readonly string[] | null } | null = null;

  constructor(edition: ClassificationEdition) {
    this.#edition = edition;
    this.#names = codesByName(edition);
  }

  read(line: PastedCells): void {
    this.#readHeading(line);
    if (this.#isOtherAnnex || PAGE_NUMBER.test(line.raw) || NOTE.test(line.words)) return;
    const code = this.#codeOf(line);
    if (code !== null) this.#begin(code, line);
    else if (line.digits.length === 0 && TOTALS.includes(line.words)) this.#beginTotal(line);
    else if (line.words === '') this.#continue(line);
    else if (line.figures.length > 0) this.#readByName(line);
  }

  end(): PastedRows {
    this.#settleTotals(this.#rows.at(-1)?.annex ?? this.#box);
    return {
      rows: this.#rows,
      remarks: this.#remarks,
      moves: [...this.#moves.values()],
      years: this.#years,
      unit: this.#unit,
    };
  }

  #readHeading({ raw, figures, at }: PastedCells): void {
    if (at.box !== this.#box) [this.#box, this.#isOtherAnnex, this.#open] = [at.box, false, null];
    const [, number] = ANNEX.exec(raw) ?? [];
    if (number !== undefined && !figures.some(({ text }) => text.includes('.'))) {
      this.#isOtherAnnex = number !== '2' && number !== '3';
      this.#open = null;
    }
    if (this.#isOtherAnnex) return;
    const [, unit] = UNIT.exec(raw) ?? [];
    if (unit !== undefined) this.#unit = unit === '元' ? 'yuan' : 'wanYuan';
    for (const [, year] of raw.matchAll(HEADING_YEAR)) this.#years.push(Number(year));
  }

  /** The code that a line begins with; null where it begins with none. */
  #codeOf({ digits, words, figures }: PastedCells): string | null {
    const code = joined(digits, (candidate) => this.#isKnown(candidate));
    if (code === null) return null;
    if (this.#isKnown(code)) return code;
    // A number that is no code: an amount, a page, a year. With a name and figures beside it, a code gone wrong.
    return words !== '' && figures.length > 0 && /^([23]\d{2}|[23]\d{4}|2\d{6})$/.test(code) ? code : null;
  }

  #isKnown(code: string): boolean {
    const { functional, economic, formerNames } = this.#edition;
    return functional.has(code) || economic.has(code) || formerNames.has(code);
  }

  #begin(printed: string, line: PastedCells): void {
    const annex = printed.startsWith('3') ? 3 : 2;
    const code = this.#currentCode(printed, annex, line);
    this.#settleTotals(annex);
    if (code === null) {
      this.#open = { figures: [], columns: null };
      return;
    }
    const official = this.#edition[annex === 3 ? 'economic' : 'functional'].get(code)?.name ?? '';
    const row: PastedRow = {
      annex,
      code,
      name: isSameName(line.words, official) ? official : line.words,
      at: line.at,
      figures: [...line.figures],
      columns: line.columns,
    };
    this.#rows.push(row);
    this.#open = row;
  }

  /** The code in force; an ended one is read as its successor when it has one only. */
  #currentCode(code: string, annex: PrintedAnnexNumber, { at, words }: PastedCells): string | null {
    const classification = annex === 3 ? 'economic' : 'functional';
    const newCodes = currentCodes(this.#edition, classification, code);
    const [only] = newCodes;
    if (only === code) return code;
    const known = only === undefined ? [] : newCodes;
    const named = `${code} ${words}`.trim();
    if (known.length === 1 && only !== undefined) {
      this.#moves.set(`${classification}:${code}`, { classification, oldCode: code, newCodes });
      return only;
    }
    const choices = known.length > 1 ? `，现分为 ${known.join('、')}，请先改成其中之一` : '，请核对编码';
    const message = `${named} 不在 ${this.#edition.year} 年的科目表中${choices}。`;
    this.#remarks.push({ severity: 'error', at, message });
    return null;
  }

  #beginTotal({ words, at, figures, columns }: PastedCells): void {
    const row = { code: '', name: words, at, figures: [...figures], columns };
    this.#totals.push(row);
    this.#open = row;
  }

  /** A page prints 合计 above its rows or below them: it goes to the annex that has none yet. */
  #settleTotals(next: PrintedAnnexNumber): void {
    const last = this.#rows.at(-1)?.annex ?? next;
    for (const total of this.#totals) {
      if (total.figures.length === 0 && total.columns === null) continue;
      const lastHasOne = this.#rows.some((row) => row.annex === last && row.code === '');
      this.#rows.push(Object.assign(total, { annex: lastHasOne ? next : last }));
    }
    this.#totals = [];
  }

  /** Figures alone: they belong to the row before, whose name or figures went over to this line. */
  #continue({ digits, figures, at }: PastedCells): void {
    if (this.#open === null || this.#open.columns !== null) return;
    const numbers = digits.map((text) => ({ text, at, mayBePageNumber: true }));
    this.#open.figures.push(...numbers, ...figures);
  }

  /** A name with figures and no code: the code that bears the name, when it is only one. */
  #readByName(line: PastedCells): void {
    const codes = this.#names.get(foldedName(line.words)) ?? [];
    const [code] = codes;
    if (code !== undefined && codes.length === 1) this.#begin(code, line);
    else if (codes.length > 1) {
      const message = `“${line.words}”没有科目编码，同名科目有 ${codes.slice(0, 3).join('、')} 等，请补上编码。`;
      this.#remarks.push({ severity: 'error', at: line.at, message });
    } else if (!/20\d\d\s*年/.test(line.raw) && !ANNEX.test(line.raw)) {
      const message = `“${line.raw.trim().slice(0, 30)}”看不出是哪个科目，没有读入，请补上科目编码或删去这一行。`;
      this.#remarks.push({ severity: 'error', at: line.at, message });
    }
  }
}

/** Digits as one code: a number of the row before it is left out, lost noughts of 款 and 项 are put back (301 2 → 30102). */
function joined(digits: readonly string[], isKnown: (code: string) => boolean): string | null {
  const last = digits.at(-1);
  if (last === undefined) return null;
  if (digits.length === 1 || (last.length >= 3 && isKnown(last))) return last;
  const [first = '', ...rest] = digits;
  if (![3, 5].includes(first.length) || rest.some((part) => part.length > 2)) return null;
  return first + rest.map((part) => part.padStart(2, '0')).join('');
}

/** A name as it is compared: without blanks and signs, whose widths differ from one program to the next. */
function foldedName(name: string): string {
  return name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** A name that was broken over lines is a part of the official one. */
function isSameName(printed: string, official: string): boolean {
  return foldedName(official).includes(foldedName(printed));
}

function codesByName({ functional, economic }: ClassificationEdition): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { code, name } of [...functional.values(), ...economic.values()]) {
    const folded = foldedName(name);
    names.set(folded, [...(names.get(folded) ?? []), code]);
  }
  return names;
}
