import { database } from '@/lib/db/client.ts';
import { findLiveSession } from '@/lib/db/session-repository.ts';
import { ROLES } from '@/lib/domain/workflow/roles.ts';
import type { SignedInActor } from './signed-in-actor.ts';

/**
 * Who a session belongs to, as the database says now.
 *
 * @returns null when the session is revoked or over, its user disabled, or the role they acted in withdrawn
 */
export async function readSession(sessionId: string): Promise<SignedInActor | null> {
  const session = await findLiveSession(database(), sessionId, new Date());
  if (!session) return null;
  const { user, actingRole } = session;
  const held = user.assignments.filter(({ role }) => role === actingRole);
  if (held.length === 0) return null;
  return {
    sessionId: session.id,
    userId: user.id,
    username: user.username,
    displayName: user.displayName,
    mustChangePassword: user.mustChangePassword,
    role: actingRole,
    unitIds: held.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    roles: ROLES.filter((role) => user.assignments.some((assignment) => assignment.role === role)),
  };
}
