import type { Db } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoundKind } from '@/lib/domain/workflow/round.ts';
import type { SubmissionScheme } from '@/lib/schemas/rounds.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** The rounds of a scheme in their order. */
export const ROUNDS_OF: Readonly<Record<SubmissionScheme, readonly RoundKind[]>> = {
  TWO_ROUNDS: ['FIRST_SUBMISSION', 'SECOND_SUBMISSION'],
  SINGLE: ['SINGLE_SUBMISSION'],
};

/** Begins every act of the budget office on years and rounds: the right is asked for, now and not only at sign-in. */
export async function manageRounds<T>(
  actor: Actor,
  act: (tx: Db) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    return standing.ok ? act(tx) : standing;
  });
}

/** A deadline that has passed already would refuse everybody at once. */
export function pastDeadline(deadlineAt: string | null, now: Date): Problem | null {
  if (deadlineAt === null || Date.parse(deadlineAt) > now.getTime()) return null;
  return { code: 'INVALID_INPUT', issues: [{ path: '$.deadlineAt', message: '截止时间已过，请填写以后的时间。' }] };
}
