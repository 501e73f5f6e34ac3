import type { Metadata } from 'next';
import * as z from 'zod';
import { RoundsScreen } from '@/components/bureau/rounds/rounds-screen.tsx';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openRoundBoard } from '@/lib/services/rounds/open-round-board.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { changeDeadline, changeYear, closeRound, createYear, extendRound, openRound } from './actions.ts';

export const metadata: Metadata = { title: '申报轮次' };

interface RoundsPageProps {
  searchParams: Promise<{ year?: string | string[] }>;
}

/** `?year=` the fiscal year, the newest when left out. */
export default async function RoundsPage({ searchParams }: RoundsPageProps) {
  const actor = await requireActor('round.read');
  const year = z.coerce
    .number()
    .pipe(yearField)
    .safeParse((await searchParams).year);
  const board = valueOrLeave(await openRoundBoard(actor, { year: year.data }));
  const actions = { createYear, changeYear, changeDeadline, openRound, closeRound, extendRound };
  return (
    <WorkspaceShell actor={actor} title="申报轮次">
      <RoundsScreen board={board} actions={isPermitted(actor, 'round.manage', null) ? actions : null} />
    </WorkspaceShell>
  );
}
