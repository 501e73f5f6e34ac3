import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

const BASE = 'http://10.1.2.3:3000';

describe('safePath', () => {
  it.each([
    ['/budgets/1?tab=checks#row', '/budgets/1?tab=checks#row'],
    [`${BASE}/reviews`, '/reviews'],
    ['/', '/'],
    ['', '/'],
    [null, '/'],
    ['https://evil.example/budgets', '/'],
    ['//evil.example/budgets', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['http://10.1.2.3:3001/', '/'],
    ['javascript:alert(1)', '/'],
    ['data:text/html,x', '/'],
    ['/\t/evil.example', '/'],
    ['/..//evil.example', '/evil.example'],
    ['/./%2F/evil.example', '/%2F/evil.example'],
    ['http://[bad', '/'],
  ])('%j leads to %j', (candidate, expected) => {
    expect(safePath(candidate, BASE)).toBe(expected);
  });

  it('never yields an address of another host, however it is read again', () => {
    for (const candidate of ['/..//evil.example', '/.//evil.example', '/x/..//..//evil.example', '/%5Cevil.example']) {
      expect(new URL(safePath(candidate, BASE), BASE).origin).toBe(BASE);
    }
  });
});
