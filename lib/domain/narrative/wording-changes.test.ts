import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { applyChanges } from '../budget/changes.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { type EditableParagraph, editableNarrative, editableParagraphs } from './editable-narrative.ts';
import { passageKey } from './passage-key.ts';
import { formatPassage, parsePassage } from './passage-text.ts';
import { restoreChanges, wordingChanges } from './wording-changes.ts';

function paragraph(budget: Budget, id: string): EditableParagraph {
  const found = editableParagraphs(editableNarrative(budget, SAMPLE_EDITION)).find((one) => one.id === id);
  if (!found) throw new RangeError(`no paragraph ${id}`);
  return found;
}

function word(budget: Budget, id: string, text: string): Budget {
  return applyChanges(budget, wordingChanges(budget, paragraph(budget, id), parsePassage(text)));
}

function saying(budget: Budget, id: string): string {
  return formatPassage(paragraph(budget, id).parts);
}

function withWords(words: Partial<Budget['profile']['narrative']>): Budget {
  const budget = soundBudget();
  return { ...budget, profile: { ...budget.profile, narrative: { ...budget.profile.narrative, ...words } } };
}

describe('the wording of a paragraph', () => {
  const worded = word(soundBudget(), 'operating', '安排机关运行经费{operating}。');

  it('is a row with the key of the paragraph', () => {
    expect(worded.passages).toEqual([
      { key: passageKey('operating'), position: 1, paragraphId: 'operating', text: '安排机关运行经费{operating}。' },
    ]);
    expect(paragraph(worded, 'operating')).toMatchObject({ isOwn: true, name: '机关运行经费' });
  });

  it('is changed where it stands', () => {
    const again = word(worded, 'operating', '机关运行经费{operating}。');
    expect(again.passages).toHaveLength(1);
    expect(saying(again, 'operating')).toBe('机关运行经费{operating}。');
    expect(wordingChanges(again, paragraph(again, 'operating'), parsePassage('机关运行经费{operating}。'))).toEqual([]);
  });

  it('goes when the standard words, or none, are typed', () => {
    const standard = formatPassage(paragraph(worded, 'operating').standard);
    expect(word(worded, 'operating', standard).passages).toEqual([]);
    expect(word(worded, 'operating', ' \n').passages).toEqual([]);
    expect(wordingChanges(soundBudget(), paragraph(soundBudget(), 'operating'), parsePassage(standard))).toEqual([]);
  });

  it('goes with what stands beside it by mistake', () => {
    const doubled = {
      ...worded,
      passages: [{ key: 'x', position: 0, paragraphId: 'operating', text: '甲' }, ...worded.passages],
    };
    expect(paragraph(doubled, 'operating').others.map(({ key }) => key)).toEqual(['x']);
    expect(applyChanges(doubled, restoreChanges(doubled, { id: 'operating' })).passages).toEqual([]);
  });

  it('takes the place of one that was typed as a field', () => {
    const typed = withWords({ operatingText: '2023年机关运行经费23万元。' });
    expect(paragraph(typed, 'operating')).toMatchObject({ isOwn: true });
    const again = word(typed, 'operating', '机关运行经费{operating}。');
    expect(again.profile.narrative.operatingText).toBe('');
    expect(again.passages).toHaveLength(1);
    const restored = applyChanges(typed, restoreChanges(typed, { id: 'operating' }));
    expect(paragraph(restored, 'operating')).toMatchObject({ isOwn: false });
  });

  it('of a paragraph that is not called for is unused', () => {
    const passages = [{ key: 'x', position: 0, paragraphId: 'government-fund', text: '甲' }];
    expect(editableNarrative({ ...soundBudget(), passages }, SAMPLE_EDITION).unused).toEqual(passages);
  });
});

describe('words of the profile', () => {
  it('are changed there', () => {
    expect(word(soundBudget(), 'duty-introduction', '主管信访。').profile.narrative.dutyIntroduction).toBe(
      '主管信访。',
    );
    expect(word(soundBudget(), 'duty-2', '协调事项。').profile.narrative.duties).toEqual([
      '受理群众来信来访。',
      '协调事项。',
    ]);
    expect(word(soundBudget(), 'term-1', '日常支出。').profile.narrative.terms).toEqual([
      { term: '基本支出', definition: '日常支出。' },
    ]);
  });

  it('are more by a new line, and less by none', () => {
    expect(word(soundBudget(), 'duty-1', '甲。\n乙。').profile.narrative.duties).toEqual([
      '甲。',
      '乙。',
      '协调处理信访事项。',
    ]);
    expect(word(soundBudget(), 'duty-1', '').profile.narrative.duties).toEqual(['协调处理信访事项。']);
    expect(word(soundBudget(), 'term-1', '').profile.narrative.terms).toEqual([]);
  });

  it('stay as they are where nothing was typed', () => {
    for (const id of ['duty-introduction', 'duty-1', 'term-1']) {
      const budget = soundBudget();
      const { parts } = paragraph(budget, id);
      expect(wordingChanges(budget, paragraph(budget, id), parts)).toEqual([]);
    }
  });

  it('begin with the terms that every narrative explains', () => {
    const changed = word(withWords({ terms: [] }), 'term-2', '其他的收入。').profile.narrative.terms;
    expect(changed).toHaveLength(6);
    expect(changed[1]).toEqual({ term: '其他收入', definition: '其他的收入。' });
  });
});
