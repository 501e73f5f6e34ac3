import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { isPercent } from './read-xlsx.ts';
import {
  dateOfSerial,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  MAX_SHEETS,
  type SheetCell,
  type SheetModel,
  withoutBlankEnd,
} from './sheet-model.ts';

const READ_ROWS = 2 * MAX_SHEET_ROWS;

/**
 * Reads the sheets of an old .xls file. Its reader is loaded with the first such file.
 *
 * @throws what the reader throws at a file that is no workbook, or needs a password
 */
export async function readXlsSheets(bytes: Uint8Array): Promise<readonly SheetModel[]> {
  const xlsx = await import('@e965/xlsx');
  const workbook = xlsx.read(bytes, {
    ...{ type: 'array', dense: true, cellNF: true, cellFormula: true, cellHTML: false, cellText: false },
    sheetRows: READ_ROWS,
  });
  const isDate = (format: string) => xlsx.SSF.is_date(format) === true;
  return workbook.SheetNames.slice(0, MAX_SHEETS + 1).flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    return sheet ? [sheetModel(name, sheet, hidden(workbook, index), isDate)] : [];
  });
}

function hidden(workbook: WorkBook, index: number): boolean {
  return (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

function sheetModel(
  name: string,
  sheet: WorkSheet,
  isHidden: boolean,
  isDate: (format: string) => boolean,
): SheetModel {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows = Array.from(data, (row) =>
    Array.from((row ?? []).slice(0, MAX_SHEET_COLUMNS), (cell) => (cell ? sheetCell(cell, isDate) : null)),
  );
  const hiddenRows = Array.from(sheet['!rows'] ?? []).flatMap((row, index) => (row?.hidden ? [index] : []));
  return {
    ...{ name, hidden: isHidden, rows: withoutBlankEnd(rows), hiddenRows: new Set(hiddenRows) },
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      ...{ fromRow: s.r, toRow: e.r, fromColumn: s.c, toColumn: e.c },
    })),
  };
}

function sheetCell(cell: CellObject, isDate: (format: string) => boolean): SheetCell | null {
  const { t, v } = cell;
  if (t === 'e') return { type: 'error', text: cell.w ?? '#N/A' };
  if (v === undefined || t === 'z') return cell.f === undefined ? null : { type: 'uncalculated' };
  if (typeof v === 'boolean') return { type: 'boolean', value: v };
  if (typeof v === 'string') return v === '' ? null : { type: 'text', text: v };
  if (typeof v !== 'number') return null;
  const format = typeof cell.z === 'string' ? cell.z : undefined;
  if (format !== undefined && isDate(format)) return { type: 'date', serial: v, date: dateOfSerial(v) };
  return { type: 'number', value: v, percent: isPercent(format) };
}
