import type { Metadata } from 'next';
import * as z from 'zod';
import { ControlSheetScreen } from '@/components/bureau/control-sheet-screen.tsx';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openControlSheet } from '@/lib/services/control-figures/open-control-sheet.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { issueControlFigures, readControlTrail } from './actions.ts';

export const metadata: Metadata = { title: '控制数' };

interface ControlFiguresPageProps {
  searchParams: Promise<{ year?: string | string[] }>;
}

/** `?year=` the fiscal year, the newest when left out. */
export default async function ControlFiguresPage({ searchParams }: ControlFiguresPageProps) {
  const actor = await requireActor('control.read');
  const year = z.coerce
    .number()
    .pipe(yearField)
    .safeParse((await searchParams).year);
  const sheet = valueOrLeave(await openControlSheet(actor, { year: year.data }));
  return (
    <WorkspaceShell actor={actor} title="控制数" fill>
      <ControlSheetScreen key={sheet.year} sheet={sheet} issue={issueControlFigures} readTrail={readControlTrail} />
    </WorkspaceShell>
  );
}
