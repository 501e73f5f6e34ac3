import { describe, expect, it } from 'vitest';
import { amountFigure } from './figure.ts';
import { paragraphText } from './narrative-document.ts';
import { type NarrativeData, renderNarrative, textRuns } from './render-template.ts';
import type { TemplateText } from './template.ts';

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
  const { closing } = renderNarrative({ titleLines: [], sections: [], closing: [{ id: 'p', text }] }, DATA);
  return closing.map(paragraphText).join('');
}

describe('renderNarrative', () => {
  it('fills figures and words in', () => expect(rendered('{=name}有{a}万元')).toBe('甲有1万元'));

  it('repeats a text for each item of a list', () => {
    expect(rendered({ each: 'items', text: '{=label}{item}', join: '、' })).toBe('子1、丑0');
  });

  it('binds an item’s figure to its own name', () => {
    const template = { titleLines: [], sections: [], closing: [{ id: 'p', each: 'items', text: '{item}' }] };
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
  });
});
