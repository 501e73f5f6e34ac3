import type { Metadata } from 'next';
import Link from 'next/link';
import { AnnexBrowser } from '@/components/annexes/annex-browser.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { previewDepartment } from '@/lib/services/editions/preview-department.ts';
import { WorkspaceShell } from '../../../../workspace-shell.tsx';
import { type DepartmentParams, departmentPlace } from '../../../department-place.ts';

export const metadata: Metadata = { title: '部门公开：说明与附件' };

/** The annexes and the narrative over all units whose budget is approved, as they would be published. */
export default async function DepartmentAnnexesPage({ params }: { params: Promise<DepartmentParams> }) {
  const actor = await requireActor('budget.read');
  const place = departmentPlace(await params);
  const { department, annexes, narrative, draft } = valueOrLeave(await previewDepartment(actor, place));
  const back = `/departments/${place.departmentCode}/${place.year}`;
  return (
    <WorkspaceShell
      actor={actor}
      title={`${department.code} ${department.name} ${place.year} 年汇总的说明与附件`}
      actions={
        <Link href={back} style={{ color: 'inherit' }}>
          返回部门公开
        </Link>
      }
      fill
    >
      {narrative ? (
        <AnnexBrowser annexes={annexes} narrative={narrative} draft={draft} />
      ) : (
        <EmptyState title="还没有可以汇总的预算" text="部门所属单位的预算批复后，可以在此预览汇总的说明与附件。" />
      )}
    </WorkspaceShell>
  );
}
