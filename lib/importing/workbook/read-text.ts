import { type CellOutcome, fault, LEAVE_BLANK, question, quoted, repaired, value } from './cell-outcome.ts';
import { dateOfSerial, plainNumber, type SheetCell, type SheetDate, shownCell } from './sheet-model.ts';

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Serial numbers from 2000 to 2099: what a month becomes when a spreadsheet takes it for a date. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** Free text: spaces around it and characters that cannot be printed go; line breaks stay only where they may stand. */
export function readText(cell: SheetCell | null, maxLength: number, manyLines: boolean): CellOutcome<string> {
  if (cell === null) return value('');
  if (cell.type === 'number') return withinLength(value(shownCell(cell)), maxLength);
  if (cell.type === 'date') return repaired(shownCell(cell), '单元格是日期，已转为文字', shownCell(cell));
  const before = shownCell(cell).replace(/\r\n?/g, '\n');
  const tidy = tidyText(before, manyLines);
  return withinLength(tidy === before ? value(tidy) : repaired(tidy, textRepair(before, tidy), tidy), maxLength);
}

function tidyText(text: string, manyLines: boolean): string {
  const printable = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(/\u00a0/g, ' ');
  return (manyLines ? printable : printable.replace(/[ \t\u3000]*\n\s*/g, '')).trim();
}

function textRepair(before: string, after: string): string {
  if (/\n/.test(before.trim()) && !/\n/.test(after)) return '去除了多余的换行';
  return before.trim() === after ? '去除了首尾空格' : '去除了不可见字符';
}

function withinLength(outcome: CellOutcome<string>, maxLength: number): CellOutcome<string> {
  if (outcome.kind !== 'value' || outcome.value.length <= maxLength) return outcome;
  return fault(`文字有 ${outcome.value.length} 个字，最多 ${maxLength} 个字，请精简。`);
}

/** `2023年`, `2023年1月`, `1年`: also where the spreadsheet made a date of it, or shows the date's number. */
export function readPeriod(cell: SheetCell | null, maxLength: number): CellOutcome<string> {
  if (cell?.type === 'date') return inWords(cell.date, '单元格是日期，已转为年月');
  const number = cell?.type === 'number' ? cell.value : numberIn(cell);
  if (number === null) return readText(cell, maxLength, false);
  if (number >= 1990 && number <= 2100) return repaired(`${number}年`, '补上了“年”字', `${number}年`);
  const month = number % 100;
  if (number > 199_000 && number < 210_013 && month >= 1 && month <= 12) {
    return inWords({ year: Math.floor(number / 100), month, day: 1 }, '数字已转为年月');
  }
  if (number < FIRST_SERIAL || number > LAST_SERIAL || cell?.type !== 'number') return readText(cell, maxLength, false);
  const text = words(dateOfSerial(number));
  return question(`${quoted(plainNumber(number))}像是日期在表格里的序号，是否应为${text}？`, [
    { label: text, text },
    { label: `保留 ${plainNumber(number)}`, text: plainNumber(number) },
    LEAVE_BLANK,
  ]);
}

function numberIn(cell: SheetCell | null): number | null {
  const text = cell === null ? '' : shownCell(cell).normalize('NFKC').trim();
  return /^\d{4}(\d{2})?$/.test(text) ? Number(text) : null;
}

function words({ year, month, day }: SheetDate): string {
  return `${year}年${month}月${day === 1 ? '' : `${day}日`}`;
}

function inWords(date: SheetDate, repair: string): CellOutcome<string> {
  return repaired(words(date), repair, words(date));
}

/** A month as `2022-12`, however it is written. */
export function readMonth(cell: SheetCell | null): CellOutcome<string> {
  if (cell === null) return value('');
  if (cell.type === 'date') return asMonth(cell.date, '单元格是日期，已转为年月');
  const text = shownCell(cell).normalize('NFKC').replace(/\s/g, '');
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    return text === shownCell(cell) ? value(text) : repaired(text, '去除了空格', text);
  const parts = /^((?:19|20)\d{2})(?:年|[-./])?(\d{1,2})(?:月(?:底|末)?|[-./]?)(?:\d{1,2}日?)?$/.exec(text);
  const month = Number(parts?.[2] ?? 0);
  if (parts && month >= 1 && month <= 12) return asMonth({ year: Number(parts[1]), month, day: 1 }, '已统一写成年-月');
  if (cell.type === 'number' && cell.value >= FIRST_SERIAL && cell.value <= LAST_SERIAL) {
    return asMonth(dateOfSerial(cell.value), '日期序号已转为年月');
  }
  return fault(`${quoted(text)}不是年月，请写成 2022-12 的形式。`);
}

function asMonth({ year, month }: SheetDate, repair: string): CellOutcome<string> {
  const text = `${year}-${String(month).padStart(2, '0')}`;
  return repaired(text, repair, text);
}
