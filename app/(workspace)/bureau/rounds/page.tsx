import type { Metadata } from 'next';
import { z } from 'zod';
import { RoundsScreen } from '@/components/bureau/rounds/rounds-screen.tsx';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { requireActor, roleMay } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openRoundSheet } from '@/lib/services/rounds/open-round-sheet.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { closeRound, createYear, extendRound, openRound, setDeadline, updateYear } from './actions.ts';

export const metadata: Metadata = { title: '申报轮次' };

interface RoundsPageProps {
  searchParams: Promise<{ year?: string | string[] }>;
}

const ACTIONS = { createYear, updateYear, openRound, closeRound, setDeadline, extendRound };

/** `?year=` the fiscal year, the newest when left out. */
export default async function RoundsPage({ searchParams }: RoundsPageProps) {
  const actor = await requireActor('round.read');
  const year = z.coerce
    .number()
    .pipe(yearField)
    .safeParse((await searchParams).year);
  const { years, shown } = valueOrLeave(await openRoundSheet(actor, { year: year.data }));
  return (
    <WorkspaceShell actor={actor} title="申报轮次">
      <RoundsScreen
        key={shown?.year ?? 'none'}
        years={years}
        shown={shown}
        thisYear={new Date().getFullYear()}
        actions={roleMay(actor.role, 'round.manage') ? ACTIONS : undefined}
      />
    </WorkspaceShell>
  );
}
