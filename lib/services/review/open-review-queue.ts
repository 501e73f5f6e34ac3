import { database } from '@/lib/db/client.ts';
import { listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import { listQueue } from '@/lib/db/review-queue-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { QueueRow } from '@/lib/domain/review/queue-row.ts';
import { PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

export interface ReviewQueue {
  /** Null where no year has been opened. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  readonly rows: readonly QueueRow[];
}

/** The units that an actor reviews, or may look at, with how far each has come: of the newest year when left out. */
export async function openReviewQueue(
  actor: Actor,
  { year: wanted }: { readonly year?: number | undefined },
): Promise<Result<ReviewQueue, Problem>> {
  const scope = PERMISSIONS[actor.role]['review.queue'];
  if (scope === undefined) return fail({ code: 'FORBIDDEN' });
  const years = await listFiscalYears(database());
  const year = wanted ?? years[0] ?? null;
  if (year === null) return ok({ year, years, rows: [] });
  if (!years.includes(year)) return fail({ code: 'NOT_FOUND' });
  const unitIds = scope === 'all' ? null : actor.unitIds;
  return ok({ year, years, rows: await listQueue(database(), { unitIds, year }) });
}
