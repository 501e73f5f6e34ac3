import type { Metadata } from 'next';
import { AssignmentScreen } from '@/components/bureau/assignment-screen.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openAssignments } from '@/lib/services/review/open-assignments.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { assignUnits } from './actions.ts';

export const metadata: Metadata = { title: '审核分工' };

/** Which reviewer has which units. */
export default async function AssignmentsPage() {
  const actor = await requireActor('review.assign');
  const assignments = valueOrLeave(await openAssignments(actor));
  return (
    <WorkspaceShell actor={actor} title="审核分工">
      <AssignmentScreen {...assignments} assign={assignUnits} />
    </WorkspaceShell>
  );
}
