import type { Metadata } from 'next';
import { DraftComments } from '@/components/workflow/draft-comments.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { addComment, reopenComment, resolveComment } from '../../../reviews/actions.ts';

export const metadata: Metadata = { title: '审核意见' };

export default async function CommentsPage() {
  await requireActor('budget.read');
  return (
    <PlainPage title="审核意见">
      <DraftComments addComment={addComment} resolveComment={resolveComment} reopenComment={reopenComment} />
    </PlainPage>
  );
}
