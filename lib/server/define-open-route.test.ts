import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fail, ok } from '@/lib/domain/result.ts';
import { defineOpenRoute, PAGE } from './define-open-route.ts';

const LONG = '长'.repeat(2000);

const GET = defineOpenRoute({
  name: '/open/[year]',
  params: z.object({ year: z.coerce.number().int() }),
  run: async ({ params: { year } }) => {
    if (year === 2021) return ok({ ...PAGE, body: LONG });
    return year === 2023 ? ok({ ...PAGE, body: '<p>' }) : fail({ code: 'NOT_FOUND' });
  },
});

const get = (year: string, headers: Record<string, string> = {}) =>
  GET(new Request('http://localhost/open', { headers }), { params: Promise.resolve({ year }) });

describe('a public route', () => {
  it('lets every cache keep its answer, which runs no script', async () => {
    const response = await get('2023');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toBe('<p>');
  });

  it.each(['$', 'W/$', '"other", $', '*'])('answers 304 to who has it: %s', async (form) => {
    const etag = (await get('2023')).headers.get('etag') ?? '';
    const response = await get('2023', { 'if-none-match': form.replace('$', etag) });
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect((await get('2023', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(['gzip', 'br, gzip;q=0.5', '*'])('packs what is long for who takes it: %s', async (coding) => {
    const response = await get('2021', { 'accept-encoding': coding });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
      'gzip',
      'accept-encoding',
    ]);
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(LONG);
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}-gzip"$/);
    for (const accepted of [coding, 'identity']) {
      expect((await get('2021', { 'accept-encoding': accepted, 'if-none-match': etag })).status).toBe(304);
    }
  });

  it.each(['', 'br', 'gzip;q=0', 'gzip; q=0.0'])('leaves it as it is for others: %j', async (coding) => {
    const response = await get('2021', { 'accept-encoding': coding });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, 'accept-encoding']);
    expect(await response.text()).toBe(LONG);
    expect((await get('2023', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull();
  });

  it.each(['2022', 'nonsense'])('is not there, and not kept: %s', async (year) => {
    const response = await get(year);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});
