import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { RoleAssignment } from '@/lib/db/user-repository.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoleGrant } from '@/lib/schemas/user.ts';
import type { UserView } from '@/lib/schemas/user-view.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createPerson, PASSWORD, signInAs } from '@/tests/people.ts';
import { createActor, type Stage, setStage } from '@/tests/stage.ts';
import { readSession } from '../sessions/read-session.ts';
import { signIn } from '../sessions/sign-in.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { createUser } from './create-user.ts';
import { listUsers } from './list-users.ts';
import { resetPassword } from './reset-password.ts';
import { setUserDisabled } from './set-user-disabled.ts';
import { updateUser } from './update-user.ts';

useTestDatabase();

let stage: Stage;
let admin: Actor;
let username: string;
let people = 0;

beforeAll(async () => {
  stage = await setStage();
  admin = stage.actors.ADMIN;
});

beforeEach(() => {
  people += 1;
  username = `person${people}`;
});

const clerkGrant = (): RoleGrant => ({ role: 'CLERK', unitIds: [stage.unitId] });
const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => (outcome.ok ? 'OK' : outcome.error?.code);

async function viewOf(name: string): Promise<UserView> {
  const users = await listUsers(admin);
  const found = users.ok ? users.value.find((user) => user.username === name) : undefined;
  if (!found) throw new Error(`no user ${name}`);
  return found;
}

async function made(grants: RoleGrant[] = [clerkGrant()]): Promise<UserView> {
  const assignments = grants.flatMap<RoleAssignment>(({ role, unitIds }) =>
    unitIds.length === 0 ? [{ role, unitId: null }] : unitIds.map((unitId) => ({ role, unitId })),
  );
  await createPerson(username, assignments);
  return viewOf(username);
}

const change = (user: UserView, grants: RoleGrant[], displayName = '新名') =>
  updateUser(admin, { userId: user.id, revision: user.revision, displayName, grants });
const disable = (user: UserView, disabled = true, actor = admin) =>
  setUserDisabled(actor, { userId: user.id, revision: user.revision, disabled });
