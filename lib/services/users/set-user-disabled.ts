import { revokeSessionsOf } from '@/lib/db/session-repository.ts';
import { updateUser } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UserDisabling } from '@/lib/schemas/user.ts';
import { changeUser } from './change-user.ts';
import { keepAnAdministrator } from './keep-an-administrator.ts';

/** Disables or enables a user. Disabling ends all their sessions at once; what they did keeps their name. */
export async function setUserDisabled(actor: Actor, input: UserDisabling): Promise<Result<null, Problem>> {
  return changeUser(actor, input, async (tx, user) => {
    if (!input.disabled) {
      await updateUser(tx, user.id, { disabledAt: null });
      return ok({ value: null, action: 'user.enabled', detail: {} });
    }
    const kept = await keepAnAdministrator(tx, actor, user);
    if (!kept.ok) return kept;
    const now = new Date();
    await updateUser(tx, user.id, { disabledAt: now });
    const sessionsEnded = await revokeSessionsOf(tx, user.id, now);
    return ok({ value: null, action: 'user.disabled', detail: { sessionsEnded } });
  });
}
