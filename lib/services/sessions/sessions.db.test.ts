import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createPerson, PASSWORD, signInAs } from '@/tests/people.ts';
import { type Stage, setStage } from '@/tests/stage.ts';
import { endSession } from './end-session.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';
import { switchRole } from './switch-role.ts';

useTestDatabase();

let stage: Stage;
let username: string;
let people = 0;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  people += 1;
  username = `person${people}`;
});

const clerk = () => ({ role: 'CLERK', unitId: stage.unitId }) as const;
const attempt = async (password = PASSWORD, name = username, address: string | null = null) => {
  const outcome = await signIn({ username: name, password, address });
  return outcome.ok ? 'OK' : outcome.error.code;
};
const eventsOf = async (userId: string) =>
  (await database().auditEvent.findMany({ where: { actorId: userId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );
const failuresOf = (name: string | null) =>
  database().auditEvent.findMany({
    where: { actorId: null, detail: { path: ['username'], equals: name as string } },
    orderBy: { id: 'asc' },
  });

describe('signing in', () => {
  it('opens a session of twelve hours in the role and units of the user', async () => {
    const userId = await createPerson(username, [clerk(), { role: 'CLERK', unitId: stage.otherUnitId }]);
    const actor = await signInAs(username);
    expect(actor).toMatchObject({ userId, username, role: 'CLERK', roles: ['CLERK'], mustChangePassword: false });
    expect([...actor.unitIds].sort()).toEqual([stage.unitId, stage.otherUnitId].sort());
    const row = await database().session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(Math.round((row.expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(12);
    expect(await eventsOf(userId)).toEqual(['session.opened']);
  });

  it('takes the name as input methods write it', async () => {
    await createPerson(username, [clerk()]);
    expect(await attempt(PASSWORD, ` ${username.toUpperCase().replace('P', 'Ｐ')} `)).toBe('OK');
  });

  it('records a refusal under the name of an existing user, and no text typed for a name nobody has', async () => {
    await createPerson(username, [clerk()]);
    expect(await attempt('wrong')).toBe('BAD_CREDENTIALS');
    expect(await attempt('wrong', `${username}-typed-a-password`)).toBe('BAD_CREDENTIALS');
    expect((await failuresOf(username)).map(({ action }) => action)).toEqual(['session.refused']);
    const everything = JSON.stringify(await database().auditEvent.findMany({ select: { detail: true } }));
    expect(everything).not.toContain('typed-a-password');
  });

  it('tells that an account is disabled only to who knows its password', async () => {
    const userId = await createPerson(username, [clerk()]);
    await database().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await attempt('wrong')).toBe('BAD_CREDENTIALS');
    expect(await attempt()).toBe('ACCOUNT_DISABLED');
    expect(await database().session.count({ where: { userId } })).toBe(0);
  });

  it('lets nobody in without a role', async () => {
    await createPerson(username, []);
    expect(await attempt()).toBe('ACCOUNT_DISABLED');
  });

  it('refuses absurd input without working on it', async () => {
    await createPerson(username, [clerk()]);
    expect(await attempt('x'.repeat(1_000_000))).toBe('BAD_CREDENTIALS');
    expect(await attempt(PASSWORD, `${'x'.repeat(1_000_000)}`)).toBe('BAD_CREDENTIALS');
    expect(await attempt(PASSWORD, "' OR 1=1 --")).toBe('BAD_CREDENTIALS');
    expect(await attempt('')).toBe('BAD_CREDENTIALS');
  });
});

describe('five wrong tries', () => {
  it('lock for a quarter of an hour, the right password included; then the count starts anew', async () => {
    await createPerson(username, [clerk()]);
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await attempt('wrong'));
    expect(answers).toEqual([...Array<string>(4).fill('BAD_CREDENTIALS'), 'LOCKED']);
    expect(await attempt()).toBe('LOCKED');
    const row = await database().signInCounter.findUniqueOrThrow({ where: { key: `account:${username}` } });
    expect(Math.round((row.endsAt.getTime() - Date.now()) / 60_000)).toBe(15);
    const actions = (await failuresOf(username)).map(({ action }) => action);
    expect(actions).toEqual([...Array<string>(4).fill('session.refused'), 'session.locked']);

    await database().signInCounter.update({ where: { key: row.key }, data: { endsAt: new Date(Date.now() - 1) } });
    expect(await attempt('wrong')).toBe('BAD_CREDENTIALS');
    expect(await attempt()).toBe('OK');
    expect(await database().signInCounter.count({ where: { key: row.key } })).toBe(0);
  });

  it('are five however many are sent at once, and only one account is locked by them', async () => {
    await createPerson(username, [clerk()]);
    await createPerson(`${username}-b`, [clerk()]);
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('wrong')));
    expect(answers.filter((code) => code === 'BAD_CREDENTIALS')).toHaveLength(4);
    expect(answers.filter((code) => code === 'LOCKED')).toHaveLength(26);
    expect(await attempt()).toBe('LOCKED');
    expect(await attempt(PASSWORD, `${username}-b`)).toBe('OK');
  });

  it('answer the same for a name that nobody has', async () => {
    await createPerson(username, [clerk()]);
    const answersFor = async (name: string) => {
      const answers: unknown[] = [];
      for (let i = 0; i < 7; i += 1) {
        const outcome = await signIn({ username: name, password: 'wrong', address: null });
        answers.push(outcome.ok ? null : { ...outcome.error, until: undefined });
      }
      return answers;
    };
    expect(await answersFor(`${username}-nobody`)).toEqual(await answersFor(username));
  });

  it('are forgotten by a success in between', async () => {
    await createPerson(username, [clerk()]);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) expect(await attempt('wrong')).toBe('BAD_CREDENTIALS');
      expect(await attempt()).toBe('OK');
    }
  });
});

