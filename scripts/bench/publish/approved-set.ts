import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { type PublishedSet, unitSet } from '@/lib/services/exports/published-set.ts';

const YEAR = 2023;

/**
 * The one budget of a package as an approved set, without a database.
 *
 * @throws when the package is refused
 */
export async function approvedSet(budgetPackage: unknown): Promise<PublishedSet> {
  let rows = 0;
  const parsed = parseBudgetPackage(budgetPackage, () => `row-${++rows}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error(`the package is refused: ${JSON.stringify(parsed)}`);
  return unitSet({
    budget,
    edition: await loadEdition(YEAR),
    annexSetRef: 'chongqing',
    rounding: 'EACH_CELL',
    version: sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' }),
  });
}
