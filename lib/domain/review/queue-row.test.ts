import { describe, expect, test } from 'vitest';
import { countStages, filterOfQuery, filterToQuery, matchesFilter, NO_FILTER } from './queue-filter.ts';
import {
  blemishesOf,
  changeFen,
  changeShare,
  compareByUrgency,
  isClean,
  isOverdue,
  type QueueDigest,
  type QueueRow,
  type QueueVersion,
  stageOf,
} from './queue-row.ts';
import { RULE_VERSION } from './rule-version.ts';

const NOW = new Date('2026-11-29T00:00:00Z');

const DIGEST: QueueDigest = {
  checkedAt: '2026-11-20T00:00:00Z',
  ruleVersion: RULE_VERSION,
  ...{ errors: 0, warnings: 2, unexplainedWarnings: 0, notes: 1, notRun: 0 },
  ...{ changedFen: 0n, unexplainedFen: 0n, risk: 10, parts: [] },
};

const VERSION: QueueVersion = {
  ...{ id: 'v', number: 1, state: 'SUBMITTED', previousState: null, adjustment: 0 },
  ...{ submittedAt: '2026-11-20T00:00:00Z', refused: 0, totalFen: 120n, comparedFen: 110n, priorFen: 100n },
};

function row(change: Partial<QueueRow> = {}): QueueRow {
  return {
    ...{ unitId: 'u', unitCode: '101001', unitName: '档案馆', departmentCode: '101', departmentName: '档案' },
    ...{ budgetId: 'b', version: VERSION, round: null, digest: DIGEST, openComments: 0 },
    reviewers: [{ id: 'me', name: '审核一' }],
    ...change,
  };
}

describe('isClean', () => {
  test('a waiting budget of which every check ran and nothing is left open', () => {
    expect(isClean(row())).toBe(true);
  });

  test.each([
    ['尚未校验', { digest: null }],
    ['1处错误', { digest: { ...DIGEST, errors: 1 } }],
    ['2条提醒没有说明', { digest: { ...DIGEST, unexplainedWarnings: 2 } }],
    ['1条说明未被认可', { version: { ...VERSION, refused: 1 } }],
    ['3条意见未处理', { openComments: 3 }],
    ['1项校验因数据不足没有进行', { digest: { ...DIGEST, notRun: 1 } }],
    ['校验规则已更新，须重新校验', { digest: { ...DIGEST, ruleVersion: RULE_VERSION - 1 } }],
    ['没有待审核的版本', { version: { ...VERSION, state: 'APPROVED' as const } }],
  ])('not with: %s', (words, change) => {
    expect(blemishesOf(row(change))).toEqual([words]);
  });
});

test('a draft after a return is a returned budget; a unit without a budget has not begun', () => {
  const stage = (state: QueueVersion['state'], previousState: QueueVersion['previousState']) =>
    stageOf({ version: { ...VERSION, state, previousState } });
  expect(stage('DRAFT', 'RETURNED')).toBe('RETURNED');
  expect(stage('DRAFT', 'WITHDRAWN')).toBe('DRAFT');
  expect(stage('SUBMITTED', 'RETURNED')).toBe('SUBMITTED');
  expect(stageOf({ version: null })).toBe('NONE');
});

test('the change is that of what is comparable; nothing is compared with nothing', () => {
  expect([changeFen(row()), changeShare(row())]).toEqual([10n, 100]);
  const fresh = row({ version: { ...VERSION, priorFen: 0n } });
  expect([changeFen(fresh), changeShare(fresh)]).toEqual([110n, null]);
  expect(changeFen(row({ version: null }))).toBe(null);
});

test('what waits stands first, the riskiest and the unchecked at the top', () => {
  const drafting = row({ unitCode: '1', version: { ...VERSION, state: 'DRAFT' }, digest: null });
  const risky = row({ unitCode: '3', digest: { ...DIGEST, risk: 80 } });
  const unchecked = row({ unitCode: '4', digest: null });
  const order = [drafting, row({ unitCode: '2' }), risky, unchecked].sort(compareByUrgency);
  expect(order.map(({ unitCode }) => unitCode)).toEqual(['4', '3', '2', '1']);
});

describe('the filter', () => {
  const onlooker = { userId: 'me', now: NOW };
  const round = {
    ...({ id: 'r', kind: 'SINGLE_SUBMISSION', ordinal: 1, state: 'OPEN', isExtended: false } as const),
    deadlineAt: '2026-11-28T00:00:00Z',
  };
  const late = row({
    unitCode: '102001',
    unitName: '图书馆',
    departmentCode: '102',
    version: null,
    digest: null,
    round,
  });
  const matches = (change: Partial<typeof NO_FILTER>, subject = row()) =>
    matchesFilter(subject, { ...NO_FILTER, ...change }, onlooker);

  test('narrows by each of its parts', () => {
    expect(isOverdue(late, NOW)).toBe(true);
    expect([matches({ isLate: true }), matches({ isLate: true }, late)]).toEqual([false, true]);
    expect([matches({ isClean: true }), matches({ isClean: true }, late)]).toEqual([true, false]);
    expect([matches({ stage: 'NONE' }), matches({ stage: 'NONE' }, late)]).toEqual([false, true]);
    expect([matches({ risk: 'low' }), matches({ risk: 'high' }), matches({ risk: 'low' }, late)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([matches({ departmentCode: '101' }), matches({ departmentCode: '101' }, late)]).toEqual([true, false]);
    expect([matches({ isMine: true }), matches({ isMine: true }, row({ reviewers: [] }))]).toEqual([true, false]);
    expect([matches({ search: ' 档案 ' }), matches({ search: '审核一' }), matches({ search: '102' })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('counts states among what the rest of it lets through', () => {
    expect([...countStages([row(), late], { ...NO_FILTER, stage: 'NONE' }, onlooker)]).toEqual([
      ['SUBMITTED', 1],
      ['NONE', 1],
    ]);
    expect([...countStages([row(), late], { ...NO_FILTER, isLate: true }, onlooker)]).toEqual([['NONE', 1]]);
  });

  test('stands in the address and is read back; what is not understood is no filter', () => {
    const filter = { ...NO_FILTER, stage: 'SUBMITTED', risk: 'high', isMine: true, search: '局' } as const;
    expect(filterToQuery(NO_FILTER)).toEqual({});
    expect(filterOfQuery(new URLSearchParams(filterToQuery(filter)))).toEqual(filter);
    expect(filterOfQuery(new URLSearchParams('state=X&risk=9&mine=yes'))).toEqual(NO_FILTER);
  });
});
