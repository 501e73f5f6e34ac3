import type { LoadedBase } from '@/components/versions/use-comparison.ts';
import { baseNamed } from '@/lib/domain/versions/comparison-base.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { readVersion } from '@/lib/services/budgets/read-version.ts';

interface StandardBase {
  /** Whether there is anything to compare with. */
  readonly hasBase: boolean;
  /** The rows of the version that a comparison begins with; null where that is last year, which came with the page. */
  readonly loaded: LoadedBase | null;
}

/** What a version is compared with unless something else is asked for. */
export async function loadStandardBase(actor: Actor, workspace: BudgetWorkspace): Promise<StandardBase> {
  const { budgetId, version, versions, lastYear } = workspace;
  const base = baseNamed(null, { version, versions, hasLastYear: lastYear !== null });
  if (base === null || base.kind === 'last-year') return { hasBase: base !== null, loaded: null };
  const { number } = base.version;
  const rows = await readVersion(actor, { budgetId, number });
  return { hasBase: true, loaded: rows.ok ? { number, budget: rows.value } : null };
}
