import { describe, expect, it } from 'vitest';
import { checkOrigin } from './check-origin.ts';

function verdict(headers: Record<string, string>): string {
  const checked = checkOrigin(new Headers(headers));
  return checked.ok ? 'OK' : checked.error.code;
}

describe('checkOrigin', () => {
  it.each([
    ['own page', { host: 'budget.local:3000', origin: 'http://budget.local:3000' }, 'OK'],
    ['own page behind a proxy', { host: 'app:3000', 'x-forwarded-host': 'b.gov.cn', origin: 'https://b.gov.cn' }, 'OK'],
    ['no origin', { host: 'budget.local:3000' }, 'FOREIGN_ORIGIN'],
    ['opaque origin', { host: 'budget.local:3000', origin: 'null' }, 'FOREIGN_ORIGIN'],
    ['another host', { host: 'budget.local:3000', origin: 'http://evil.example' }, 'FOREIGN_ORIGIN'],
    ['another port', { host: 'budget.local:3000', origin: 'http://budget.local:3001' }, 'FOREIGN_ORIGIN'],
    ['a longer name', { host: 'budget.local', origin: 'http://budget.local.evil.example' }, 'FOREIGN_ORIGIN'],
    ['no address', { host: 'budget.local', origin: 'budget.local' }, 'FOREIGN_ORIGIN'],
    ['no host', { origin: 'http://budget.local' }, 'FOREIGN_ORIGIN'],
  ])('%s: %o is %s', (_name, headers, expected) => {
    expect(verdict(headers)).toBe(expected);
  });
});
