import { describe, expect, it } from 'vitest';
import { COLLECTIONS, type Collection } from './budget.ts';
import type { Change } from './changes.ts';
import { EMPTY_PROFILE } from './empty-budget.ts';
import { planSave, type SaveInput, type StoredRow, type StoredRows, touchedKeys } from './save-plan.ts';

const goal = (key: string, text: string, position = 1) => ({ key, position, text });
const line = (key: string, projectKey: string | null) => ({
  ...{ key, position: 1, projectKey, functionCode: '', economicCode: '', carriedOver: false, note: '' },
  ...({ source: 'GENERAL_PUBLIC', amountFen: 1n } as const),
});
const project = (key: string) => ({
  ...{ key, position: 1, name: '', functionCode: '', start: '', duration: '', supervisingDepartment: '' },
  ...{ implementingUnit: '', overview: '', basis: '', annualObjective: '' },
  ...({ category: 'INITIAL_GENERAL', nature: 'ONE_OFF' } as const),
});

function storedRows(lists: Partial<Record<Collection, readonly StoredRow['row'][]>>, revision = 3): StoredRows {
  return Object.fromEntries(
    COLLECTIONS.map((name) => [name, new Map(lists[name]?.map((row) => [row.key, { row, revision }]))]),
  ) as unknown as StoredRows;
}

function plan(changes: readonly Change[], input: Partial<SaveInput> = {}) {
  const profile = { profile: EMPTY_PROFILE, revision: 5 };
  return planSave({ stored: storedRows({}), profile, changes, seen: { rows: {}, profile: 5 }, ...input });
}

