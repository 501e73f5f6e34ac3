import type { Actor } from '../domain/workflow/roles.ts';
import type { Db } from './client.ts';

/** Whether somebody may still act as they could when they signed in. */
export type Standing = 'IN_FORCE' | 'DISABLED' | 'WITHDRAWN';

/**
 * Looks an actor up as they stand at this moment, and keeps them from being disabled until the transaction ends: a
 * late save of a user who was disabled, or lost the role or the unit meanwhile, is seen here.
 *
 * @param unitId the unit acted on; null for what belongs to no unit, `ANY` for what somebody in a role does whatever its units
 */
export async function readStanding(tx: Db, actor: Actor, unitId: string | null | 'ANY'): Promise<Standing> {
  const [user] = await tx.$queryRaw<{ disabled: boolean; holds: boolean }[]>`
    SELECT u.disabled_at IS NOT NULL AS disabled, EXISTS (
      SELECT FROM assignments a
      WHERE a.user_id = u.id AND a.role = ${actor.role}::"Role"
        AND (a.unit_id IS NULL OR ${unitId === 'ANY'} OR a.unit_id = ${unitId === 'ANY' ? null : unitId}::uuid)) AS holds
    FROM users u WHERE u.id = ${actor.userId}::uuid
    FOR SHARE OF u`;
  if (!user || user.disabled) return 'DISABLED';
  return user.holds ? 'IN_FORCE' : 'WITHDRAWN';
}
