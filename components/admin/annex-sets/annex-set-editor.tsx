'use client';

import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import { tidyEdits } from '@/lib/domain/annexes/edits/change-edits.ts';
import { problemsOfEdits } from '@/lib/domain/annexes/edits/edit-problems.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { AnnexForm } from './annex-form.tsx';
import { AnnexOrder } from './annex-order.tsx';
import { AnnexPreview } from './annex-preview.tsx';
import styles from './annex-set-editor.module.css';
import { CopyDialog } from './copy-dialog.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import type { AnnexSetActions } from './set-actions.ts';
import { type SaveRefusal, type SetEditing, SetEditingContext } from './set-editing.ts';
import { changeSet, isUnsaved, markSaved, redoSet, startSetHistory, undoSet } from './set-history.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { WholeSetForm } from './whole-set-form.tsx';

interface AnnexSetEditorProps {
  set: AnnexSetView;
  edition: ClassificationEdition;
  actions: Pick<AnnexSetActions, 'copyAnnexSet' | 'saveAnnexSet'>;
}

/** A set with its annexes at the left, the form of one in the middle, and how it will print at the right. */
export function AnnexSetEditor({ set, edition, actions }: AnnexSetEditorProps) {
  const router = useRouter();
  const base = annexSetById(set.base);
  const [history, setHistory] = useState(() => startSetHistory(base, set, set.revision));
  const [chosen, setChosen] = useState<string | null>(base.annexes[0]?.id ?? null);
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  const [isCopying, setCopying] = useState(false);
  const [isSaving, startSaving] = useTransition();
  const { content, drawable } = history;
  const isReadOnly = set.updatedAt === null || set.uses.some(({ begun }) => begun);
  const unsaved = isUnsaved(history);
  const guard = useLeaveGuard(unsaved);
  const problems = useMemo(() => problemsOfEdits(base, content.edits), [base, content.edits]);
  const annex = base.annexes.find(({ id }) => id === chosen) ?? null;

  const undo = () => setHistory(undoSet);
  const redo = () => setHistory(redoSet);
  const save = () => {
    if (isReadOnly || isSaving || !unsaved) return;
    const [first] = problems;
    if (first) {
      setChosen(first.annex);
      setRefusal({ problem: { code: 'INVALID_INPUT', issues: [] }, message: `还不能保存：${first.message}` });
      return;
    }
    startSaving(async () => {
      const sent = { name: content.name.trim(), edits: tidyEdits(base, content.edits) };
      const { revision } = history;
      const answer = await callAction(() => actions.saveAnnexSet({ annexSetId: set.id, revision, ...sent }));
      if (!answer.ok) return setRefusal(answer);
      setRefusal(null);
      setHistory((now) => markSaved(now, sent, answer.value.revision));
      notifications.show({ message: '公开表已保存', color: 'green.9' });
    });
  };
  useHotkeys(
    [
      ['mod+Z', undo],
      ['mod+Y', redo],
      ['mod+shift+Z', redo],
      ['mod+S', save],
    ],
    [],
  );
  const editing: SetEditing = {
    ...{ base, edits: content.edits, isReadOnly, problems },
    change: (edits, field) => setHistory((now) => changeSet(now, { ...now.content, edits }, field)),
  };
  const reload = () => {
    guard.abandon();
    window.location.reload();
  };

  return (
    <SetEditingContext value={editing}>
      <div className={styles.editor}>
        <EditorToolbar
          set={set}
          name={content.name}
          onName={(name) => setHistory((now) => changeSet(now, { ...now.content, name }, 'name'))}
          isReadOnly={isReadOnly}
          isUnsaved={unsaved}
          isSaving={isSaving}
          refusal={refusal}
          undo={history.past.length > 0 ? undo : null}
          redo={history.future.length > 0 ? redo : null}
          save={save}
          copy={() => setCopying(true)}
          reload={reload}
        />
        <AnnexOrder chosen={chosen} choose={setChosen} />
        <section className={styles.form} aria-label={annex ? '这张表的设置' : '整套设置'} key={chosen}>
          {annex ? <AnnexForm annex={annex} /> : <WholeSetForm />}
        </section>
        <AnnexPreview base={base} drawable={drawable} isBehind={problems.length > 0} annex={chosen} edition={edition} />
      </div>
      {isCopying && (
        <CopyDialog
          source={set}
          copyAnnexSet={actions.copyAnnexSet}
          onClose={() => setCopying(false)}
          onDone={(id) => {
            guard.abandon();
            router.push(`/admin/annex-sets/${id}`);
          }}
        />
      )}
      {guard.leaving !== null && (
        <LeaveDialog
          onStay={guard.stay}
          onLeave={() => {
            guard.abandon();
            router.push(guard.leaving ?? '/admin/annex-sets');
          }}
        />
      )}
    </SetEditingContext>
  );
}
