'use client';

import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { CheckResult, Place } from '@/lib/domain/checks/finding.ts';
import { lockedSectionsTouched } from '@/lib/domain/workflow/section-lock.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { sectionLockMessage } from '@/lib/messages/section-lock-message.ts';
import { type Draft, DraftContext, type FocusTarget, isEditable } from './draft-context.tsx';
import { draftStoreFor } from './draft-registry.ts';
import type { ReadNews } from './news-over-http.ts';
import type { SaveChanges } from './save-changes.ts';
import { pathOfPlace } from './section-path.ts';
import { useDerived } from './use-derived.ts';
import { useGuardUnsaved } from './use-guard-unsaved.ts';
import { useLiveUpdates } from './use-live-updates.ts';
import { useMoneyUnit } from './use-money-unit.ts';

const KeptDraftOffer = dynamic(
  () => patiently(() => import('./kept-draft-offer.tsx')).then((module) => module.KeptDraftOffer),
  { ssr: false },
);

type Operations = Pick<
  Draft,
  'edit' | 'undo' | 'redo' | 'markCells' | 'retrySave' | 'flush' | 'contentRevision' | 'resolveConflict'
>;

interface ExplanationInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly findingKey: string;
  readonly text: string;
}

interface DraftProviderProps {
  workspace: BudgetWorkspace;
  /** What the checks say of the budget as it was loaded. */
  checks: readonly CheckResult[];
  save: SaveChanges;
  readNews: ReadNews;
  explainFinding: (input: ExplanationInput) => Promise<Answer<unknown>>;
  children: ReactNode;
}

/** Holds the whole budget in the browser for all pages of the workspace; edits save themselves. */
export function DraftProvider({ workspace, checks, save, readNews, explainFinding, children }: DraftProviderProps) {
  const router = useRouter();
  const store = useMemo(() => draftStoreFor(workspace, save), [workspace, save]);
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const derived = useDerived(workspace, snapshot.budget, checks);
  const [unit, setUnit] = useMoneyUnit();
  const [focusTarget, setFocusTarget] = useState<FocusTarget | null>(null);
  const clearFocusTarget = useCallback(() => setFocusTarget(null), []);
  useGuardUnsaved(store, snapshot);
  useEffect(() => store.refresh(workspace), [store, workspace]);
  const { present, updates } = useLiveUpdates(store, workspace, readNews);

  const goTo = useCallback(
    (place: Place) => {
      setFocusTarget({ place });
      const path = pathOfPlace(workspace.budgetId, place, store.snapshot().budget);
      if (path !== window.location.pathname) router.push(path);
    },
    [router, store, workspace.budgetId],
  );

  const readOnly = !isEditable(workspace);
  const { budgetId, version } = workspace;
  const { lockedSections } = version;
  const explain = useCallback(
    (findingKey: string, text: string) => explainFinding({ budgetId, versionId: version.id, findingKey, text }),
    [explainFinding, budgetId, version.id],
  );
  const operations = useMemo(
    (): Operations => ({
      edit: (changes, label, origin) => {
        if (readOnly) return false;
        const touched = lockedSectionsTouched(changes, store.snapshot().budget, lockedSections);
        if (touched.length === 0) store.edit(changes, label, origin);
        else notifications.show({ color: 'red', title: '没有修改', message: sectionLockMessage(touched) });
        return touched.length === 0;
      },
      undo: () => void store.undo(),
      redo: () => void store.redo(),
      markCells: (cells) => store.markCells(cells),
      retrySave: () => store.retry(),
      flush: async () => {
        const saved = await store.flush();
        if (store.isBehind) await updates.current?.ask();
        return saved && !store.isBehind && store.snapshot().saveState.status === 'saved';
      },
      contentRevision: () => store.contentRevision,
      resolveConflict: (key, choice) => store.resolveConflict(key, choice),
    }),
    [readOnly, lockedSections, store, updates],
  );

  const draft = useMemo(
    (): Draft => ({
      ...operations,
      ...derived,
      workspace,
      budget: snapshot.budget,
      readOnly,
      unit,
      setUnit,
      canUndo: snapshot.undoLabel !== null,
      canRedo: snapshot.redoLabel !== null,
      undoLabel: snapshot.undoLabel,
      redoLabel: snapshot.redoLabel,
      badCells: snapshot.badCells,
      saveState: snapshot.saveState,
      unsavedCount: snapshot.unsaved.length,
      present,
      takenOver: snapshot.takenOver,
      explainFinding: readOnly ? undefined : explain,
      focusTarget,
      goTo,
      clearFocusTarget,
    }),
    [
      operations,
      derived,
      workspace,
      snapshot,
      present,
      readOnly,
      unit,
      setUnit,
      explain,
      focusTarget,
      goTo,
      clearFocusTarget,
    ],
  );
  return (
    <DraftContext value={draft}>
      {children}
      {!readOnly && <KeptDraftOffer store={store} />}
    </DraftContext>
  );
}
