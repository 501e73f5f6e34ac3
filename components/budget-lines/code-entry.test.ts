import { describe, expect, test } from 'vitest';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { type CodeKind, counterpartsOf, leafCodes, readCode } from './code-entry.ts';

const edition = {
  ...SAMPLE_EDITION,
  successions: [{ oldCode: '2010399', newCodes: ['2010308'], from: '2023-01-01', unverified: false }],
};
const read = (kind: CodeKind, text: string) => {
  const result = readCode(edition, kind, text);
  return result.ok ? { code: result.value } : result.error;
};

describe('readCode', () => {
  test('takes a code, a name, or both, in full-width digits too', () => {
    for (const text of ['2010308', '信访事务', '2010308 信访事务', ' ２０１０３０８ ']) {
      expect(read('functional', text)).toEqual({ code: '2010308' });
    }
    expect(read('economic', '302 01')).toEqual({ code: '30201' });
    expect(read('economic', '')).toEqual({ code: '' });
  });

  test('a code above the last level asks for one below', () => {
    expect(read('functional', '20103')).toContain('不是末级科目');
    expect(read('economic', '302')).toContain('款级');
  });

  test('a code of another year names what stands for it this year', () => {
    expect(read('functional', '2010399')).toBe('2010399 不是 2023 年的科目，请改用 2010308 信访事务。');
    expect(counterpartsOf(edition, '2010399')).toEqual(['2010308']);
    const before = {
      ...edition,
      successions: [{ oldCode: '2010308', newCodes: ['2014001', '2014002'], from: '2024-01-01', unverified: false }],
    };
    expect(readCode(before, 'functional', '2014001')).toEqual({
      ok: false,
      error: '2014001 不是 2023 年的科目，请改用 2010308 信访事务。',
    });
    expect(counterpartsOf(before, '2010308')).toEqual([]);
  });

  test('an unknown code or name says what to do', () => {
    expect(read('functional', '9999999')).toContain('没有 9999999');
    expect(read('economic', '办公用品')).toContain('请从列表选择');
  });

  test('a name that two codes bear asks for the code', () => {
    expect(read('economic', '公务用车购置')).toContain('30913、31013');
  });
});

test('leafCodes holds the last level alone', () => {
  expect(leafCodes(edition, 'economic').every(({ code }) => code.length === 5)).toBe(true);
  expect(leafCodes(edition, 'functional')).toContainEqual(expect.objectContaining({ code: '2010308' }));
});