const eventsAbout = async (userId: string) =>
  (
    await database().auditEvent.findMany({
      where: { actorId: admin.userId, detail: { path: ['userId'], equals: userId } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action }) => action);

describe('a new user', () => {
  it('gets a password that is shown once and must be changed before anything else', async () => {
    const created = await createUser(admin, { username, displayName: '王芳', grants: [clerkGrant()] });
    if (!created.ok) throw new Error(created.error.code);
    const actor = await signInAs(username, created.value.oneTimePassword);
    expect(actor).toMatchObject({
      displayName: '王芳',
      role: 'CLERK',
      unitIds: [stage.unitId],
      mustChangePassword: true,
    });
    expect(await eventsAbout(created.value.userId)).toEqual(['user.created']);
    const everything = JSON.stringify([
      await database().auditEvent.findMany({ select: { detail: true } }),
      await listUsers(admin),
    ]);
    expect(everything).not.toContain(created.value.oneTimePassword);
    expect(everything).not.toContain('$argon2id$');
  });

  it('can not take a name that exists, not even at the same moment', async () => {
    const input = { username, displayName: '甲', grants: [clerkGrant()] };
    const outcomes = (await Promise.all([createUser(admin, input), createUser(admin, input)])).map(codeOf);
    expect(outcomes.sort()).toEqual(['OK', 'USERNAME_TAKEN']);
    expect(codeOf(await createUser(admin, input))).toBe('USERNAME_TAKEN');
  });

  it.each<[string, () => RoleGrant[], string, string?]>([
    ['administration and business', () => [clerkGrant(), { role: 'ADMIN', unitIds: [] }], 'ROLES_CONFLICT'],
    [
      'audit and administration',
      () => [
        { role: 'AUDITOR', unitIds: [] },
        { role: 'ADMIN', unitIds: [] },
      ],
      'ROLES_CONFLICT',
    ],
    ['a clerk without a unit', () => [{ role: 'CLERK', unitIds: [] }], 'INVALID_INPUT', '$.grants[0].unitIds'],
    [
      'an auditor of a unit',
      () => [{ role: 'AUDITOR', unitIds: [stage.unitId] }],
      'INVALID_INPUT',
      '$.grants[0].unitIds',
    ],
    ['a role twice', () => [clerkGrant(), clerkGrant()], 'INVALID_INPUT', '$.grants[1]'],
    ['a unit that does not exist', () => [{ role: 'CLERK', unitIds: [stage.departmentId] }], 'NOT_FOUND'],
  ])('can not hold %s', async (_name, grants, code, path) => {
    const outcome = await createUser(admin, { username, displayName: '甲', grants: grants() });
    expect(codeOf(outcome)).toBe(code);
    if (path) expect(outcome).toMatchObject({ error: { issues: [{ path }] } });
    expect(await database().user.count({ where: { username } })).toBe(0);
  });
});

describe('changing a user', () => {
  it('replaces name, roles and units, and records both states', async () => {
    const user = await made();
    const grants: RoleGrant[] = [{ role: 'REVIEWER', unitIds: [stage.unitId, stage.otherUnitId] }];
    expect(codeOf(await change(user, grants))).toBe('OK');
    const changed = await viewOf(username);
    expect(changed).toMatchObject({ displayName: '新名', revision: user.revision + 1 });
    expect(changed.grants.map(({ role, unitIds }) => [role, unitIds.length])).toEqual([['REVIEWER', 2]]);
    expect(await eventsAbout(user.id)).toEqual(['user.changed']);
  });

  it('is refused on a state that is no longer so', async () => {
    const user = await made();
    expect(codeOf(await change(user, [clerkGrant()], '先'))).toBe('OK');
    expect(codeOf(await change(user, [clerkGrant()], '后'))).toBe('RECORD_CHANGED');
    expect((await viewOf(username)).displayName).toBe('先');
  });

  it('of nobody is NOT_FOUND', async () => {
    expect(codeOf(await change({ ...(await made()), id: stage.unitId }, [clerkGrant()]))).toBe('NOT_FOUND');
  });
});

describe('disabling', () => {
  it('ends every session at once and keeps the user out; enabling lets them in again', async () => {
    const user = await made();
    const sessions = [await signInAs(username), await signInAs(username)];
    expect(codeOf(await disable(user))).toBe('OK');
    for (const { sessionId } of sessions) expect(await readSession(sessionId)).toBeNull();
    expect(codeOf(await signIn({ username, password: PASSWORD, address: null }))).toBe('ACCOUNT_DISABLED');
    expect(codeOf(await disable(await viewOf(username), false))).toBe('OK');
    for (const { sessionId } of sessions) expect(await readSession(sessionId)).toBeNull();
    expect((await signInAs(username)).userId).toBe(user.id);
    expect(await eventsAbout(user.id)).toEqual(['user.disabled', 'user.enabled']);
  });

  it('a late act of a disabled administrator is refused', async () => {
    const late = await createActor(`${username}-late`, 'ADMIN', null);
    expect(codeOf(await disable(await viewOf(`${username}-late`)))).toBe('OK');
    expect(codeOf(await disable(await made(), true, late))).toBe('SIGNED_OUT');
  });
});

describe('the last administrator', () => {
  it('can neither be disabled nor lose the role; with a second one, not by their own hand', async () => {
    const own = await viewOf('admin-309');
    expect(codeOf(await disable(own))).toBe('LAST_ADMIN');
    expect(codeOf(await change(own, [clerkGrant()]))).toBe('LAST_ADMIN');
    const second = await made([{ role: 'ADMIN', unitIds: [] }]);
    expect(codeOf(await disable(own))).toBe('OWN_ACCOUNT');
    expect(codeOf(await change(own, [clerkGrant()]))).toBe('OWN_ACCOUNT');
    expect(codeOf(await resetPassword(admin, { userId: own.id, revision: own.revision }))).toBe('OWN_ACCOUNT');
    expect(codeOf(await disable(second))).toBe('OK');
    expect(codeOf(await disable(own))).toBe('LAST_ADMIN');
  });

  it('stays when two administrators disable each other at the same moment', async () => {
    for (let trial = 0; trial < 10; trial += 1) {
      const rivalId = await createPerson(`${username}-rival${trial}`, [{ role: 'ADMIN', unitId: null }]);
      const rival: Actor = { userId: rivalId, role: 'ADMIN', unitIds: [] };
      const own = await viewOf('admin-309');
      const theirs = await viewOf(`${username}-rival${trial}`);
      const outcomes = (await Promise.all([disable(theirs, true, admin), disable(own, true, rival)])).map(codeOf);
      expect(outcomes.filter((code) => code === 'OK')).toHaveLength(1);
      // The winner tidies up: the first administrator is in office again and alone.
      await database().user.update({ where: { id: rivalId }, data: { disabledAt: new Date() } });
      await database().user.update({ where: { id: admin.userId }, data: { disabledAt: null } });
    }
  });
});

describe('resetting a password', () => {
  it('gives a one-time password, ends sessions and lifts a lock', async () => {
    const user = await made();
    const { sessionId } = await signInAs(username);
    for (let i = 0; i < 5; i += 1) await signIn({ username, password: 'wrong', address: null });
    expect((await viewOf(username)).lockedUntil).not.toBeNull();
    const reset = await resetPassword(admin, { userId: user.id, revision: user.revision });
    if (!reset.ok) throw new Error(reset.error.code);
    expect(await readSession(sessionId)).toBeNull();
    expect(codeOf(await signIn({ username, password: PASSWORD, address: null }))).toBe('BAD_CREDENTIALS');
    expect((await signInAs(username, reset.value)).mustChangePassword).toBe(true);
    expect(await eventsAbout(user.id)).toEqual(['user.password-reset']);
  });
});

describe("changing one's own password", () => {
  const NEW_PASSWORD = 'four-green-lamps';

  it('asks for the old one, keeps this session and ends the others', async () => {
    await made();
    const here = await signInAs(username);
    const elsewhere = await signInAs(username);
    const wrong = { currentPassword: 'wrong', newPassword: NEW_PASSWORD };
    expect(codeOf(await changeOwnPassword(here, wrong))).toBe('PASSWORD_WRONG');
    const right = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect(codeOf(await changeOwnPassword(here, right))).toBe('OK');
    expect(await readSession(here.sessionId)).toMatchObject({ mustChangePassword: false });
    expect(await readSession(elsewhere.sessionId)).toBeNull();
    expect((await signInAs(username, NEW_PASSWORD)).username).toBe(username);
  });

  it('does not make stale what an administrator has open', async () => {
    const seen = await made();
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect(codeOf(await changeOwnPassword(await signInAs(username), change))).toBe('OK');
    expect(codeOf(await disable(seen))).toBe('OK');
  });

  it('locks after five wrong tries, as sign-in does', async () => {
    await made();
    const actor = await signInAs(username);
    const wrong = { currentPassword: 'wrong', newPassword: NEW_PASSWORD };
    const codes = [];
    for (let i = 0; i < 6; i += 1) codes.push(codeOf(await changeOwnPassword(actor, wrong)));
    expect(codes).toEqual([...Array<string>(5).fill('PASSWORD_WRONG'), 'LOCKED']);
  });

  it.each([
    ['short', 'PASSWORD_TOO_SHORT'],
    ['password123', 'PASSWORD_COMMON'],
    [PASSWORD, 'PASSWORD_UNCHANGED'],
  ])('refuses %s: %s', async (newPassword, code) => {
    await made();
    const actor = await signInAs(username);
    expect(codeOf(await changeOwnPassword(actor, { currentPassword: PASSWORD, newPassword }))).toBe(code);
    expect((await signInAs(username)).username).toBe(username);
  });
});
