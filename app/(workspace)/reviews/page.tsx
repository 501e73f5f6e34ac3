import type { Metadata } from 'next';
import * as z from 'zod';
import { WaitingStrip } from '@/components/notices/waiting-strip.tsx';
import { ReviewQueue } from '@/components/review/queue/review-queue.tsx';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { requireActor, roleMay } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openReviewQueue } from '@/lib/services/review/open-review-queue.ts';
import { waitingOf } from '../waiting.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { passBudget, recheckVersion } from './queue-actions.ts';

export const metadata: Metadata = { title: '预算审核' };

interface ReviewsPageProps {
  searchParams: Promise<{ year?: string | string[]; waiting?: string | string[] }>;
}

/** The reviewer's queue. `?year=` the fiscal year, the newest when left out; the rest of the query is the filter's. */
export default async function ReviewsPage({ searchParams }: ReviewsPageProps) {
  const actor = await requireActor('review.queue');
  const year = z.coerce
    .number()
    .pipe(yearField)
    .safeParse((await searchParams).year);
  const queue = valueOrLeave(await openReviewQueue(actor, { year: year.data }));
  const { waiting, chosen, narrow } = await waitingOf(actor, searchParams);
  return (
    <WorkspaceShell actor={actor} title="预算审核">
      <WaitingStrip waiting={waiting} listPath="/reviews" chosen={chosen} />
      <ReviewQueue
        key={chosen}
        {...queue}
        rows={narrow(queue.rows)}
        userId={actor.userId}
        readAt={new Date().toISOString()}
        recheck={roleMay(actor.role, 'budget.judge') ? recheckVersion : undefined}
        pass={roleMay(actor.role, 'budget.approve') ? passBudget : undefined}
      />
    </WorkspaceShell>
  );
}
