import { inSnapshot } from '@/lib/db/transaction.ts';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { Department } from '@/lib/domain/budget/budget.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentYearPlace } from '@/lib/schemas/editions.ts';
import { publicationOf } from '../exports/publication-of.ts';
import { departmentSet } from '../exports/published-set.ts';
import { loadApproved, openDepartmentHead } from './open-department.ts';

export interface DepartmentPreview {
  readonly department: Department;
  readonly annexes: readonly AnnexTable[];
  /** Null: nothing of the department is approved yet. */
  readonly narrative: NarrativeDocument | null;
  /** Whether a unit is missing, or a transfer not answered for. */
  readonly draft: boolean;
}

/** What a department would publish: its units' approved versions added up. */
export async function previewDepartment(
  actor: Actor,
  place: DepartmentYearPlace,
): Promise<Result<DepartmentPreview, Problem>> {
  return inSnapshot(async (tx) => {
    const opened = await openDepartmentHead(tx, actor, 'budget.read', place);
    if (!opened.ok) return opened;
    const { units, answers } = opened.value;
    const { code, name, fullName } = opened.value.department;
    const department = { code, name, fullName };
    const workspaces = await loadApproved(tx, units);
    if (workspaces.length === 0) return ok({ department, annexes: [], narrative: null, draft: true });
    const publication = publicationOf(departmentSet(workspaces, workspaces.length === units.length, answers));
    const { tables: annexes, narrative, draft } = publication;
    return ok({ department, annexes, narrative, draft });
  });
}
