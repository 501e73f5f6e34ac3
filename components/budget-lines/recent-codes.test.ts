import { expect, test, vi } from 'vitest';

test('keeps the latest codes of a kind, each once, also over a reload', async () => {
  const store = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
  const first = await import('./recent-codes.ts');
  for (const code of ['30101', '30201', '', '30101']) first.rememberCode('economic', code);
  expect(first.recentCodes('economic')).toEqual(['30101', '30201']);
  expect(first.recentCodes('functional')).toEqual([]);
  vi.resetModules();
  const reloaded = await import('./recent-codes.ts');
  expect(reloaded.recentCodes('economic')).toEqual(['30101', '30201']);
  for (let code = 30_101; code < 30_120; code += 1) reloaded.rememberCode('economic', String(code));
  expect(reloaded.recentCodes('economic')).toHaveLength(8);
  vi.unstubAllGlobals();
});

test('a store that holds something else is taken for empty', async () => {
  vi.stubGlobal('localStorage', { getItem: () => '{"a":1', setItem: () => {} });
  vi.resetModules();
  const { recentCodes } = await import('./recent-codes.ts');
  expect(recentCodes('functional')).toEqual([]);
  vi.unstubAllGlobals();
});
