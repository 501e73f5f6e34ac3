import { describe, expect, it } from 'vitest';
import { explainedKeysOf, judgingProgress, sayingTheSame } from './refused-explanations.ts';

const explanation = (findingKey: string, text: string) => ({ findingKey, text });

describe('explainedKeysOf', () => {
  it('counts every explanation where none was refused', () => {
    const explanations = [explanation('a', '退休三人'), explanation('b', '新增任务')];
    expect([...explainedKeysOf({ explanations, refusals: [] })]).toEqual(['a', 'b']);
  });

  it('does not count one that says what was refused, apart from blanks around it', () => {
    const refusals = [{ subject: 'a', explanation: '退休三人' }];
    expect([...explainedKeysOf({ explanations: [explanation('a', ' 退休三人 ')], refusals })]).toEqual([]);
  });

  it('counts one that was written anew, and those that were not refused', () => {
    const explanations = [explanation('a', '3月退休三人，附文件'), explanation('b', '退休三人')];
    const refusals = [{ subject: 'a', explanation: '退休三人' }];
    expect([...explainedKeysOf({ explanations, refusals })]).toEqual(['a', 'b']);
  });
});

describe('sayingTheSame', () => {
  it('keeps what is said again, and nothing that changed or is gone', () => {
    const verdicts = ['a', 'b', 'c', 'd'].map((subject) => ({ subject }));
    const before = new Map(Object.entries({ a: '退休三人', b: '新增任务', c: '提标' }));
    const after = new Map(Object.entries({ a: ' 退休三人', b: '新增两项任务', d: '划转' }));
    expect(sayingTheSame(verdicts, before, after)).toEqual([{ subject: 'a' }]);
  });
});

describe('judgingProgress', () => {
  it('tells accepted, refused and open apart, and leaves out what is gone', () => {
    const verdicts = [
      { subject: 'a', verdict: 'ACCEPTED' },
      { subject: 'b', verdict: 'REFUSED' },
      { subject: 'gone', verdict: 'REFUSED' },
    ] as const;
    expect(judgingProgress(['a', 'b', 'c', 'c'], verdicts)).toEqual({ total: 3, accepted: 1, refused: 1, open: 1 });
  });

  it('of nothing is nothing', () => {
    expect(judgingProgress([], [])).toEqual({ total: 0, accepted: 0, refused: 0, open: 0 });
  });
});
