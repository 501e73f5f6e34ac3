import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { grantExtensions, lockRoundsOf } from '@/lib/db/round-repository.ts';
import { countUnits } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoundExtensionInput } from '@/lib/schemas/rounds.ts';
import { notify } from '../notices/notify.ts';
import { manageRounds } from './round-acts.ts';

/** 批准延期: a later deadline for some units, with its reason; it holds also when the round is over meanwhile. */
export async function extendRound(
  actor: Actor,
  { roundId, until, reason, ...input }: RoundExtensionInput,
): Promise<Result<{ readonly count: number }, Problem>> {
  const now = new Date();
  const unitIds = [...new Set(input.unitIds)];
  return manageRounds(actor, async (tx) => {
    const round = (await lockRoundsOf(tx, roundId)).find(({ id }) => id === roundId);
    if (!round || (await countUnits(tx, unitIds)) !== unitIds.length) return fail({ code: 'NOT_FOUND' });
    if (round.state === 'PLANNED') return fail({ code: 'RECORD_CHANGED' });
    if (Date.parse(until) <= now.getTime()) {
      const message = '延期后的截止时间已过，请填写以后的时间。';
      return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.until', message }] });
    }
    const granted = { roundId, until: new Date(until), reason, grantedById: actor.userId, grantedAt: now };
    await grantExtensions(
      tx,
      unitIds.map((unitId) => ({ ...granted, unitId })),
    );
    const detail = { year: round.year, roundId, kind: round.kind, unitIds, until, text: reason };
    await appendAuditEvent(tx, { actor, action: 'round.extended', detail, at: now });
    for (const unitId of unitIds) {
      await notify(tx, actor, { kind: 'round.extended', roundId, unitId, until: granted.until }, now);
    }
    return ok({ count: unitIds.length });
  });
}
