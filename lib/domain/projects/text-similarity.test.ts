import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE, COPIED, projectSimilarity } from './similar-projects.ts';
import { gramsOf, similarity } from './text-similarity.ts';

const TEXT = '用于全区信访信息系统的日常运行、线路租用和故障维修，保障系统稳定运行。';

describe('gramsOf', () => {
  it('takes runs of three characters without blanks and punctuation', () => {
    expect([...gramsOf('信访 系统，运')]).toEqual(['信访系', '访系统', '系统运']);
  });

  it('takes full-width letters and digits for plain ones', () => {
    expect(gramsOf('ＡＢ１２')).toEqual(gramsOf('ab12'));
  });
});

describe('similarity', () => {
  it('of a text with itself is 1, of short or foreign texts 0', () => {
    expect(similarity(gramsOf(TEXT), gramsOf(TEXT))).toBe(1);
    expect(similarity(gramsOf('信访系统'), gramsOf('信访系统'))).toBe(0);
    expect(similarity(gramsOf(TEXT), gramsOf('组织干部到各镇街开展政策宣传并印制发放宣传资料'))).toBe(0);
  });

  it('of a text with a part of it is high', () => {
    const longer = `${TEXT}同时对操作人员开展培训。`;
    expect(similarity(gramsOf(TEXT), gramsOf(longer))).toBeGreaterThan(COPIED);
  });

  it('is the same both ways and between 0 and 1', () => {
    const text = fc
      .array(fc.constantFrom(...'用于信访系统运行维护和培训宣传'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = similarity(gramsOf(a), gramsOf(b));
        expect(there).toBe(similarity(gramsOf(b), gramsOf(a)));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('projectSimilarity', () => {
  const project = (overview: string, ...names: readonly string[]) => ({
    project: { overview, basis: '', annualObjective: '' },
    indicators: names.map((level3) => ({ level3 })),
  });
  const NAMES = ['信访信息系统全年运行维护月数', '信访信息系统故障及时修复率'];

  it('sees the same text under another name', () => {
    const other = TEXT.replace('全区', '区级和镇街');
    expect(projectSimilarity(project(TEXT), project(other))).toBeGreaterThan(ALIKE);
  });

  it('counts equal indicators only where the texts have something in common', () => {
    const foreign = '组织干部到各镇街开展政策宣传，印制发放宣传资料，扩大社会知晓面。';
    expect(projectSimilarity(project(TEXT, ...NAMES), project(foreign, ...NAMES))).toBeLessThan(ALIKE);
    const related = '用于全区信访信息系统的日常运行和升级改造，新增网上办理功能模块。';
    expect(projectSimilarity(project(TEXT, ...NAMES), project(related, ...NAMES))).toBeGreaterThan(
      projectSimilarity(project(TEXT), project(related)),
    );
  });
});
