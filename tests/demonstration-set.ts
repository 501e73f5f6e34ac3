import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { type PublishedSet, unitSet } from '@/lib/services/exports/published-set.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../prisma/demonstration/petition-office-2023.json');

/** The demonstration budget as it was approved: its annexes are the published ones of tests/fixtures/golden. */
export async function demonstrationSet(): Promise<PublishedSet> {
  const read: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  let rows = 0;
  const parsed = parseBudgetPackage(read, () => `row-${++rows}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error('the demonstration package has no budget');
  const version = sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' });
  const edition = await loadEdition(2023);
  return unitSet({ budget, edition, annexSetId: 'chongqing', rounding: 'EACH_CELL', version });
}
