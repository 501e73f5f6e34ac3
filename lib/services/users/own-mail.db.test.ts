import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { mailChoiceSchema } from '@/lib/schemas/account.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage } from '@/tests/stage.ts';
import { chooseOwnMail, readOwnMail } from './choose-own-mail.ts';
import { createUser } from './create-user.ts';
import { listUsers } from './list-users.ts';
import { updateUser } from './update-user.ts';

useTestDatabase();

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

describe('an address of mail', () => {
  it('is given by the administrator, stays when it is left out, and is listed', async () => {
    const { ADMIN } = stage.actors;
    const grants = [{ role: 'CLERK' as const, unitIds: [stage.unitId] }];
    const made = await createUser(ADMIN, { username: 'wang', displayName: '王', email: 'wang@example.org', grants });
    if (!made.ok) throw new Error(made.error.code);
    const change = { userId: made.value.userId, displayName: '王', grants };
    expect(await updateUser(ADMIN, { ...change, revision: 1 })).toMatchObject({ ok: true });
    const emailOf = async () => {
      const users = await listUsers(ADMIN);
      return users.ok ? users.value.find(({ username }) => username === 'wang')?.email : undefined;
    };
    expect(await emailOf()).toBe('wang@example.org');
    expect(await updateUser(ADMIN, { ...change, revision: 2, email: '' })).toMatchObject({ ok: true });
    expect(await emailOf()).toBe('');
  });

  it('is chosen by its owner, who may also want no mail, and the choice is recorded', async () => {
    const { CLERK } = stage.actors;
    expect(await readOwnMail(CLERK)).toEqual({ ok: true, value: { email: '', mailWanted: true } });
    const choice = { email: 'clerk@example.org', mailWanted: false };
    expect(await chooseOwnMail(CLERK, choice)).toMatchObject({ ok: true });
    expect(await readOwnMail(CLERK)).toEqual({ ok: true, value: choice });
    const event = await database().auditEvent.findFirstOrThrow({ where: { actorId: CLERK.userId } });
    expect(event).toMatchObject({ action: 'user.mail-chosen', detail: { to: choice } });
  });

  it('that was changed meanwhile is not overwritten by an administrator unseen', async () => {
    const { ADMIN } = stage.actors;
    const grants = [{ role: 'CLERK' as const, unitIds: [stage.unitId] }];
    const made = await createUser(ADMIN, { username: 'zhao', displayName: '赵', email: 'old@example.org', grants });
    if (!made.ok) throw new Error(made.error.code);
    const { userId } = made.value;
    const zhao = { userId, role: 'CLERK' as const, unitIds: [stage.unitId] };
    const edit = (revision: number) =>
      updateUser(ADMIN, { userId, revision, displayName: '赵', email: 'old@example.org', grants });
    await chooseOwnMail(zhao, { email: 'old@example.org', mailWanted: false });
    expect(await edit(1)).toMatchObject({ ok: true });
    await chooseOwnMail(zhao, { email: 'new@example.org', mailWanted: true });
    expect(await edit(2)).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    expect(await readOwnMail(zhao)).toMatchObject({ value: { email: 'new@example.org' } });
    expect(await edit(3)).toMatchObject({ ok: true });
  });

  it.each(['nobody', 'a b@example.org', 'a@b@c', `${'x'.repeat(250)}@example.org`])('is not %s', (email) => {
    expect(mailChoiceSchema.safeParse({ email, mailWanted: true }).success).toBe(false);
  });
});
