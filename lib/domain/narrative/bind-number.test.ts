import { describe, expect, it } from 'vitest';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { bindNumber } from './bind-number.ts';
import { amountFigure, changeFigure, countFigure } from './figure.ts';
import { freeNumbersIn } from './free-numbers.ts';
import { formatPassage, outlineOf, parsePassage } from './passage-text.ts';
import { takeOverWording } from './take-over-wording.ts';

const KNOWN = {
  figures: () =>
    new Map([
      ['operating', amountFigure(23_000_000n)],
      ['change.basic', changeFigure(0n, 14_000_000n)],
      ['staff.onPost', countFigure(25)],
    ]),
  printed: () => new Set<string>(),
};

describe('bindNumber', () => {
  it.each([
    ['安排{year}运行经费23万元，', '安排{year}运行经费{operating}，'],
    ['现有25名干部', '现有{staff.onPost}名干部'],
    ['现有25 人。', '现有{staff.onPost}。'],
    ['基本支出减少了14万元。', '基本支出{moved.basic}。'],
  ])('%s → %s', (text, bound) => {
    const parts = parsePassage(text);
    const [number] = freeNumbersIn(outlineOf(parts), KNOWN);
    expect(number?.state).toBe('bindable');
    expect(number && formatPassage(bindNumber(parts, number, number.refs[0] ?? ''))).toBe(bound);
  });
});

describe('takeOverWording', () => {
  const last = { ...soundBudget(), year: 2022 };
  const taken = (text: string, now = soundBudget()) => formatPassage(takeOverWording(parsePassage(text), last, now));

  it('moves the years on, but not in titles', () => {
    expect(taken('2022年比2021年增加，截至2021年12月，按《2022年方案》和2020年规划')).toBe(
      '{year}比{priorYear}增加，截至{priorYear}12月，按《2022年方案》和2020年规划',
    );
  });

  it('keeps figures, and finds a project by its name', () => {
    const now = { ...soundBudget(), projects: soundBudget().projects.map((project) => ({ ...project, key: 'new' })) };
    expect(taken('{operating}和{projectAmount.309001:project-1}', now)).toBe('{operating}和{projectAmount.new}');
    expect(taken('{projectAmount.309001:project-1}', { ...now, projects: [] })).toBe(
      '{projectAmount.309001:project-1}',
    );
  });
});
