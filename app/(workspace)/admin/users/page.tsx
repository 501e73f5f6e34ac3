import type { Metadata } from 'next';
import { UsersScreen } from '@/components/admin/users-screen.tsx';
import { WaitingStrip } from '@/components/notices/waiting-strip.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { whatWaits } from '@/lib/services/notices/what-waits.ts';
import { listUnits } from '@/lib/services/units/list-units.ts';
import { listUsers } from '@/lib/services/users/list-users.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { createUser, resetPassword, setUserDisabled, updateUser } from './actions.ts';

export const metadata: Metadata = { title: '用户' };

export default async function UsersPage() {
  const actor = await requireActor('user.manage');
  const [users, departments, waiting] = await Promise.all([listUsers(actor), listUnits(actor), whatWaits(actor)]);
  return (
    <WorkspaceShell actor={actor} title="用户">
      <WaitingStrip waiting={valueOrLeave(waiting)} listPath="/admin/users" />
      <UsersScreen
        users={valueOrLeave(users)}
        departments={valueOrLeave(departments)}
        ownUserId={actor.userId}
        actions={{ createUser, updateUser, setUserDisabled, resetPassword }}
      />
    </WorkspaceShell>
  );
}
