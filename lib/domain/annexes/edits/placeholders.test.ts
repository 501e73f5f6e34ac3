import { describe, expect, it } from 'vitest';
import { ANNEX_SETS } from '../annex-sets.ts';
import { COMMON_PLACEHOLDERS, strayBraces, templateForPeople, templateFromPeople } from './placeholders.ts';

describe('placeholders', () => {
  it('are read and written in Chinese', () => {
    expect(templateForPeople('{organisation}{year}年预算-{number}')).toBe('{单位全称}{年度}年预算-{项目序号}');
    expect(templateFromPeople('{ 单位全称 }{年度}年预算')).toBe('{organisation}{year}年预算');
    expect(templateFromPeople('{单位}')).toBe('{单位}');
  });

  it('come back as they went, in every title that there is', () => {
    for (const { title } of ANNEX_SETS.flatMap(({ annexes }) => annexes)) {
      expect(templateFromPeople(templateForPeople(title))).toBe(title);
    }
  });

  it('that nothing fills are found', () => {
    expect(strayBraces('{year}年', COMMON_PLACEHOLDERS)).toBeNull();
    expect(strayBraces('{number}', COMMON_PLACEHOLDERS)).toBe('{项目序号}');
    expect(strayBraces('年}', COMMON_PLACEHOLDERS)).toBe('}');
  });
});
