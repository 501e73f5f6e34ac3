import type { Metadata } from 'next';
import { UnitsScreen } from '@/components/admin/units-screen.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listUnits } from '@/lib/services/units/list-units.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { createDepartment, createUnit, setUnitDisabled, updateDepartment, updateUnit } from './actions.ts';

export const metadata: Metadata = { title: '部门与单位' };

export default async function UnitsPage() {
  const actor = await requireActor('unit.manage');
  const departments = valueOrLeave(await listUnits(actor));
  return (
    <WorkspaceShell actor={actor} title="部门与单位">
      <UnitsScreen
        departments={departments}
        actions={{ createDepartment, updateDepartment, createUnit, updateUnit, setUnitDisabled }}
      />
    </WorkspaceShell>
  );
}
