import { expect, it } from 'vitest';
import { sampleAnnexes } from '@/lib/domain/fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { cellsOfLine } from './cells-of-line.ts';

it('names the own line of a row in each annex rather than the totals above it', () => {
  const budget = sampleBudget({
    basic: [
      { economicCode: '30201', amountFen: yuan(10_000) },
      { economicCode: '30217', amountFen: yuan(20_000) },
    ],
  });
  const cells = cellsOfLine([...sampleAnnexes([budget]).values()], '309001:basic-2');
  expect(cells.find(({ annex }) => annex === '3')).toMatchObject({ rowId: '30217', text: '2.00' });
  expect(cells.some(({ annex }) => annex === '4')).toBe(true);
  expect(cells.filter(({ annex }) => annex === '3')).toHaveLength(1);
});

it('finds nothing for a row that is printed nowhere', () => {
  expect(cellsOfLine([...sampleAnnexes([sampleBudget()]).values()], 'nowhere')).toEqual([]);
});
