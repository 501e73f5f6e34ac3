import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { WorkbookFault } from '@/lib/domain/workbook/workbook-fault.ts';
import { readXlsSheets } from './read-xls.ts';
import { readXlsxSheets } from './read-xlsx.ts';
import { MAX_SHEET_ROWS, MAX_SHEETS, type SheetModel } from './sheet-model.ts';
import { zipFault } from './zip-guard.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of old Office files; also of new ones that are encrypted. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Opens a workbook by what its bytes are, not by its name: .xlsx, or an old .xls. It is unpacked within bounds.
 *
 * @returns its sheets, or why it cannot be read
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Result<readonly SheetModel[], WorkbookFault>> {
  const opened = startsWith(bytes, ZIP)
    ? await openZip(bytes)
    : startsWith(bytes, COMPOUND)
      ? await openCompound(bytes)
      : fail<WorkbookFault>({ reason: 'NOT_A_WORKBOOK' });
  if (!opened.ok) return opened;
  if (opened.value.length > MAX_SHEETS) return fail({ reason: 'TOO_MANY_SHEETS', maxSheets: MAX_SHEETS });
  const tooLong = opened.value.find(({ rows }) => rows.length > MAX_SHEET_ROWS);
  if (tooLong) return fail({ reason: 'TOO_MANY_ROWS', sheetName: tooLong.name, maxRows: MAX_SHEET_ROWS });
  return opened;
}

async function openZip(bytes: Uint8Array): Promise<Result<readonly SheetModel[], WorkbookFault>> {
  const reason = zipFault(bytes);
  if (reason) return fail({ reason });
  // Names of entries are stored as they are: a text document or an OpenDocument file is told by them.
  if (!holds(bytes, 'xl/workbook') && !holds(bytes, 'xl/worksheets')) return fail({ reason: 'NOT_A_WORKBOOK' });
  try {
    return ok(await readXlsxSheets(bytes));
  } catch {
    return fail({ reason: 'DAMAGED' });
  }
}

async function openCompound(bytes: Uint8Array): Promise<Result<readonly SheetModel[], WorkbookFault>> {
  if (holds(bytes, wide('EncryptedPackage'))) return fail({ reason: 'PASSWORD' });
  if (!holds(bytes, wide('Workbook')) && !holds(bytes, wide('Book'))) return fail({ reason: 'NOT_A_WORKBOOK' });
  try {
    return ok(await readXlsSheets(bytes));
  } catch (error) {
    return fail({ reason: /password|encrypt/i.test(String(error)) ? 'PASSWORD' : 'DAMAGED' });
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** In a compound file names stand in UTF-16. */
function wide(text: string): string {
  return Array.from(text, (character) => `${character}\0`).join('');
}

function holds(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');
}
