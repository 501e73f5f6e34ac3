import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { prepareDrawing } from '../exports/export-files.ts';
import { unitSet } from '../exports/published-set.ts';
import { drawSet, recordExport, type SetRequest } from './draw-set.ts';
import { type OpenedBudget, openUnitBudget, type UnitBudget } from './open-unit-budget.ts';

export interface UnitExport {
  readonly opened: OpenedBudget;
  readonly files: readonly ExportFile[];
}

/** One version of a unit's budget in each of the formats; recorded as taken by the installation itself. */
export async function exportUnitBudget(named: UnitBudget, request: SetRequest): Promise<Result<UnitExport, Problem>> {
  prepareDrawing(request.formats);
  const opened = await openUnitBudget(named);
  if (!opened) return fail({ code: 'NOT_FOUND' });
  const files = await drawSet(unitSet(opened), request);
  if (!files.ok) return files;
  await recordExport([opened], request);
  return ok({ opened, files: files.value });
}
