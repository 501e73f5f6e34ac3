import { expect, test } from 'vitest';
import { unprintableCharacters } from './typst-compiler.ts';

const report = (quoted: string) =>
  `message: "PDF/A-2a error: the text \`${quoted}\` could not be displayed with font x"`;

test('each character is named once, whether or not the report escapes it', () => {
  const detail = [report('"🧧"'), report('\\"🧧\\"'), report('"\\u{e000}"'), report('\\"\\\\u{10ffff}\\"')].join(', ');
  expect(unprintableCharacters(detail)).toEqual(['🧧', '\ue000', '\u{10ffff}']);
});

test('another error names none', () => {
  expect(unprintableCharacters('unknown variable: data')).toEqual([]);
});
