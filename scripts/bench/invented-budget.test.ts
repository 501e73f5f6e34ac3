import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { inventBudget, packageWith } from './invented-budget.ts';

const { lines, blocks } = inventBudget(await loadEdition(2023));

test('5,000 lines that stand apart by their codes make a package', () => {
  expect(new Set(lines.map(({ functionCode, economicCode }) => `${functionCode} ${economicCode}`)).size).toBe(5000);
  const names = { name: '部门', fullName: '某某区部门' };
  const head = { department: { code: '905', ...names }, unit: { code: '905001', ...names }, year: 2023 };
  const parsed = parseBudgetPackage(packageWith(head, lines), randomUUID);
  const [budget] = parsed.ok ? parsed.value.units : [];
  expect(budget?.expenditure).toHaveLength(5000);
  const sums = [budget?.revenue, budget?.expenditure].map((rows) => sumFen((rows ?? []).map((row) => row.amountFen)));
  expect(sums[0]).toBe(sums[1]);
});

test('the blocks differ from each other in every cell that is typed, and the first has a nought amount', () => {
  const [first, second] = blocks.map((block) => block.split('\r\n').map((row) => row.split('\t')));
  expect([first?.length, second?.length]).toEqual([1000, 1000]);
  const typed = [0, 2, 4, 5, 6, 7];
  const same = first?.filter((row, index) => typed.some((column) => row[column] === second?.[index]?.[column]));
  expect(same).toEqual([]);
  expect(first?.[0]?.[6]).toBe('0.00');
});

test('an edition gives the same lines each time', async () => {
  expect(inventBudget(await loadEdition(2023)).lines).toEqual(lines);
});