describe('an address', () => {
  it('may guess a hundred times in a quarter of an hour, at whatever names; right passwords do not count', async () => {
    await createPerson(username, [clerk()]);
    const address = '192.0.2.7';
    expect(await attempt(PASSWORD, username, address)).toBe('OK');
    await database().signInCounter.update({ where: { key: `address:${address}` }, data: { tries: 99 } });
    expect(await attempt(PASSWORD, username, address)).toBe('OK');
    expect(await attempt('wrong', 'somebody', address)).toBe('BAD_CREDENTIALS');
    expect(await attempt(PASSWORD, username, address)).toBe('TOO_MANY_REQUESTS');
    expect(await attempt(PASSWORD, username, '192.0.2.8')).toBe('OK');
  });
});

describe('a session', () => {
  it('ends with sign-out, for every copy of its cookie, once', async () => {
    const userId = await createPerson(username, [clerk()]);
    const actor = await signInAs(username);
    await endSession(actor.sessionId);
    await endSession(actor.sessionId);
    expect(await readSession(actor.sessionId)).toBeNull();
    expect(await eventsOf(userId)).toEqual(['session.opened', 'session.closed']);
  });

  it.each([
    ['it is over', (id: string) => database().session.update({ where: { id }, data: { expiresAt: new Date() } })],
    ['it is revoked', (id: string) => database().session.update({ where: { id }, data: { revokedAt: new Date() } })],
    [
      'its user is disabled',
      (_id: string, userId: string) =>
        database().user.update({ where: { id: userId }, data: { disabledAt: new Date() } }),
    ],
    [
      'the role is withdrawn',
      (_id: string, userId: string) => database().assignment.deleteMany({ where: { userId, role: 'CLERK' } }),
    ],
  ] as const)('is read as none when %s', async (_name, end) => {
    const userId = await createPerson(username, [clerk(), { role: 'REVIEWER', unitId: stage.unitId }]);
    const { sessionId } = await signInAs(username);
    expect(await readSession(sessionId)).not.toBeNull();
    await end(sessionId, userId);
    expect(await readSession(sessionId)).toBeNull();
  });

  it('sees units given and taken at its next request', async () => {
    const userId = await createPerson(username, [clerk()]);
    const { sessionId } = await signInAs(username);
    await database().assignment.create({ data: { userId, role: 'CLERK', unitId: stage.otherUnitId } });
    await database().assignment.deleteMany({ where: { userId, unitId: stage.unitId } });
    expect((await readSession(sessionId))?.unitIds).toEqual([stage.otherUnitId]);
  });
});

describe('switching the role', () => {
  it('takes the units of the other role, and is remembered at the next sign-in', async () => {
    const userId = await createPerson(username, [clerk(), { role: 'REVIEWER', unitId: stage.otherUnitId }]);
    const actor = await signInAs(username);
    expect(actor).toMatchObject({ role: 'CLERK', unitIds: [stage.unitId], roles: ['CLERK', 'REVIEWER'] });
    expect(await switchRole(actor, 'REVIEWER')).toEqual({ ok: true, value: 'REVIEWER' });
    expect(await readSession(actor.sessionId)).toMatchObject({ role: 'REVIEWER', unitIds: [stage.otherUnitId] });
    expect(await signInAs(username)).toMatchObject({ role: 'REVIEWER' });
    expect(await eventsOf(userId)).toEqual(['session.opened', 'session.role-switched', 'session.opened']);
  });

  it('is refused for a role one does not hold', async () => {
    await createPerson(username, [clerk()]);
    const actor = await signInAs(username);
    expect(await switchRole(actor, 'ADMIN')).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect((await readSession(actor.sessionId))?.role).toBe('CLERK');
  });
});

it('the audit chain of all this holds', async () => {
  expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true });
});
