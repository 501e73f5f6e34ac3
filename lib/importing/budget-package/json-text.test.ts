import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from './json-fault.ts';
import { parseJsonText } from './json-text.ts';

function messageOf(text: string): string {
  const result = parseJsonText(text);
  return result.ok ? '' : (result.error[0]?.message ?? '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JSON text', () => {
  it('is read with or without a byte order mark', () => {
    expect(parseJsonText('\uFEFF{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } });
  });

  it('a fault is told by line and column', () => {
    expect(messageOf('{\n  "a": 1,\n  "b": }')).toBe(
      '文件不是有效的 JSON，读到第 3 行第 8 列为止。请用生成该文件的程序重新导出。',
    );
  });

  it('an empty file is told as such', () => {
    expect(messageOf(' \n')).toBe('文件是空的，没有可导入的内容。');
  });
});

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a": [1, 2', 11],
    ['[1, 2,]', 6],
    ['{"a": 1,}', 8],
    ["{'a': 1}", 1],
    ['{"a" 1}', 5],
    ['[1 2]', 3],
    ['[01]', 1],
    ['[1.]', 1],
    ['["a\nb"]', 1],
    ['[1}', 2],
    ['{"a": nul}', 6],
    ['[] []', 3],
    ['// note\n{}', 0],
  ])('%j: %i', (text, offset) => expect(findJsonFault(text)).toBe(offset));

  it('there is none in JSON, and one in a text that is none', () => {
    const json = fc.json().map((text) => JSON.stringify(JSON.parse(text), null, 1));
    const spoiled = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '0', '\\', '\u0001', 'e'))
      .map(([text, place, extra]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + extra + text.slice(extra === '' ? at + 1 : at);
      });
    fc.assert(
      fc.property(fc.oneof(json, spoiled), (text) => {
        expect(findJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('deep nesting is no trouble', () => {
    expect(findJsonFault('['.repeat(200_000))).toBe(200_000);
  });
});
