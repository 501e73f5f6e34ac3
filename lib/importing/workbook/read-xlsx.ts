import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import {
  columnLetters,
  dateOfSerial,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  MAX_SHEETS,
  type SheetCell,
  type SheetModel,
  serialOfDate,
  withoutBlankEnd,
} from './sheet-model.ts';

/** Beyond the most rows by so many that blank formatted ones at the end do not count, but data there is noticed. */
const READ_ROWS = 2 * MAX_SHEET_ROWS;

/**
 * Reads the sheets of an .xlsx file. Its archive has passed `zipFault`.
 *
 * @throws what the reader throws at a file that is no workbook
 */
export async function readXlsxSheets(bytes: Uint8Array): Promise<readonly SheetModel[]> {
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    range: `A1:${columnLetters(MAX_SHEET_COLUMNS - 1)}${READ_ROWS}`,
    sheets: (_info, index) => index <= MAX_SHEETS,
  });
  return sheets.map(sheetModel);
}

function sheetModel(sheet: Sheet): SheetModel {
  const { cells } = sheet;
  const rows = sheet.rows.map((row, r) => row.map((value, c) => sheetCell(value, cells?.get(`${r},${c}`))));
  const hidden = [...(sheet.rowDefs ?? [])].filter(([, definition]) => definition.hidden === true);
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: withoutBlankEnd(rows),
    hiddenRows: new Set(hidden.map(([row]) => row)),
    merges: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      ...{ fromRow: startRow, toRow: endRow, fromColumn: startCol, toColumn: endCol },
    })),
  };
}

function sheetCell(value: CellValue | undefined, cell: Cell | undefined): SheetCell | null {
  if (cell?.type === 'error') return { type: 'error', text: String(value) };
  if (value === null || value === undefined) return cell?.formula === undefined ? null : { type: 'uncalculated' };
  if (typeof value === 'string') return value === '' ? null : { type: 'text', text: value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') return { type: 'number', value, percent: isPercent(cell?.style?.numFmt) };
  const serial = serialOfDate(value);
  return { type: 'date', serial, date: dateOfSerial(serial) };
}

export function isPercent(format: string | undefined): boolean {
  return format !== undefined && /%/.test(format.replace(/"[^"]*"/g, ''));
}
