import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../budget/budget.ts';
import type { Change } from '../budget/changes.ts';
import { SECTIONS, type Section } from '../checks/finding.ts';
import { sampleBudget } from '../fixtures/sample-budget.ts';
import { type LockableRows, lockedSectionsTouched } from './section-lock.ts';

const BASIC = 'line-basic';
const COST = 'line-project';
const rows = {
  expenditure: [
    { key: BASIC, projectKey: null },
    { key: COST, projectKey: 'p1' },
  ],
  indicators: [{ key: 'i1', projectKey: 'p1' }],
} as unknown as LockableRows;

const touched = (changes: readonly unknown[], locked: readonly Section[] = SECTIONS) =>
  lockedSectionsTouched(changes as readonly Change[], rows, locked);
const update = (collection: string, key: string, fields = {}) => ({ op: 'update', collection, key, fields });

describe('sections that edits write into', () => {
  it.each([
    ['revenue', 'revenue'],
    ['carryForward', 'revenue'],
    ['projects', 'projects'],
    ['attachments', 'projects'],
    ['indicators', 'performance'],
    ['goals', 'performance'],
    ['overallIndicators', 'performance'],
    ['procurement', 'procurement'],
    ['priorYear', 'prior-year'],
    ['staff', 'staffing'],
    ['passages', 'profile'],
  ])('%s stands in %s', (collection, section) => {
    expect(touched([update(collection, 'k')])).toEqual([section]);
    expect(touched([{ op: 'insert', collection, row: { key: 'new' } }])).toEqual([section]);
  });

  it('a line stands where it was and where it goes', () => {
    expect(touched([update('expenditure', BASIC)])).toEqual(['basic']);
    expect(touched([update('expenditure', COST)])).toEqual(['projects']);
    expect(touched([{ op: 'delete', collection: 'expenditure', key: COST }])).toEqual(['projects']);
    expect(touched([update('expenditure', BASIC, { projectKey: 'p1' })])).toEqual(['basic', 'projects']);
    expect(touched([{ op: 'insert', collection: 'expenditure', row: { key: 'n', projectKey: 'p1' } }])).toEqual([
      'projects',
    ]);
  });

  it('an edit of a line that was just added stands where that was', () => {
    const insert = { op: 'insert', collection: 'expenditure', row: { key: 'n', projectKey: null } };
    expect(touched([insert, update('expenditure', 'n')], ['projects'])).toEqual([]);
    expect(touched([insert, update('expenditure', 'n')], ['basic'])).toEqual(['basic']);
  });

  it('a project takes its indicators with it when it goes', () => {
    expect(touched([{ op: 'delete', collection: 'projects', key: 'p1' }])).toEqual(['projects', 'performance']);
    expect(touched([{ op: 'delete', collection: 'projects', key: 'p2' }])).toEqual(['projects']);
    expect(touched([{ op: 'delete', collection: 'projects', key: 'p1' }], ['performance'])).toEqual(['performance']);
  });

  it('a reason may always be written', () => {
    expect(touched([update('reasons', 'r'), { op: 'insert', collection: 'reasons', row: { key: 'x' } }])).toEqual([]);
  });

  it('a calculation goes with what it starts from or with what it leads to', () => {
    expect(touched([update('calculations', 'c')], ['staffing'])).toEqual([]);
    expect(touched([update('calculations', 'c')], ['basic'])).toEqual([]);
    expect(touched([update('calculations', 'c')], ['basic', 'staffing'])).toEqual(['staffing', 'basic']);
  });

  it("last year's figures of the unit stand on their own page", () => {
    expect(touched([{ op: 'profile', fields: { priorOperatingFen: 1n } }])).toEqual(['prior-year']);
    expect(touched([{ op: 'profile', fields: { staffOnPost: 3, priorThreePublic: {} } }])).toEqual([
      'prior-year',
      'profile',
    ]);
  });
});

describe('locks', () => {
  const change = fc.oneof(
    fc.record({ op: fc.constant('profile'), fields: fc.constantFrom({ duties: [] }, { priorProjectTotalFen: 2n }) }),
    fc.record({
      op: fc.constantFrom('update', 'delete'),
      collection: fc.constantFrom(...COLLECTIONS),
      key: fc.constantFrom(BASIC, COST, 'p1', 'i1', 'k'),
      fields: fc.constantFrom({}, { projectKey: 'p1' }, { projectKey: null }),
    }),
  );

  it('never name a section that is open, and are none where none is locked', () => {
    fc.assert(
      fc.property(fc.array(change), fc.subarray([...SECTIONS]), (changes, locked) => {
        expect(locked).toEqual(expect.arrayContaining([...touched(changes, locked)]));
        expect(touched(changes, [])).toEqual([]);
      }),
    );
  });

  it('refuse no less when more is locked, nor when more is edited', () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(change), fc.subarray([...SECTIONS]), (some, more, locked) => {
        const alone = touched(some, locked);
        expect(touched([...some, ...more], locked)).toEqual(expect.arrayContaining([...alone]));
        expect(touched(some)).toEqual(expect.arrayContaining([...alone]));
      }),
    );
  });

  it('let every edit of the open sections of a real budget through', () => {
    const budget = sampleBudget();
    const open: readonly Section[] = ['revenue'];
    const locked = SECTIONS.filter((section) => !open.includes(section));
    const changes = budget.revenue.map(({ key }) => ({ op: 'delete', collection: 'revenue', key }) as const);
    expect(lockedSectionsTouched(changes, budget, locked)).toEqual([]);
  });
});
