import type { Metadata } from 'next';
import { DepartmentPublication } from '@/components/publication/department-publication.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { prepareDepartmentEdition } from '@/lib/services/editions/prepare-department-edition.ts';
import { WorkspaceShell } from '../../../workspace-shell.tsx';
import { answerTransfer, publishDepartmentEdition, withdrawDepartmentEdition } from '../../actions.ts';
import { type DepartmentParams, departmentPlace } from '../../department-place.ts';

export const metadata: Metadata = { title: '部门公开' };

export default async function DepartmentPage({ params }: { params: Promise<DepartmentParams> }) {
  const actor = await requireActor('budget.read');
  const place = departmentPlace(await params);
  const preparation = valueOrLeave(await prepareDepartmentEdition(actor, place));
  const { code, name } = preparation.department;
  return (
    <WorkspaceShell actor={actor} title={`${code} ${name} ${place.year} 年部门公开`}>
      <DepartmentPublication
        preparation={preparation}
        {...{ answerTransfer, publishDepartmentEdition, withdrawDepartmentEdition }}
      />
    </WorkspaceShell>
  );
}
