import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fail, ok } from '@/lib/domain/result.ts';
import { defineOpenRoute, PAGE } from './define-open-route.ts';

const GET = defineOpenRoute({
  name: '/open/[year]',
  params: z.object({ year: z.coerce.number().int() }),
  run: async ({ params: { year } }) => (year === 2023 ? ok({ ...PAGE, body: '<p>' }) : fail({ code: 'NOT_FOUND' })),
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

  it.each(['2022', 'nonsense'])('is not there, and not kept: %s', async (year) => {
    const response = await get(year);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});
