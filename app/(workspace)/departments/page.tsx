import type { Metadata } from 'next';
import * as z from 'zod';
import { DepartmentList } from '@/components/publication/department-list.tsx';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listDepartmentYears } from '@/lib/services/editions/list-department-years.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';

export const metadata: Metadata = { title: '部门公开' };

interface DepartmentsPageProps {
  searchParams: Promise<{ year?: string | string[] }>;
}

/** `?year=` the fiscal year, the newest when left out. */
export default async function DepartmentsPage({ searchParams }: DepartmentsPageProps) {
  const actor = await requireActor('budget.read');
  const year = z.coerce
    .number()
    .pipe(yearField)
    .safeParse((await searchParams).year);
  const listed = valueOrLeave(await listDepartmentYears(actor, { year: year.data }));
  return (
    <WorkspaceShell actor={actor} title="部门公开">
      <DepartmentList {...listed} />
    </WorkspaceShell>
  );
}
