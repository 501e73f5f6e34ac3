import { expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { installAdministrator } from './install-administrator.ts';
import { verifyPassword } from './password.ts';

useTestDatabase();

it('makes an administrator who has to change the one-time password, and records it', async () => {
  const made = await installAdministrator('first.admin', '管理员');
  if (!made.ok) throw new Error(made.error.code);
  const user = await database().user.findUniqueOrThrow({
    where: { username: 'first.admin' },
    include: { assignments: true },
  });
  expect(user.mustChangePassword).toBe(true);
  expect(user.assignments.map(({ role }) => role)).toEqual(['ADMIN']);
  expect(await verifyPassword(made.value, user.passwordHash)).toBe(true);
  expect(await database().auditEvent.count({ where: { action: 'user.created' } })).toBe(1);
});

it('never touches an account that exists', async () => {
  const before = await database().user.findUniqueOrThrow({ where: { username: 'first.admin' } });
  expect(await installAdministrator('first.admin', '别人')).toEqual({
    ok: false,
    error: { code: 'USERNAME_TAKEN', username: 'first.admin' },
  });
  expect(await database().user.findUniqueOrThrow({ where: { username: 'first.admin' } })).toEqual(before);
});
