import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { fail, ok } from '@/lib/domain/result.ts';
import { AnnexError } from '@/lib/publishing/annex-error.ts';
import type { SignedInActor } from '@/lib/services/sessions/signed-in-actor.ts';
import { defineRoute } from './define-route.ts';

const session = vi.hoisted(() => ({ actor: null as SignedInActor | null }));
vi.mock('./session/auth-options.ts', () => ({ authOptions: () => ({}) }));
vi.mock('./current-actor.ts', async (original) => ({
  ...(await original<typeof import('./current-actor.ts')>()),
  currentActor: async () => session.actor,
}));

const CLERK: SignedInActor = {
  userId: 'u1',
  role: 'CLERK',
  unitIds: ['unit1'],
  sessionId: 's1',
  username: 'clerk',
  displayName: '经办',
  roles: ['CLERK'],
  mustChangePassword: false,
};

const URL_OF_ROUTE = 'http://budget.local/api/v1/things/7?tag=a&tag=b';
const context = { params: Promise.resolve({ id: '7' }) };

const handler = defineRoute({
  name: '/api/v1/things/[id]',
  permission: 'budget.edit',
  params: z.object({ id: z.string().regex(/^\d+$/, '编号无效') }),
  query: z.object({ tag: z.array(z.string()).optional() }),
  body: z.object({ amountFen: z.string().regex(/^\d+$/, '金额无效').transform(BigInt) }),
  maxBytes: 1000,
  run: async ({ params, query, body }) => ok({ ...params, ...query, amountFen: body.amountFen + 1n }),
});

function post(body: string, headers: Record<string, string> = {}): Request {
  const own = { host: 'budget.local', origin: 'http://budget.local' };
  return new Request(URL_OF_ROUTE, { method: 'POST', body, headers: { ...own, ...headers } });
}

async function answer(response: Response): Promise<Record<string, unknown>> {
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

beforeEach(() => {
  session.actor = CLERK;
});

describe('defineRoute', () => {
  it('gives path, query and body to the service, and bigint as exact decimal text', async () => {
    const response = await handler(post('{"amountFen":"9007199254740993"}'), context);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await answer(response)).toEqual({ status: 200, id: '7', tag: ['a', 'b'], amountFen: '9007199254740994' });
  });

  it.each([
    ['signed out', () => null, 401, 'SIGNED_OUT'],
    ['in a role without the right', () => ({ ...CLERK, role: 'REVIEWER' as const }), 403, 'FORBIDDEN'],
    ['with a one-time password', () => ({ ...CLERK, mustChangePassword: true }), 403, 'PASSWORD_CHANGE_REQUIRED'],
  ])('refuses who is %s', async (_name, actor, status, code) => {
    session.actor = actor();
    const refused = await answer(await handler(post('{"amountFen":"1"}'), context));
    expect(refused).toMatchObject({ status, code });
    expect(refused.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('refuses what %s sends, before it looks at the session', async (_name, headers) => {
    session.actor = null;
    expect(await answer(await handler(post('{}', headers), context))).toMatchObject({ code: 'FOREIGN_ORIGIN' });
  });

  it('refuses a write without Origin', async () => {
    const request = new Request(URL_OF_ROUTE, { method: 'POST', body: '{}', headers: { host: 'budget.local' } });
    expect(await answer(await handler(request, context))).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
  });

  it('answers a bad body with the JSON path of each fault', async () => {
    expect(await answer(await handler(post('{"amountFen":"-1"}'), context))).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
      issues: [{ path: '$.amountFen', message: '金额无效。' }],
    });
    expect(await answer(await handler(post('not json'), context))).toMatchObject({ status: 422 });
    expect(await answer(await handler(post(`"${'x'.repeat(1000)}"`), context))).toMatchObject({ status: 413 });
  });

  it('gives a download as it is, and needs no Origin to read', async () => {
    const download = defineRoute({
      name: '/api/v1/file',
      permission: 'budget.export',
      run: async () => ok(new Response('%PDF', { headers: { 'content-type': 'application/pdf' } })),
    });
    const response = await download(new Request(URL_OF_ROUTE), context);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(await response.text()).toBe('%PDF');
  });

  it('says when to come again', async () => {
    const busy = defineRoute({
      name: '/busy',
      permission: 'signed-in',
      run: async () => fail({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 61.2 }),
    });
    const response = await busy(new Request(URL_OF_ROUTE), context);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('62');
  });
});

describe('what nobody expected', () => {
  const throwing = (error: unknown) =>
    defineRoute({ name: '/throws', permission: 'signed-in', run: () => Promise.reject(error) });

  it('is logged as one line of JSON under the id that the user sees, and nothing else of it is told', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const shown = await answer(await throwing(new Error('secret\nof the house'))(new Request(URL_OF_ROUTE), context));
    const [line] = write.mock.calls.map(([text]) => String(text));
    write.mockRestore();
    expect(shown).toMatchObject({ status: 500, code: 'UNEXPECTED' });
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(shown.message).toContain(`编号 ${shown.errorId}`);
    expect(line?.trimEnd().split('\n')).toHaveLength(1);
    const logged = JSON.parse(line ?? '') as Record<string, unknown>;
    expect(logged).toMatchObject({ errorId: shown.errorId, where: 'GET /throws', message: 'secret\nof the house' });
  });

  it('names the annex that could not be drawn, and logs why', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const fault = new AnnexError('12-3', new RangeError('no rows'));
    const shown = await answer(await throwing(fault)(new Request(URL_OF_ROUTE), context));
    expect(write).toHaveBeenCalledOnce();
    write.mockRestore();
    expect(shown).toMatchObject({ status: 500, code: 'EXPORT_FAILED', annex: '12-3' });
    expect(shown.message).toContain('附件 12-3 导出失败');
  });

  it.each([
    ['Prisma', { code: 'P1001' }],
    ['the driver', { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'ConnectionClosed' } } } }],
    ['PostgreSQL', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }],
    ['a socket', new Error('failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })],
  ])('is 503 when %s says that the database is out of reach', async (_name, error) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const shown = await answer(await throwing(error)(new Request(URL_OF_ROUTE), context));
    write.mockRestore();
    expect(shown).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });
});
