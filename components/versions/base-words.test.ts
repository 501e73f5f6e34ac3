import { expect, test } from 'vitest';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { baseWords, shortBaseWords } from './base-words.ts';

const version = sampleVersion({ number: 2, state: 'ACCEPTED', submittedAt: '2022-11-18T01:00:00Z' });
const round = { id: 'r', kind: 'FIRST_SUBMISSION', ordinal: 1, state: 'CLOSED', deadlineAt: null } as const;

test.each([
  [{ kind: 'last-year' }, '上年：2022 年批复预算', '上年'],
  [{ kind: 'previous', version }, '上次送审：第 2 版（2022年11月18日）', '第 2 版'],
  [
    { kind: 'round', version: { ...version, round: { ...round, isExtended: false } } },
    '一上：第 2 版（2022年11月18日）',
    '第 2 版',
  ],
  [{ kind: 'other', version: sampleVersion({ number: 3 }) }, '第 3 版（草稿）', '第 3 版'],
] as const)('%o is called %s', (base, words, short) => {
  expect(baseWords(base, 2023)).toBe(words);
  expect(shortBaseWords(base)).toBe(short);
});
