import { describe, expect, it } from 'vitest';
import { foundProjects, searchWords } from './search-words.ts';

describe('the words of a search', () => {
  it.each([
    ['  信访 系统 ', ['信访', '系统']],
    ['信访　系统', ['信访', '系统']],
    ['ＯＡ系统２０２３', ['oa系统2023']],
    ['OA oa', ['oa']],
    ['%', ['%']],
    ['', []],
  ])('of %j are %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });

  it('are no more than anybody types', () => {
    expect(searchWords(Array.from({ length: 50 }, (_, index) => `词${index}`).join(' '))).toHaveLength(8);
  });
});

describe('the projects that a search found', () => {
  const projects = ['信访维稳联动中心专项', 'ＯＡ系统运行维护', '安保人员专项'];
  const owners = ['示例区信访办公室'];

  it.each([
    [['专项'], ['信访维稳联动中心专项', '安保人员专项']],
    [['维稳', '专项'], ['信访维稳联动中心专项']],
    [['oa'], ['ＯＡ系统运行维护']],
    // The unit itself was looked for, and its projects of that name are what it does
    [['信访'], ['信访维稳联动中心专项']],
    [['办公室'], []],
    [['办公室', '安保'], ['安保人员专项']],
    [[], []],
  ])('with %j are %j', (words, found) => {
    expect(foundProjects(projects, words, owners)).toEqual(found);
  });
});
