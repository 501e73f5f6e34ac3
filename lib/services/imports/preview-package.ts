import { randomUUID } from 'node:crypto';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { bringIn, EVERY_PART } from '@/lib/domain/start/bring-in.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { parseJsonText } from '@/lib/importing/budget-package/json-text.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { authorize } from '../authorize.ts';

export interface PackageToPreview {
  readonly budgetId: string;
  /** The package as it stands in its file. */
  readonly text: string;
}

export interface PackagePreview {
  /** What the package holds, as edits of an empty draft; the draft itself is not touched. */
  readonly changes: readonly Change[];
  /** What the package says that is not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/** Reads a budget package for a draft of its unit and year, and writes nothing. */
export async function previewPackage(
  actor: Actor,
  { budgetId, text }: PackageToPreview,
): Promise<Result<PackagePreview, Problem>> {
  const db = database();
  const head = await findBudget(db, budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.edit', head.unitId);
  if (!authorized.ok) return authorized;
  const [newest] = await listVersions(db, budgetId);
  if (newest?.state !== 'DRAFT') return fail({ code: 'NOT_A_DRAFT', state: newest?.state ?? 'APPROVED' });
  const json = parseJsonText(text);
  const parsed = json.ok ? parseBudgetPackage(json.value, randomUUID) : json;
  if (!parsed.ok) return fail({ code: 'INVALID_INPUT', issues: parsed.error });
  const { units, year, notes } = parsed.value;
  const budget = units.find(({ unit }) => unit.code === head.unit.code);
  if (!budget) {
    return fail({ code: 'OTHER_UNIT', expectedUnitCode: head.unit.code, unitCode: units[0]?.unit.code ?? '' });
  }
  if (year !== head.year) {
    const message = `文件中是 ${year} 年的预算，本草稿是 ${head.year} 年的。请选择 ${head.year} 年的文件。`;
    return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.year', message }] });
  }
  const { profile, ...rows } = budget;
  const content = { rows, profile, thisYearsMoneyOnly: false };
  return ok({ changes: bringIn(emptyBudget(head.department, head.unit, year), content, EVERY_PART), notes });
}
