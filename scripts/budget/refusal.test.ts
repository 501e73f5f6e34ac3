import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal.ts';

const issuesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `$.basic[${i}]`, message: '错。' }));

describe('refusalOf', () => {
  it('lists the places of a bad input', () => {
    expect(refusalOf({ code: 'INVALID_INPUT', issues: issuesOf(2) }).message.split('\n')).toEqual([
      '文件有 2 处需要改正，没有导入任何内容：',
      '  $.basic[0]  错。',
      '  $.basic[1]  错。',
    ]);
  });

  it('lists a hundred of them at most, and counts the rest', () => {
    const lines = refusalOf({ code: 'INVALID_INPUT', issues: issuesOf(16_000) }).message.split('\n');
    expect(lines).toHaveLength(102);
    expect([lines[0], lines.at(-1)]).toEqual([
      '文件有 16000 处需要改正，没有导入任何内容：',
      '  其余 15900 处未列出，改正以上各处后请重新导入。',
    ]);
    expect(refusalOf({ code: 'INVALID_INPUT', issues: issuesOf(100) }).message.split('\n')).toHaveLength(101);
  });
});
