/** A calendar day as a spreadsheet stores it. */
export interface SheetDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A cell as any spreadsheet has it, whatever the file's format; null is blank. A formula is the value it had last. */
export type SheetCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number; readonly percent: boolean }
  /** A number that is shown as a date. */
  | { readonly type: 'date'; readonly serial: number; readonly date: SheetDate }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** `#REF!` and the like. */
  | { readonly type: 'error'; readonly text: string }
  /** A formula that was never calculated. */
  | { readonly type: 'uncalculated' };

export interface SheetMerge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A sheet of a workbook; rows and columns are counted from 0. */
export interface SheetModel {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly SheetMerge[];
}

/** The most rows that are read of one sheet; twice what the largest department plans. */
export const MAX_SHEET_ROWS = 10_000;
/** Columns beyond are not looked at. */
export const MAX_SHEET_COLUMNS = 60;
export const MAX_SHEETS = 40;

/** Excel's serial number of a day (1900 system, with its 29 February 1900) as a date. */
export function dateOfSerial(serial: number): SheetDate {
  const days = serial > 59 ? Math.floor(serial) - 1 : Math.floor(serial);
  const date = new Date(Date.UTC(1899, 11, 31) + days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The reverse of `dateOfSerial`. */
export function serialOfDate(date: Date): number {
  const days = Math.floor((date.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000);
  return days > 59 ? days + 1 : days;
}

/** `C` for 2, `AA` for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** A cell as a person sees it, for sentences and for the column "before" of a repair. */
export function shownCell(cell: SheetCell | null): string {
  if (cell === null) return '';
  switch (cell.type) {
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
      return cell.percent ? `${plainNumber(cell.value * 100)}%` : plainNumber(cell.value);
    case 'date': {
      const { year, month, day } = cell.date;
      return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    }
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'uncalculated':
      return '（公式）';
  }
}

/** A number without the noise of binary fractions, never in scientific notation. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }) : text;
}

/** Rows without the blank ones at the end, as many spreadsheets keep formatted rows there. */
export function withoutBlankEnd<T>(rows: readonly (readonly (T | null)[])[]): readonly (readonly (T | null)[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null));
  return rows.slice(0, last + 1);
}
