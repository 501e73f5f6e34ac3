import { describe, expect, test } from 'vitest';
import { type LikelyCodes, suggestLikely } from './code-suggestions.ts';

const choices = [
  ['30101', '基本工资'],
  ['30108', '机关事业单位基本养老保险缴费'],
  ['30201', '办公费'],
  ['30202', '印刷费'],
  ['31002', '办公设备购置'],
].map(([value = '', words = '']) => ({ value, words, label: `${value} ${words}` }));

const NONE: LikelyCodes = { paired: [], recent: [], lastYear: [] };

const suggested = async (typed: string, likely: Partial<LikelyCodes>) =>
  (await suggestLikely(choices, typed, { ...NONE, ...likely })).map(({ value, heading }) => [value, heading]);

describe('suggestLikely', () => {
  test('paired codes first, then recent ones, then last year’s, then all, each once', async () => {
    const likely = { paired: ['30108'], recent: ['31002', '30108'], lastYear: ['30201', '31002'] };
    expect(await suggested('', likely)).toEqual([
      ['30108', '对应科目'],
      ['31002', '最近使用'],
      ['30201', '上年使用'],
      ['30101', '全部科目'],
      ['30202', '全部科目'],
    ]);
  });

  test('without any of them no headings', async () => {
    expect(await suggested('302', {})).toEqual([
      ['30201', undefined],
      ['30202', undefined],
    ]);
  });

  test('only what matches, by letters too', async () => {
    expect(await suggested('bg', { recent: ['31002', '30202'] })).toEqual([
      ['31002', '最近使用'],
      ['30201', '全部科目'],
      ['30101', '全部科目'],
    ]);
  });

  test('a whole name comes before what is used more often', async () => {
    expect(await suggested('办公费', { lastYear: ['31002'] })).toEqual([['30201', undefined]]);
  });

  test('codes of another year are not offered', async () => {
    expect(await suggested('', { lastYear: ['39999'] })).toHaveLength(5);
  });
});
