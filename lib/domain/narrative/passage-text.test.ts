import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIGURE_CHARACTER,
  formatPassage,
  lengthOfParts,
  outlineOf,
  type PassagePart,
  type PassageParts,
  parsePassage,
  refsIn,
  replaceParts,
  sliceParts,
  textPart,
  tidyParts,
  typedText,
} from './passage-text.ts';

const figure = (ref: string): PassagePart => ({ kind: 'figure', ref });

const anyRef = fc.constantFrom(
  'revenue.total',
  'function.2010308',
  'projectAmount.0b9c2f9e-7f0a-4c11-9df2-000000000001',
  'projectAmount.309001:project-1',
  'year',
);

const anyParts: fc.Arbitrary<PassageParts> = fc
  .array(
    fc.oneof(
      anyRef.map(figure),
      fc.string({ unit: 'grapheme' }).map((text) => textPart(typedText(text))),
      fc.constantFrom('基本支出', '万元，', '\n', '比上年', '（二）').map(textPart),
    ),
    { maxLength: 12 },
  )
  .map(tidyParts);

describe('a stored passage', () => {
  it('is words and figures', () => {
    expect(parsePassage('支出{expenditure.total}，其中{function.201}。')).toEqual([
      textPart('支出'),
      figure('expenditure.total'),
      textPart('，其中'),
      figure('function.201'),
      textPart('。'),
    ]);
  });

  it.each(['', '{}', '{1a}', '{a b}', '{revenue.total', 'a}b', '{=words}', '{{x}'])('keeps “%s”', (text) => {
    expect(formatPassage(parsePassage(text))).toBe(text);
  });

  it('gives back every text that is stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', '.', '1', '支', '\n') }), (text) => {
        expect(formatPassage(parsePassage(text))).toBe(text);
      }),
    );
  });

  it('gives back all parts that are typed', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(parsePassage(formatPassage(parts))).toEqual(parts);
      }),
    );
  });
});

describe('places in a passage', () => {
  const parts = parsePassage('甲{year}乙{year}{priorYear}');

  it('count a figure as one character', () => {
    expect(lengthOfParts(parts)).toBe(5);
    expect(outlineOf(parts)).toBe(`甲${FIGURE_CHARACTER}乙${FIGURE_CHARACTER}${FIGURE_CHARACTER}`);
    expect(refsIn(parts)).toEqual(['year', 'priorYear']);
  });

  it('are cut out and put back to the same', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(40), fc.nat(40), (whole, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.min(at, lengthOfParts(whole)));
        const piece = sliceParts(whole, start ?? 0, end ?? 0);
        expect(outlineOf(piece)).toBe(outlineOf(whole).slice(start, end));
        expect(replaceParts(whole, start ?? 0, end ?? 0, piece)).toEqual(whole);
      }),
    );
  });

  it('take other parts in', () => {
    expect(formatPassage(replaceParts(parts, 1, 3, [textPart('丙'), figure('revenue.total')]))).toBe(
      '甲丙{revenue.total}{year}{priorYear}',
    );
    expect(formatPassage(replaceParts(parts, 5, 5, [textPart('完')]))).toBe('甲{year}乙{year}{priorYear}完');
  });
});

describe('typed words', () => {
  it('hold nothing that would be read as a figure or cannot be seen', () => {
    expect(typedText('{year}\r\n\u200b乙\uFFFC')).toBe('｛year｝\n乙');
  });
});
