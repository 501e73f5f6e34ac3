'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { useMoneyUnit } from '@/components/workspace/use-money-unit.ts';
import { CONTROL_CATEGORIES, CONTROL_CATEGORY_LABELS, itemLabel } from '@/lib/domain/budget/control-figure.ts';
import type { ControlFault, ControlReading } from '@/lib/domain/budget/control-reading.ts';
import type { IssueFigures, IssueOutcome, ReadTrail } from './control-actions.ts';
import { ControlImportDialog } from './control-import-dialog.tsx';
import { ControlNotes } from './control-notes.tsx';
import { type ControlledUnit, type FigurePlace, figuresToIssue, sheetExcesses, typeFigures } from './control-rows.ts';
import { ControlButtons, ControlToolbar, type SheetView } from './control-toolbar.tsx';
import { ControlTrailDrawer } from './control-trail-drawer.tsx';
import { IssueDialog, IssueResult } from './issue-dialog.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { useRejectedTexts } from './use-rejected-texts.ts';
import { useTypedFigures } from './use-typed-figures.ts';

interface ControlSheetProps {
  year: number;
  years: readonly number[];
  units: readonly ControlledUnit[];
  canIssue: boolean;
  issue: IssueFigures;
  readTrail: ReadTrail;
}

const FIRST_VIEW: SheetView = { mode: 'categories', source: 'GENERAL_PUBLIC', department: '', search: '' };

/** The sheet of a year: what is shown of it, what was typed, and the dialogs over it. */
export function ControlSheet({ year, years, units, canIssue, issue, readTrail }: ControlSheetProps) {
  const router = useRouter();
  const [view, setView] = useState<SheetView>(FIRST_VIEW);
  const [unit, setUnit] = useMoneyUnit();
  const steps = useTypedFigures(year);
  const rejected = useRejectedTexts(`${view.mode} ${view.source}`);
  const [place, setPlace] = useState<FigurePlace | null>(null);
  const [dialog, setDialog] = useState<'issue' | 'import' | 'trail' | null>(null);
  const [faults, setFaults] = useState<readonly ControlFault[]>([]);
  const [outcome, setOutcome] = useState<IssueOutcome | null>(null);
  const open = useMemo(() => figuresToIssue(units, steps.typed), [units, steps.typed]);
  const excesses = useMemo(() => sheetExcesses(units, steps.typed), [units, steps.typed]);
  useWarnBeforeLeaving(open.length > 0);

  const take = (reading: ControlReading) => {
    steps.add(typeFigures(steps.typed, reading.figures));
    setFaults(reading.faults);
  };
  const send = async (note: string) => {
    const changes = open.map(({ amountFen, seenFen, ...figure }) => ({
      ...figure,
      ...{ amountFen: amountFen?.toString() ?? null, seenFen: seenFen?.toString() ?? null },
    }));
    const answer = await callAction(() => issue({ year, note, changes }));
    if (!answer.ok) return answer.message;
    const { count, unitCount, exceeding } = answer.value;
    if (exceeding.length > 0) setOutcome(answer.value);
    const message = `已下达 ${count} 个控制数，涉及 ${unitCount} 个单位。`;
    notifications.show({ color: 'green', message });
    steps.clear();
    router.refresh();
    return null;
  };
  const label = place && placeLabel(place, units);
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
        padding: '8px 12px',
        height: '100%',
        minHeight: 0,
        overflow: 'auto',
      }}
    >
      <ControlToolbar
        {...{ year, years, units, view, unit }}
        onYear={(next) => router.push(`/bureau/control-figures?year=${next}`)}
        onView={(next) => {
          setView(next);
          setPlace(null);
        }}
        onUnit={setUnit}
      />
      <ControlButtons
        exportHref={`/api/v1/control-figures?year=${year}&source=${view.source}`}
        figureLabel={label}
        onTrail={() => setDialog('trail')}
        issuing={
          canIssue
            ? {
                ...{ onImport: () => setDialog('import'), onIssue: () => setDialog('issue') },
                ...{ openCount: open.length, rejectedCount: rejected.count },
              }
            : null
        }
      />
      <ControlNotes excesses={excesses} faults={faults} onForgetFaults={() => setFaults([])} />
      <SheetGrid
        {...{ year, units, view, unit, steps, rejected, open, excesses }}
        readOnly={!canIssue}
        onPlace={setPlace}
        onPasted={take}
      />
      <IssueDialog {...{ year, open }} opened={dialog === 'issue'} onClose={() => setDialog(null)} onIssue={send} />
      <IssueResult outcome={outcome} onClose={() => setOutcome(null)} />
      <ControlImportDialog
        {...{ year, units, typed: steps.typed }}
        opened={dialog === 'import'}
        onClose={() => setDialog(null)}
        onTake={take}
      />
      <ControlTrailDrawer
        {...{ year, units, readTrail }}
        place={dialog === 'trail' ? place : null}
        title={`控制数修改记录：${label ?? ''}`}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}

function placeLabel({ unitId, category, item }: FigurePlace, units: readonly ControlledUnit[]): string {
  const unit = units.find((candidate) => candidate.unitId === unitId);
  const known = CONTROL_CATEGORIES.find((candidate) => candidate === category);
  const what = itemLabel(item, unit?.projects ?? []) || (known ? CONTROL_CATEGORY_LABELS[known] : '');
  return `${unit?.unitName ?? ''} ${what}`;
}

function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
