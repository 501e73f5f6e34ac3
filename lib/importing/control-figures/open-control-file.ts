import Papa from 'papaparse';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { WorkbookFault } from '@/lib/domain/workbook/workbook-fault.ts';
import { openWorkbook } from '../workbook/open-workbook.ts';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, type SheetCell, type SheetModel } from '../workbook/sheet-model.ts';

/** Opens a file of control figures by what its bytes are: a workbook, or CSV in UTF-8 or GB 18030. */
export async function openControlFile(bytes: Uint8Array): Promise<Result<readonly SheetModel[], WorkbookFault>> {
  const opened = await openWorkbook(bytes);
  if (opened.ok || opened.error.reason !== 'NOT_A_WORKBOOK') return opened;
  const text = decode(bytes);
  return text === null ? opened : csvSheet(text);
}

function csvSheet(text: string): Result<readonly SheetModel[], WorkbookFault> {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', preview: MAX_SHEET_ROWS + 1 });
  if (data.length > MAX_SHEET_ROWS) return fail({ reason: 'TOO_MANY_ROWS', sheetName: 'CSV', maxRows: MAX_SHEET_ROWS });
  const rows = data.map((cells) => cells.slice(0, MAX_SHEET_COLUMNS).map(cellOf));
  return ok([{ name: 'CSV', hidden: false, rows, hiddenRows: new Set(), merges: [] }]);
}

function cellOf(text: string): SheetCell | null {
  return text === '' ? null : { type: 'text', text };
}

/** Null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      /* The next encoding may fit. */
    }
  }
  return null;
}
