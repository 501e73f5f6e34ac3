import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '@/lib/domain/budget/changes.ts';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { changeTarget, coalesceChanges } from './coalesce-changes.ts';

const KEY = '309001:basic-1';
const budget = sampleBudget({ basic: [{ amountFen: yuan(10), note: 'a' }] });
const line = budget.expenditure[0];
if (!line) throw new Error('the sample has no line');

const update = (fields: object): Change => ({ op: 'update', collection: 'expenditure', key: KEY, fields }) as Change;
const insert: Change = { op: 'insert', collection: 'expenditure', row: { ...line, key: 'new', position: 9 } };
const remove = (key: string): Change => ({ op: 'delete', collection: 'expenditure', key });

describe('coalesceChanges', () => {
  test('two updates of a row are one, the later field wins', () => {
    expect(coalesceChanges([update({ note: 'b', amountFen: yuan(1) }), update({ note: 'c' })])).toEqual([
      update({ note: 'c', amountFen: yuan(1) }),
    ]);
  });

  test('an update of a row that is not saved yet changes its insertion', () => {
    const later: Change = { op: 'update', collection: 'expenditure', key: 'new', fields: { note: 'x' } };
    expect(coalesceChanges([insert, later])).toEqual([
      { op: 'insert', collection: 'expenditure', row: { ...line, key: 'new', position: 9, note: 'x' } },
    ]);
  });

  test('what is inserted and deleted again is nothing', () => {
    expect(coalesceChanges([insert, remove('new')])).toEqual([]);
  });

  test('what is deleted and put back is an update of every field', () => {
    const { key: _key, ...fields } = line;
    expect(coalesceChanges([remove(KEY), { op: 'insert', collection: 'expenditure', row: line }])).toEqual([
      update(fields),
    ]);
  });

  test('a deletion goes after what was changed before it, so that a project goes after its lines', () => {
    const project: Change = { op: 'update', collection: 'projects', key: 'p', fields: { name: 'n' } };
    const merged = coalesceChanges([project, remove(KEY), { op: 'delete', collection: 'projects', key: 'p' }]);
    expect(merged.map(changeTarget)).toEqual([`expenditure/${KEY}`, 'projects/p']);
  });

  test('fields of the profile are gathered in one change', () => {
    expect(
      coalesceChanges([
        { op: 'profile', fields: { staffOnPost: 1 } },
        { op: 'profile', fields: { staffRetired: 2 } },
      ]),
    ).toEqual([{ op: 'profile', fields: { staffOnPost: 1, staffRetired: 2 } }]);
  });

  test('leads to the same budget as the changes one by one', () => {
    const changes: Change[] = [insert, update({ note: 'z' }), remove('new'), update({ amountFen: null }), insert];
    expect(applyChanges(budget, coalesceChanges(changes))).toEqual(applyChanges(budget, changes));
  });
});
