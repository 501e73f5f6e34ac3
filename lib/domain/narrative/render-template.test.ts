import { describe, expect, it } from 'vitest';
import { amountFigure } from './figure.ts';
import { paragraphText } from './narrative-document.ts';
import { type NarrativeData, renderNarrative, textRuns } from './render-template.ts';
import type { NarrativeTemplate, TemplateText } from './template.ts';

const DATA: NarrativeData = {
  figures: new Map([
    ['a', amountFigure(1_000_000n)],
    ['b', amountFigure(0n)],
  ]),
  words: new Map([
    ['name', textRuns('甲')],
    ['blank', []],
  ]),
  lists: new Map([
    [
      'items',
      [
        { words: { label: '子' }, ref: 'a' },
        { words: { label: '丑' }, ref: 'b' },
      ],
    ],
    ['none', []],
  ]),
};

function rendered(text: TemplateText): string {
  const { closing } = renderNarrative(
    { titleLines: [], sections: [], closing: [{ id: 'p', name: '段', text }], phrases: {} },
    DATA,
  );
  return closing.map(paragraphText).join('');
}

describe('renderNarrative', () => {
  it('fills figures and words in', () => expect(rendered('{=name}有{a}万元')).toBe('甲有1万元'));

  it('repeats a text for each item of a list', () => {
    expect(rendered({ each: 'items', text: '{=label}{item}', join: '、' })).toBe('子1、丑0');
  });

  it('binds an item’s figure to its own name', () => {
    const closing = [{ id: 'p', name: '段', each: 'items', text: '{item}' }];
    const template = { titleLines: [], sections: [], closing, phrases: {} };
    expect(renderNarrative(template, DATA).closing).toEqual([
      { id: 'p-1', runs: [{ kind: 'figure', text: '1', ref: 'a' }] },
      { id: 'p-2', runs: [{ kind: 'figure', text: '0', ref: 'b' }] },
    ]);
  });

  it.each([
    [{ known: 'a' }, true],
    [{ known: 'z' }, false],
    [{ nought: 'b' }, true],
    [{ nought: 'z' }, false],
    [{ positive: 'a' }, true],
    [{ negative: 'a' }, false],
    [{ words: 'name' }, true],
    [{ words: 'blank' }, false],
    [{ listed: 'items' }, true],
    [{ listed: 'none' }, false],
    [{ all: [{ known: 'a' }, { known: 'z' }] }, false],
    [{ any: [{ known: 'a' }, { known: 'z' }] }, true],
    [{ not: { known: 'z' } }, true],
  ] as const)('%j is %s', (when, holds) => {
    expect(rendered({ when, say: '是', otherwise: '否' })).toBe(holds ? '是' : '否');
  });

  it('refuses a template that names what is not there', () => {
    expect(() => rendered('{nothing}')).toThrow('the figure nothing');
    expect(() => rendered('{=nothing}')).toThrow('the words nothing');
    expect(() => rendered({ phrase: 'nothing' })).toThrow('no phrase nothing');
  });
});

describe('a unit’s own wording', () => {
  const template: NarrativeTemplate = {
    titleLines: [],
    sections: [],
    closing: [
      { id: 'p', name: '段', lead: '一、', text: '标准{a}万元' },
      { id: 'q', name: '段', when: { nought: 'a' }, text: '没有' },
      { id: 'r', name: '段', text: '{=name}', input: 'dutyIntroduction' },
    ],
    phrases: { rise: { when: { positive: 'a' }, say: '增加{a}万元' }, fall: { when: { negative: 'a' }, say: '减少' } },
  };

  function worded(text: string, id = 'p') {
    return renderNarrative(template, DATA, new Map([[id, text]])).closing;
  }

  it('stands behind the lead, its figures with their unit', () => {
    expect(worded('自拟{a}，另有{b}万元。')[0]).toEqual({
      id: 'p',
      lead: '一、',
      runs: [
        { kind: 'text', text: '自拟' },
        { kind: 'figure', text: '1', ref: 'a' },
        { kind: 'text', text: '万元，另有' },
        { kind: 'figure', text: '0', ref: 'b' },
        { kind: 'text', text: '万元。' },
      ],
    });
  });

  it('has phrases, each marked as one piece', () => {
    expect(worded('比上年{rise}')[0]?.runs).toEqual([
      { kind: 'text', text: '比上年' },
      { kind: 'text', text: '增加', phrase: 'rise' },
      { kind: 'figure', text: '1', ref: 'a', phrase: 'rise' },
      { kind: 'text', text: '万元', phrase: 'rise' },
    ]);
  });

  it.each(['nothing', 'fall', 'toString', '__proto__'])('says where “%s” is not known', (ref) => {
    expect(worded(`有{${ref}}。`)[0]?.runs).toContainEqual(
      ref.startsWith('_') ? { kind: 'text', text: `有{${ref}}。` } : { kind: 'missing', text: '【缺数据】', ref },
    );
  });

  it('of several lines is several paragraphs', () => {
    expect(worded('甲\n\n 乙 ').slice(0, 2)).toEqual([
      { id: 'p', lead: '一、', runs: [{ kind: 'text', text: '甲' }] },
      { id: 'p/2', runs: [{ kind: 'text', text: '乙' }] },
    ]);
  });

  it('is nothing where it is blank, where the paragraph is not called for, and for words of the profile', () => {
    const standard = renderNarrative(template, DATA).closing;
    expect(worded('  \n')).toEqual(standard);
    expect(worded('有', 'q')).toEqual(standard);
    expect(worded('乙', 'r')).toEqual(standard);
  });
});
