import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../budget/budget.ts';
import { sampleBudget } from '../fixtures/sample-budget.ts';
import {
  fillTemplate,
  firstBlank,
  insertText,
  PLACEHOLDERS,
  placeOfRemark,
  type RemarkPlace,
} from './comment-template.ts';

const PLACE: RemarkPlace = { 单位: '信访办', 项目: '信访业务费', 栏目: '项目支出' };
const NOWHERE: RemarkPlace = { 单位: null, 项目: null, 栏目: null };

const numberOf = (annex: string) => `附件${annex}`;

describe('filling a template', () => {
  it('puts the names of the place in, as often as they are asked for', () => {
    expect(fillTemplate('请{单位}补充“{项目}”的依据；{ 项目 }见{栏目}。', PLACE)).toBe(
      '请信访办补充“信访业务费”的依据；信访业务费见项目支出。',
    );
  });

  it('leaves visible what is unknown and what has no name there', () => {
    expect(fillTemplate('{项目}应于{日期}前补充{}。', { ...PLACE, 项目: null })).toBe('{项目}应于{日期}前补充{}。');
    expect(fillTemplate('{项目}', { ...PLACE, 项目: '' })).toBe('{项目}');
    expect(fillTemplate('{项目', PLACE)).toBe('{项目');
  });

  it('never fills what came from a name', () => {
    expect(fillTemplate('{项目}', { ...PLACE, 项目: '{单位}$&' })).toBe('{单位}$&');
  });

  it('changes nothing but the placeholders it can fill', () => {
    const part = fc.oneof(
      fc.string().map((text) => text.replace(/[{}]/g, '')),
      fc.constantFrom(...PLACEHOLDERS.map((word) => `{${word}}`), '{金额}'),
    );
    const name = fc.option(fc.string({ minLength: 1 }).map((text) => text.replace(/[{}]/g, '') || '名'));
    const place = fc.record({ 单位: name, 项目: name, 栏目: name });
    fc.assert(
      fc.property(fc.array(part), place, (parts, names) => {
        const expected = parts.map((each) => {
          const word = PLACEHOLDERS.find((placeholder) => each === `{${placeholder}}`);
          return (word && names[word]) ?? each;
        });
        expect(fillTemplate(parts.join(''), names)).toBe(expected.join(''));
        expect(fillTemplate(parts.join(''), NOWHERE)).toBe(parts.join(''));
      }),
    );
  });
});

describe('putting a text in at the cursor', () => {
  it('marks what is still to be completed, else stands behind it', () => {
    expect(insertText('甲乙', 1, '请补充{日期}。', 100)).toEqual({
      text: '甲请补充{日期}。乙',
      selection: { start: 4, end: 8 },
    });
    expect(insertText('甲乙', 2, '请补充。', 100)).toEqual({ text: '甲乙请补充。', selection: { start: 6, end: 6 } });
  });

  it('refuses what would be too long', () => {
    expect(insertText('甲乙', 0, '丙', 2)).toBeNull();
  });

  it('loses nothing that was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -5, max: 300 }), fc.string(), (typed, cursor, added) => {
        const inserted = insertText(typed, cursor, added, 10_000);
        const at = Math.min(Math.max(cursor, 0), typed.length);
        expect(inserted?.text.slice(0, at)).toBe(typed.slice(0, at));
        expect(inserted?.text.slice(at, at + added.length)).toBe(added);
        expect(inserted?.text.slice(at + added.length)).toBe(typed.slice(at));
      }),
    );
  });

  it('finds the first blank', () => {
    expect(firstBlank('没有')).toBeNull();
    expect(firstBlank('见{栏目}和{项目}')).toEqual({ start: 1, end: 5 });
  });
});

describe('the place of a remark', () => {
  const budget = sampleBudget({
    revenue: [{}],
    basic: [{}],
    projects: [{ name: '信访业务费', lines: [{}], indicators: [{}] }, { name: '' }],
  });

  const on = (collection: Collection, name: string) =>
    placeOfRemark(budget, { collection, rowKey: `309001:${name}`, annex: null }, numberOf);

  it('on a project or on what belongs to it names the project', () => {
    const named = { 单位: '信访办（本级）', 项目: '信访业务费' };
    expect(on('projects', 'project-1')).toEqual({ ...named, 栏目: '项目支出' });
    expect(on('expenditure', 'project-1-line-1')).toEqual({ ...named, 栏目: '项目支出' });
    expect(on('indicators', 'project-1-indicator-1')).toEqual({ ...named, 栏目: '绩效目标' });
    expect(on('expenditure', 'basic-1')).toMatchObject({ 项目: null, 栏目: '基本支出' });
    expect(on('projects', 'project-2')).toMatchObject({ 项目: null });
    expect(on('projects', 'gone')).toMatchObject({ 项目: null, 栏目: '项目支出' });
  });

  it('elsewhere names what there is', () => {
    expect(on('revenue', 'revenue-1')).toMatchObject({ 项目: null, 栏目: '收入预算' });
    expect(placeOfRemark(budget, { collection: null, rowKey: null, annex: null }, numberOf)).toMatchObject({
      项目: null,
      栏目: null,
    });
    expect(placeOfRemark(budget, { collection: null, rowKey: null, annex: '3' }, numberOf)).toMatchObject({
      栏目: '附件3',
    });
  });
});
