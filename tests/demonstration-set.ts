import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { type PublishedSet, unitSet } from '@/lib/services/exports/published-set.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../prisma/demonstration/petition-office-2023.json');

/** The demonstration budget as it was approved: its annexes are the published ones of tests/fixtures/golden. */
export function demonstrationSet(): Promise<PublishedSet> {
  return approvedSet(JSON.parse(readFileSync(PACKAGE, 'utf8')));
}

/**
 * The one budget of a package of 2023 as an approved set, without a database.
 *
 * @throws when the package is refused
 */
export async function approvedSet(budgetPackage: unknown): Promise<PublishedSet> {
  let rows = 0;
  const parsed = parseBudgetPackage(budgetPackage, () => `row-${++rows}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error(`the package is refused: ${JSON.stringify(parsed)}`);
  const version = sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' });
  const edition = await loadEdition(2023);
  return unitSet({ budget, edition, annexSetRef: 'chongqing', rounding: 'EACH_CELL', version });
}
