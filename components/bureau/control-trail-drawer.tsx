'use client';

import { Button, Drawer, Loader } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { ControlTrail } from '@/components/workflow/control-trail.tsx';
import type { ControlTrailEntry } from '@/lib/domain/workflow/control-trail.ts';
import type { ReadTrail } from './control-actions.ts';
import type { ControlledUnit, FigurePlace } from './control-rows.ts';

interface ControlTrailDrawerProps {
  /** The figure whose changes are shown; null: the drawer is closed. */
  place: FigurePlace | null;
  /** What the figure is called. */
  title: string;
  year: number;
  units: readonly ControlledUnit[];
  readTrail: ReadTrail;
  onClose: () => void;
}

type Loaded = { readonly entries: readonly ControlTrailEntry[] } | { readonly error: string } | null;

/** Every change of one control figure: old, new, who, when and why. */
export function ControlTrailDrawer({ place, title, year, units, readTrail, onClose }: ControlTrailDrawerProps) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  const unitId = place?.unitId;
  const read = useCallback(async () => {
    if (unitId === undefined) return;
    setLoaded(null);
    const answer = await callAction(() => readTrail({ unitId, year }));
    setLoaded(answer.ok ? { entries: answer.value } : { error: answer.message });
  }, [unitId, year, readTrail]);
  useEffect(() => void read(), [read]);
  return (
    <Drawer opened={place !== null} onClose={onClose} position="right" size="min(560px, 100vw)" title={title}>
      {loaded === null && (
        <p role="status">
          <Loader size="xs" aria-hidden /> 正在读取修改记录…
        </p>
      )}
      {loaded && 'error' in loaded && (
        <>
          <ErrorNote>{loaded.error}</ErrorNote>
          <Button variant="default" onClick={read}>
            重试
          </Button>
        </>
      )}
      {loaded && 'entries' in loaded && place && (
        <ControlTrail
          entries={entriesOf(loaded.entries, place)}
          projects={units.find((unit) => unit.unitId === place.unitId)?.projects ?? []}
        />
      )}
    </Drawer>
  );
}

/** The issues that changed the figure, each with nothing but its change. */
function entriesOf(entries: readonly ControlTrailEntry[], { category, item, source }: FigurePlace) {
  return entries
    .map((entry) => ({
      ...entry,
      changes: entry.changes.filter(
        (change) => change.category === category && change.item === item && change.source === source,
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
}
