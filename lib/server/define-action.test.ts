import { redirect } from 'next/navigation';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ok } from '@/lib/domain/result.ts';
import type { SignedInActor } from '@/lib/services/sessions/signed-in-actor.ts';
import { defineAction } from './define-action.ts';

const request = vi.hoisted(() => ({ actor: null as SignedInActor | null, headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('./session/auth-options.ts', () => ({ authOptions: () => ({}) }));
vi.mock('./current-actor.ts', async (original) => ({
  ...(await original<typeof import('./current-actor.ts')>()),
  currentActor: async () => request.actor,
}));

const ADMIN: SignedInActor = {
  userId: 'u1',
  role: 'ADMIN',
  unitIds: [],
  sessionId: 's1',
  username: 'admin',
  displayName: '管理员',
  roles: ['ADMIN'],
  mustChangePassword: false,
};

const run = vi.fn(async (actor: SignedInActor, input: { name: string }) => ok(`${actor.username} ${input.name}`));
const input = z.object({ name: z.string().trim().min(1, '请填写名称') });
const action = defineAction({ name: 'rename', permission: 'user.manage', input, run });

beforeEach(() => {
  run.mockClear();
  request.actor = ADMIN;
  request.headers = new Headers({ host: 'budget.local', origin: 'http://budget.local' });
});

describe('defineAction', () => {
  it('calls the service with the actor and the valid input', async () => {
    expect(await action({ name: ' 甲 ' })).toEqual({ ok: true, value: 'admin 甲' });
  });

  it.each<[string, () => void, string]>([
    ['from another site', () => request.headers.set('origin', 'http://evil.example'), 'FOREIGN_ORIGIN'],
    ['without Origin', () => request.headers.delete('origin'), 'FOREIGN_ORIGIN'],
    ['signed out', () => (request.actor = null), 'SIGNED_OUT'],
    ['in another role', () => (request.actor = { ...ADMIN, role: 'AUDITOR' }), 'FORBIDDEN'],
    [
      'with a one-time password',
      () => (request.actor = { ...ADMIN, mustChangePassword: true }),
      'PASSWORD_CHANGE_REQUIRED',
    ],
  ])('refuses a call %s, and calls nothing', async (_name, arrange, code) => {
    arrange();
    const answer = await action({ name: '甲' });
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(run).not.toHaveBeenCalled();
  });

  it('names what is wrong with the input', async () => {
    expect(await action({ name: ' ' })).toEqual({
      ok: false,
      problem: { code: 'INVALID_INPUT', issues: [{ path: '$.name', message: '请填写名称。' }] },
      message: '请填写名称。',
    });
  });

  it('lets the few acts through that a one-time password allows', async () => {
    request.actor = { ...ADMIN, mustChangePassword: true };
    const allowed = defineAction({ name: 'leave', permission: 'signed-in', duringPasswordChange: true, input, run });
    expect(await allowed({ name: '甲' })).toMatchObject({ ok: true });
  });

  it('leads to another page where the service says so', async () => {
    const leaving = defineAction({
      name: 'leave',
      permission: 'signed-in',
      input,
      run: async () => redirect('/sign-in'),
    });
    await expect(leaving({ name: '甲' })).rejects.toThrow('NEXT_REDIRECT');
  });

  it('never rejects for a bug: the user gets a number, the log the rest', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    run.mockRejectedValueOnce(new Error('secret'));
    const answer = await action({ name: '甲' });
    const logged = write.mock.calls.map(([text]) => String(text)).join('');
    write.mockRestore();
    expect(answer).toMatchObject({ ok: false, problem: { code: 'UNEXPECTED' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(logged).toContain('action rename');
  });
});
