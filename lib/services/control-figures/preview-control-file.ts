import { database } from '@/lib/db/client.ts';
import { findFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import type { ControlReading } from '@/lib/domain/budget/control-reading.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openControlFile } from '@/lib/importing/control-figures/open-control-file.ts';
import { readControlFigures } from '@/lib/importing/control-figures/read-control-figures.ts';
import { authorize } from '../authorize.ts';
import { listControlledUnits } from './open-control-sheet.ts';

/** What a file holds for the sheet of a year. Nothing is written: the figures are typed into the sheet, then issued. */
export async function previewControlFile(
  actor: Actor,
  { year, bytes }: { readonly year: number; readonly bytes: Uint8Array },
): Promise<Result<ControlReading, Problem>> {
  const authorized = authorize(actor, 'control.manage', null);
  if (!authorized.ok) return authorized;
  const db = database();
  if (!(await findFiscalYear(db, year))) return fail({ code: 'NOT_FOUND' });
  const sheets = await openControlFile(bytes);
  if (!sheets.ok) return fail({ code: 'WORKBOOK_UNREADABLE', fault: sheets.error });
  const reading = readControlFigures(sheets.value, await listControlledUnits(db, year, null));
  return reading.ok ? reading : fail({ code: 'WORKBOOK_UNREADABLE', fault: reading.error });
}
