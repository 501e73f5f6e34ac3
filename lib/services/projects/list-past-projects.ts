import { listYearsOfProjects } from '@/lib/db/past-project-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { type PastProject, pastProjects } from '@/lib/domain/projects/past-project.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

export interface PastProjectsInput {
  readonly unitId: string;
  /** The year that is being drafted: only earlier ones are listed. */
  readonly beforeYear: number;
}

/** 项目库: the projects that a unit's budgets of earlier years were approved with, each once, newest year first. */
export async function listPastProjects(
  actor: Actor,
  { unitId, beforeYear }: PastProjectsInput,
): Promise<Result<readonly PastProject[], Problem>> {
  const authorized = authorize(actor, 'budget.read', unitId);
  if (!authorized.ok) return authorized;
  return inSnapshot(async (tx) => {
    if (!(await findUnit(tx, unitId))) return fail({ code: 'NOT_FOUND' });
    return ok(pastProjects(await listYearsOfProjects(tx, unitId, beforeYear)));
  });
}
