import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';

/**
 * The budget of the year before as it was first approved (年初预算), which 上年数 are; null where there is none. Its
 * adjustments stay aside.
 */
export async function lastYearsApproved(db: Db, unitId: string, year: number): Promise<Budget | null> {
  const last = await findBudgetOfUnit(db, unitId, year - 1);
  const approved = last && (await listVersions(db, last.id)).find(isOriginal);
  if (!last || !approved) return null;
  const { content } = await loadContent(db, approved.id);
  return { department: last.department, unit: last.unit, year: last.year, ...content };
}

function isOriginal({ state, adjustment }: VersionSummary): boolean {
  return state === 'APPROVED' && adjustment === 0;
}
