import { plainNumber, type SheetCell, shownCell } from './sheet-model.ts';

export interface Choice {
  readonly label: string;
  /** What the answer puts in place of the cell. */
  readonly text: string;
}

/** What a cell says as a value of a field. */
export type CellOutcome<T = unknown> =
  | {
      readonly kind: 'value';
      readonly value: T;
      /** Why the value is not simply what stood there. */
      readonly repair?: string;
      /** The value as the list of repairs shows it. */
      readonly after?: string;
    }
  | { readonly kind: 'question'; readonly message: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'fault'; readonly message: string };

export const value = <T>(found: T): CellOutcome<T> => ({ kind: 'value', value: found });

export const repaired = <T>(found: T, repair: string, after: string): CellOutcome<T> => ({
  ...{ kind: 'value', value: found, repair, after },
});

export const fault = (message: string): CellOutcome<never> => ({ kind: 'fault', message });

export const question = (message: string, choices: readonly Choice[]): CellOutcome<never> => ({
  ...{ kind: 'question', message, choices },
});

export const LEAVE_BLANK: Choice = { label: '留空', text: '' };

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const MAX_QUOTED = 30;

/** A cell as text to read a value from: half-width, without invisible characters and spaces around it. */
export function plainText(cell: SheetCell | null): string {
  if (cell === null) return '';
  if (cell.type === 'number') return plainNumber(cell.value);
  return shownCell(cell).normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** Plain text with no space in it at all. */
export function foldedText(cell: SheetCell | null): string {
  return plainText(cell).replace(/\s/g, '');
}

/** Enough of a text to recognise it by, in quotation marks. */
export function quoted(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return `“${characters.length <= MAX_QUOTED ? characters.join('') : `${characters.slice(0, MAX_QUOTED).join('')}…`}”`;
}

/** The sentence about a cell whose formula has no value; null for any other cell. */
export function brokenFormula(cell: SheetCell | null): CellOutcome<never> | null {
  if (cell?.type === 'error')
    return fault(`公式的结果是错误值 ${cell.text}，请在表格中改正后重新选择文件，或在此填写正确的内容。`);
  if (cell?.type === 'uncalculated')
    return fault('公式还没有计算结果，请用 Excel 或 WPS 打开文件、保存一次，再重新选择。');
  return null;
}
