import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAmount, anyContent } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { type Budget, COLLECTIONS } from './budget.ts';
import {
  applyChanges,
  type Change,
  deleteProjectChanges,
  invertChanges,
  positionAfter,
  positionsAfter,
} from './changes.ts';

/** What a person might do next: each choice is taken against the budget as it then is. */
interface Choice {
  readonly op: 'insert' | 'update' | 'move' | 'delete' | 'profile';
  readonly list: 'revenue' | 'expenditure' | 'priorYear';
  readonly at: number;
  readonly amountFen: bigint | null;
}

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  op: fc.constantFrom('insert', 'update', 'move', 'delete', 'profile'),
  list: fc.constantFrom('revenue', 'expenditure', 'priorYear'),
  at: fc.nat({ max: 20 }),
  amountFen: fc.option(anyAmount),
});

function changeOf(budget: Budget, choice: Choice, number: number): Change | null {
  const { op, list: collection, at, amountFen } = choice;
  if (op === 'profile') return { op, fields: { staffOnPost: at, priorOperatingFen: amountFen } };
  const row = budget[collection][at % Math.max(1, budget[collection].length)];
  if (!row) return null;
  // A position may be taken already: then the keys decide the order.
  if (op === 'insert') return { op, collection, row: { ...row, key: `new-${number}`, position: at } } as Change;
  if (op === 'delete') return { op, collection, key: row.key };
  const fields = op === 'move' ? { position: at } : { amountFen };
  return { op: 'update', collection, key: row.key, fields } as Change;
}

function changesOf(budget: Budget, choices: readonly Choice[]): readonly Change[] {
  const changes: Change[] = [];
  for (const [number, choice] of choices.entries()) {
    const change = changeOf(applyChanges(budget, changes), choice, number);
    if (change) changes.push(change);
  }
  return changes;
}

const budget = sampleBudget({
  revenue: [{ amountFen: yuan(1) }, { amountFen: yuan(2) }],
  projects: [
    { lines: [{ amountFen: yuan(3) }, { amountFen: yuan(4) }], indicators: [{}] },
    { lines: [{ amountFen: yuan(5) }], indicators: [{}] },
  ],
});
const [first, second] = budget.revenue;
if (!first || !second) throw new Error('the sample has two lines');

describe('changes and their inverse', () => {
  it('leave any budget as it was', () => {
    fc.assert(
      fc.property(anyContent, fc.array(anyChoice, { maxLength: 12 }), (content, choices) => {
        const before = sampleBudget(content);
        const changes = changesOf(before, choices);
        const after = applyChanges(before, changes);
        expect(applyChanges(after, invertChanges(before, changes))).toEqual(before);
      }),
    );
  });

  it('can be applied again after they were taken back', () => {
    fc.assert(
      fc.property(anyContent, fc.array(anyChoice, { maxLength: 8 }), (content, choices) => {
        const before = sampleBudget(content);
        const changes = changesOf(before, choices);
        const after = applyChanges(before, changes);
        const inverse = invertChanges(before, changes);
        expect(applyChanges(applyChanges(after, inverse), invertChanges(after, inverse))).toEqual(after);
      }),
    );
  });
});

describe('applyChanges', () => {
  it('keeps each list in order of position and touches no other list', () => {
    const row = { ...first, key: 'between', position: 1.5 };
    const after = applyChanges(budget, [{ op: 'insert', collection: 'revenue', row }]);
    expect(after.revenue.map(({ key }) => key)).toEqual([first.key, 'between', second.key]);
    for (const collection of COLLECTIONS.filter((name) => name !== 'revenue')) {
      expect(after[collection]).toBe(budget[collection]);
    }
  });

  it('moves a row whose position changes', () => {
    const move: Change = { op: 'update', collection: 'revenue', key: first.key, fields: { position: 9 } };
    expect(applyChanges(budget, [move]).revenue.map(({ key }) => key)).toEqual([second.key, first.key]);
  });

  it('orders rows of one position by key, whichever came first', () => {
    const rows = ['b', 'a'].map(
      (key): Change => ({ op: 'insert', collection: 'revenue', row: { ...first, key, position: 9 } }),
    );
    expect(applyChanges(budget, rows).revenue.map(({ key }) => key)).toEqual([first.key, second.key, 'a', 'b']);
  });

  it.each<[string, Change]>([
    ['an unknown row', { op: 'update', collection: 'revenue', key: 'nobody', fields: { note: '' } }],
    ['the deletion of an unknown row', { op: 'delete', collection: 'revenue', key: 'nobody' }],
    ['a key that is taken', { op: 'insert', collection: 'revenue', row: first }],
  ])('refuses %s: a bug of the caller', (_what, change) => {
    expect(() => applyChanges(budget, [change])).toThrow(RangeError);
  });
});

describe('deleteProjectChanges', () => {
  it('takes the project, its lines and its indicators, and nothing of another project', () => {
    const [project, other] = budget.projects;
    const after = applyChanges(budget, deleteProjectChanges(budget, project?.key ?? ''));
    expect(after.projects).toEqual([other]);
    expect(after.expenditure.map(({ amountFen }) => amountFen)).toEqual([yuan(5)]);
    expect(after.indicators.map(({ projectKey }) => projectKey)).toEqual([other?.key]);
  });
});

describe('positions of new rows', () => {
  const rows = [first, second];

  it('stand at either end of a list or between two rows', () => {
    expect(positionAfter([], -1)).toBe(1);
    expect(positionAfter(rows, -1)).toBe(0);
    expect(positionAfter(rows, 0)).toBe(1.5);
    expect(positionAfter(rows, 1)).toBe(3);
  });

  it('keep five thousand pasted rows in order, wherever they are pasted', () => {
    for (const index of [-1, 0, 1]) {
      const positions = positionsAfter(rows, index, 5_000);
      const all = [rows[index]?.position ?? -Infinity, ...positions, rows[index + 1]?.position ?? Infinity];
      expect(positions).toHaveLength(5_000);
      expect(all.every((position, at) => at === 0 || position > (all[at - 1] ?? NaN))).toBe(true);
    }
  });
});
