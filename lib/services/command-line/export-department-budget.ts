import type { MergedUnits } from '@/lib/domain/merging/merge-units.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { prepareDrawing } from '../exports/export-files.ts';
import { departmentSet, isApproved } from '../exports/published-set.ts';
import { drawSet, recordExport, type SetRequest } from './draw-set.ts';
import { type DepartmentBudget, type OpenedDepartment, openDepartmentBudget } from './open-department-budget.ts';

export interface DepartmentExport extends OpenedDepartment {
  readonly files: readonly ExportFile[];
  /** Whether all units in use have a budget and all of these are approved: else the files are marked 草稿. */
  readonly isApproved: boolean;
  /** What was counted once, and what could not be: with the latter the files are marked 草稿 too. */
  readonly merged: Pick<MergedUnits, 'eliminations' | 'faults'>;
}

/**
 * A department's annexes and narrative over the newest versions of all its units, internal transfers counted once, in each of the formats; recorded with
 * each budget as taken by the installation itself.
 */
export async function exportDepartmentBudget(
  named: DepartmentBudget,
  request: SetRequest,
): Promise<Result<DepartmentExport, Problem>> {
  prepareDrawing(request.formats);
  const department = await openDepartmentBudget(named);
  if (!department) return fail({ code: 'NOT_FOUND' });
  const set = departmentSet(department.opened, department.missing.length === 0, department.answers);
  const files = await drawSet(set, request);
  if (!files.ok) return files;
  await recordExport(department.opened, { departmentCode: department.department.code, ...request });
  return ok({ ...department, files: files.value, isApproved: isApproved(set), merged: set.merged });
}
