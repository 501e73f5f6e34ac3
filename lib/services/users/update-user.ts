import { replaceAssignments, updateUser as writeUser } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UserChange } from '@/lib/schemas/user.ts';
import { changeUser } from './change-user.ts';
import { keepAnAdministrator } from './keep-an-administrator.ts';
import { assignmentsOf, grantsOf } from './role-grants.ts';

/** Changes a user's name, roles and units. It holds from their next request on. */
export async function updateUser(actor: Actor, input: UserChange): Promise<Result<null, Problem>> {
  return changeUser(actor, input, async (tx, user) => {
    const assignments = await assignmentsOf(tx, input.grants);
    if (!assignments.ok) return assignments;
    if (!input.grants.some(({ role }) => role === 'ADMIN')) {
      const kept = await keepAnAdministrator(tx, actor, user);
      if (!kept.ok) return kept;
    }
    const { displayName, email = user.email } = input;
    await writeUser(tx, user.id, { displayName, email });
    await replaceAssignments(tx, user.id, assignments.value);
    const from = { displayName: user.displayName, email: user.email, grants: [...grantsOf(user.assignments)] };
    const to = { displayName, email, grants: [...grantsOf(assignments.value)] };
    return ok({ value: null, action: 'user.changed', detail: { from, to } });
  });
}
