import {
  type AssignedUnitRecord,
  listAssignedUnits,
  listReviewers,
  type ReviewerRecord,
} from '@/lib/db/assignment-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

export interface ReviewAssignments {
  readonly units: readonly AssignedUnitRecord[];
  readonly reviewers: readonly ReviewerRecord[];
}

/** Who reviews which units. */
export async function openAssignments(actor: Actor): Promise<Result<ReviewAssignments, Problem>> {
  const authorized = authorize(actor, 'review.assign', null);
  if (!authorized.ok) return authorized;
  return ok({ units: await listAssignedUnits(database()), reviewers: await listReviewers(database()) });
}
