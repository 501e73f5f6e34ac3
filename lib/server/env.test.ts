import { afterEach, describe, expect, it, vi } from 'vitest';
import { serverEnv } from './env.ts';

const LONG_SECRET = 'x'.repeat(32);

function readWith(env: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return serverEnv();
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('serverEnv', () => {
  it.each([
    ['no secret', { NEXTAUTH_SECRET: undefined }, 'NEXTAUTH_SECRET is not set'],
    ['an empty secret', { NEXTAUTH_SECRET: '' }, 'NEXTAUTH_SECRET is not set'],
    ['a short secret in production', { NODE_ENV: 'production', NEXTAUTH_SECRET: 'x'.repeat(31) }, 'shorter than 32'],
    ['an address that is none', { NEXTAUTH_SECRET: LONG_SECRET, NEXTAUTH_URL: 'budget.local' }, 'NEXTAUTH_URL'],
    ['another protocol', { NEXTAUTH_SECRET: LONG_SECRET, NEXTAUTH_URL: 'ftp://budget.local' }, 'NEXTAUTH_URL'],
  ])('refuses %s', (_name, env, sentence) => {
    expect(() => readWith(env)).toThrow(sentence);
  });

  it('marks cookies secure exactly where users come by https', () => {
    const env = { NODE_ENV: 'production', NEXTAUTH_SECRET: LONG_SECRET };
    expect(readWith({ ...env, NEXTAUTH_URL: 'https://budget.example' }).isHttps).toBe(true);
    expect(readWith({ ...env, NEXTAUTH_URL: 'http://10.1.2.3:3000' }).isHttps).toBe(false);
    expect(readWith({ ...env, NEXTAUTH_URL: undefined }).isHttps).toBe(false);
  });

  it('lets next-auth answer under the host of the request where no address is given', () => {
    vi.stubEnv('AUTH_TRUST_HOST', undefined);
    readWith({ NEXTAUTH_SECRET: LONG_SECRET, NEXTAUTH_URL: undefined });
    expect(process.env.AUTH_TRUST_HOST).toBe('true');
  });
});
