import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { authorize } from '../authorize.ts';
import { onceMoreWhenRaced } from './once-more.ts';
import { type ImportedBudget, planImport, storeBudget } from './store-budget.ts';

export interface ImportPackageInput {
  /** The unit that was opened: a package of another unit is refused. */
  readonly unitId: string;
  /** The year that was opened; null: the package's own. */
  readonly year: number | null;
  readonly json: unknown;
  /** Whether what the unit's draft of that year holds may be replaced as a whole. */
  readonly replace: boolean;
}

export interface PackageImport extends ImportedBudget {
  /** What the package says that was not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/** Imports a budget package into the clerk's own unit, as its new draft or in place of the draft. */
export async function importPackage(actor: Actor, input: ImportPackageInput): Promise<Result<PackageImport, Problem>> {
  const authorized = authorize(actor, input.replace ? 'budget.edit' : 'budget.create', input.unitId);
  if (!authorized.ok) return authorized;
  const parsed = parseBudgetPackage(input.json, randomUUID);
  if (!parsed.ok) return fail({ code: 'INVALID_INPUT', issues: parsed.error });
  return onceMoreWhenRaced(() =>
    inTransaction(async (tx): Promise<Result<PackageImport, Problem>> => {
      const unit = await findUnit(tx, input.unitId);
      if (!unit || unit.disabledAt !== null) return fail({ code: 'NOT_FOUND' });
      const stray = parsed.value.units.find((budget) => budget.unit.code !== unit.code);
      const [budget] = parsed.value.units;
      if (stray || !budget) {
        return fail({ code: 'OTHER_UNIT', expectedUnitCode: unit.code, unitCode: stray?.unit.code ?? '' });
      }
      if (input.year !== null && input.year !== budget.year) return fail(otherYear(input.year, budget.year));
      const at = new Date();
      const plan = await planImport(tx, { unitId: unit.id, budget, replace: input.replace });
      return plan.ok ? ok({ ...(await storeBudget(tx, actor, plan.value, at)), notes: parsed.value.notes }) : plan;
    }),
  );
}

function otherYear(expected: number, found: number): Problem {
  const message = `文件中是 ${found} 年的预算，与当前的 ${expected} 年不符，没有导入。请选择 ${expected} 年的文件。`;
  return { code: 'INVALID_INPUT', issues: [{ path: '$.year', message }] };
}