describe('planSave', () => {
  const stored = storedRows({ goals: [goal('a', '甲')] });
  const seen = { rows: { a: 3 } };
  const update = (text: string): Change => ({ op: 'update', collection: 'goals', key: 'a', fields: { text } });
  const remove: Change = { op: 'delete', collection: 'goals', key: 'a' };
  const insert = (key: string): Change => ({ op: 'insert', collection: 'goals', row: goal(key, '新') });

  it('takes all changes to a row together', () => {
    expect(plan([update('乙'), update('丙')], { stored, seen })).toEqual({
      kind: 'apply',
      profile: null,
      writes: [{ collection: 'goals', key: 'a', before: goal('a', '甲'), after: goal('a', '丙'), revision: 3 }],
    });
  });

  it.each<[string, readonly Change[]]>([
    ['an update to what is there already', [update('甲')]],
    ['there and back', [update('乙'), update('甲')]],
    ['an insert that is taken back', [insert('b'), { op: 'delete', collection: 'goals', key: 'b' }]],
    ['a delete of a row that is gone', [{ op: 'delete', collection: 'goals', key: 'gone' }]],
    ['a profile as it is', [{ op: 'profile', fields: { staffAsOf: '' } }]],
  ])('writes nothing for %s', (_what, changes) => {
    const found = plan(changes, { stored, seen: { ...seen, profile: 5 } });
    expect(found).toEqual({ kind: 'apply', writes: [], profile: null });
  });

  it('makes one update of a delete and an insert under the same key', () => {
    const changed = plan([remove, insert('a')], { stored, seen });
    expect(changed).toMatchObject({ writes: [{ before: goal('a', '甲'), after: goal('a', '新'), revision: 3 }] });
  });

  it.each<[string, readonly Change[], SaveInput['seen']]>([
    ['an older revision', [update('乙')], { rows: { a: 2 } }],
    ['a newer revision', [update('乙')], { rows: { a: 4 } }],
    ['no revision', [update('乙')], { rows: {} }],
    ['a delete at another revision', [remove], { rows: { a: 2 } }],
    ['an insert of what is there', [insert('a')], { rows: { a: 3 } }],
  ])('is stale for %s', (_what, changes, revisions) => {
    expect(plan(changes, { stored, seen: revisions })).toEqual({
      kind: 'stale',
      profileChanged: false,
      conflicts: [{ collection: 'goals', key: 'a', theirs: goal('a', '甲'), revision: 3 }],
    });
  });

  it('is stale for an update of a row that is gone', () => {
    const gone: Change = { op: 'update', collection: 'goals', key: 'gone', fields: { text: '乙' } };
    const conflicts = [{ collection: 'goals', key: 'gone', theirs: null, revision: 0 }];
    expect(plan([gone], { stored, seen: { rows: { gone: 1 } } })).toMatchObject({ kind: 'stale', conflicts });
  });

  it('tells rows with the same key in different lists apart', () => {
    const both = storedRows({ goals: [goal('a', '甲')], projects: [project('a')] });
    const changed = plan([update('乙')], { stored: both, seen });
    expect(changed).toMatchObject({ writes: [{ collection: 'goals' }] });
  });

  it('changes a profile at the revision that was seen, part by part', () => {
    const edit = (fields: Partial<typeof EMPTY_PROFILE>): Change => ({ op: 'profile', fields });
    const changed = plan([edit({ staffOnPost: 1 }), edit({ staffOnPost: 2, staffAsOf: '2022-12' })]);
    const profile = { ...EMPTY_PROFILE, staffOnPost: 2, staffAsOf: '2022-12' };
    expect(changed).toEqual({ kind: 'apply', writes: [], profile });
    expect(plan([edit({ staffOnPost: 1 })], { seen: { rows: {}, profile: 4 } })).toMatchObject({
      profileChanged: true,
    });
    expect(plan([edit({ staffOnPost: 1 })], { seen: { rows: {} } })).toMatchObject({ profileChanged: true });
  });

  it('names each change that contradicts an earlier one', () => {
    const contradictory = plan([insert('b'), insert('b'), remove, update('乙')], { stored, seen });
    expect(contradictory).toMatchObject({
      kind: 'invalid',
      issues: [{ path: '$.changes[1]' }, { path: '$.changes[3]' }],
    });
  });

  describe('of projects', () => {
    const withProject = storedRows({ projects: [project('p')], expenditure: [line('l', 'p')] });
    const revisions = { rows: { p: 3, l: 3 } };
    const removeProject: Change = { op: 'delete', collection: 'projects', key: 'p' };
    const removeLine: Change = { op: 'delete', collection: 'expenditure', key: 'l' };
    const addLine = (projectKey: string): Change => ({
      op: 'insert',
      collection: 'expenditure',
      row: line('new', projectKey),
    });

    it('deletes one with its lines, in either order', () => {
      for (const changes of [
        [removeProject, removeLine],
        [removeLine, removeProject],
      ]) {
        expect(plan(changes, { stored: withProject, seen: revisions })).toMatchObject({ kind: 'apply' });
      }
    });

    it('is stale where a line would be left behind', () => {
      expect(plan([removeProject], { stored: withProject, seen: revisions })).toMatchObject({
        kind: 'stale',
        conflicts: [{ key: 'p' }, { collection: 'expenditure', key: 'l', theirs: line('l', 'p') }],
      });
    });

    it('lets a line be moved to another project in the same save', () => {
      const moveLine: Change = { op: 'update', collection: 'expenditure', key: 'l', fields: { projectKey: 'q' } };
      const other: Change = { op: 'insert', collection: 'projects', row: project('q') };
      const changes = [moveLine, other, removeProject];
      expect(plan(changes, { stored: withProject, seen: revisions })).toMatchObject({ kind: 'apply' });
    });

    it('is stale where a new line’s project is gone', () => {
      expect(plan([addLine('p')], { stored: withProject })).toMatchObject({ kind: 'apply' });
      expect(plan([addLine('gone')], { stored: withProject })).toMatchObject({
        kind: 'stale',
        conflicts: [{ collection: 'expenditure', key: 'new', theirs: null, revision: 0 }],
      });
    });
  });
});

describe('touchedKeys', () => {
  it('names the rows that changes touch, and the projects that they refer to', () => {
    const keys = touchedKeys([
      { op: 'insert', collection: 'expenditure', row: line('new', 'p') },
      { op: 'update', collection: 'expenditure', key: 'old', fields: { projectKey: 'q' } },
      { op: 'delete', collection: 'goals', key: 'g' },
      { op: 'profile', fields: {} },
    ]);
    const named = Object.entries(keys).flatMap(([list, set]) => [...set].map((key) => `${list}/${key}`));
    expect(named.sort()).toEqual(['expenditure/new', 'expenditure/old', 'goals/g', 'projects/p', 'projects/q']);
  });
});
