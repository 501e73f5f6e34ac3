import { describe, expect, test } from 'vitest';
import { findChoices } from './find-choices.ts';

const choices = [
  ['30201', '办公费'],
  ['30202', '印刷费'],
  ['30209', '物业管理费'],
  ['31002', '办公设备购置'],
].map(([value = '', words = '']) => ({ value, words, label: `${value} ${words}` }));

const found = async (typed: string) => (await findChoices(choices, typed)).map(({ value }) => value);

describe('findChoices', () => {
  test('all for nothing typed', async () => {
    expect(await found('')).toHaveLength(4);
  });

  test('by the beginning of the code, full-width digits too', async () => {
    expect(await found('3020')).toEqual(['30201', '30202', '30209']);
    expect(await found('３１')).toEqual(['31002']);
  });

  test('by words, those that begin with them first', async () => {
    expect(await found('办公')).toEqual(['30201', '31002']);
    expect(await found('管理')).toEqual(['30209']);
  });

  test('by pinyin initials, in capitals too', async () => {
    expect(await found('bgf')).toEqual(['30201']);
    expect(await found('BG')).toEqual(['30201', '31002']);
    expect(await found('glf')).toEqual(['30209']);
    expect(await found('zzz')).toEqual([]);
  });
});
