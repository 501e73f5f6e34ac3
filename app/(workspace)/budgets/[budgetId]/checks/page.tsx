import type { Metadata } from 'next';
import { DraftChecks } from '@/components/workflow/draft-checks.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { explainFinding } from '../actions.ts';

export const metadata: Metadata = { title: '校验' };

export default async function ChecksPage() {
  await requireActor('budget.read');
  return (
    <PlainPage title="校验">
      <DraftChecks explainFinding={explainFinding} />
    </PlainPage>
  );
}
