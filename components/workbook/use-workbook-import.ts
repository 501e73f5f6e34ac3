import { useMemo, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import type { ImportMode } from '@/lib/domain/workbook/match-rows.ts';
import { type ImportPlan, planImport, type SheetModes } from '@/lib/domain/workbook/plan-import.ts';
import type { Corrections, WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';
import type { SheetId } from '@/lib/domain/workbook/workbook-sheets.ts';
import { MAX_WORKBOOK_BYTES } from '@/lib/schemas/workbook.ts';
import { type ChosenFile, uploadWorkbook } from './upload-workbook.ts';

export type ImportStep = 'choose' | 'preview' | 'confirm' | 'done';

/** What an import that was taken did. */
export interface ImportDone {
  readonly changeCount: number;
  readonly plan: ImportPlan;
}

interface ImportState {
  readonly step: ImportStep;
  readonly file: ChosenFile | null;
  readonly reading: WorkbookReading | null;
  /** What the reading was made with. */
  readonly applied: Corrections;
  /** Answers and corrections since then. */
  readonly pending: Corrections;
  readonly modes: SheetModes;
  readonly takesFacts: boolean;
  /** Share of the file that was sent, null while nothing is under way; 1: the server reads. */
  readonly progress: number | null;
  readonly error: string | null;
  readonly done: ImportDone | null;
}

const START: ImportState = {
  ...{ step: 'choose', file: null, reading: null, applied: {}, pending: {}, modes: {}, takesFacts: true },
  ...{ progress: null, error: null, done: null },
};

/** The state of the wizard: the file, what the server read in it, what the clerk answered, and what it would change. */
export function useWorkbookImport() {
  const { workspace, budget, edit, undo, flush } = useDraft();
  const [state, setState] = useState(START);
  const patch = (next: Partial<ImportState>) => setState((before) => ({ ...before, ...next }));
  const { reading, modes, takesFacts } = state;
  const plan = useMemo(
    () => reading && planImport(budget, takesFacts ? reading : { ...reading, facts: [] }, modes, newKey),
    [budget, reading, modes, takesFacts],
  );

  const read = async (file: ChosenFile, corrections: Corrections): Promise<boolean> => {
    patch({ file, progress: 0, error: null });
    // What is not saved yet would be compared as if it were not there.
    await flush();
    const answer = await uploadWorkbook(workspace.budgetId, file, corrections, (progress) => patch({ progress }));
    if (!answer.ok) {
      patch({ progress: null, error: answer.error });
      return false;
    }
    patch({ progress: null, reading: answer.value, applied: corrections, pending: {} });
    return true;
  };

  return {
    ...{ state, plan },
    /** Reads a file that was chosen or dropped; what was read of another is forgotten when it succeeds. */
    choose: async (file: File) => {
      if (file.size > MAX_WORKBOOK_BYTES) {
        patch({
          error: `文件超过 ${MAX_WORKBOOK_BYTES / 1_048_576} 兆字节，没有读取。请删去图片和不需要的工作表，或拆成几个文件。`,
        });
        return;
      }
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) {
        patch({ error: '无法读取这个文件，它可能已被移动，或正被其他程序占用。请关闭后重新选择。' });
        return;
      }
      if (await read({ name: file.name, bytes: new Uint8Array(bytes) }, {})) {
        patch({ step: 'preview', modes: {}, takesFacts: true, done: null });
      }
    },
    /** Puts texts in place of cells; they count when the file is read again. */
    correct: (corrections: Corrections) =>
      setState((before) => ({ ...before, pending: { ...before.pending, ...corrections } })),
    withdraw: (addresses: readonly string[]) =>
      setState(({ pending, ...before }) => ({
        ...before,
        pending: Object.fromEntries(Object.entries(pending).filter(([address]) => !addresses.includes(address))),
      })),
    /** Reads the file with what was answered; false when that failed. */
    readAgain: async (): Promise<boolean> =>
      state.file !== null && read(state.file, { ...state.applied, ...state.pending }),
    /** Reads the file as it is, without any answer or correction. */
    readAsIs: async (): Promise<boolean> => state.file !== null && read(state.file, {}),
    setMode: (id: SheetId, mode: ImportMode | null) =>
      setState((before) => ({ ...before, modes: { ...before.modes, [id]: mode } })),
    setTakesFacts: (takes: boolean) => patch({ takesFacts: takes }),
    go: (step: ImportStep) => patch({ step, error: null }),
    /** Takes the import into the draft, as one step that can be undone. */
    confirm: () => {
      if (!plan || plan.changes.length === 0) return;
      edit(plan.changes, '导入工作簿', 'workbook');
      patch({ step: 'done', done: { changeCount: plan.changes.length, plan }, reading: null, file: null });
    },
    undoImport: () => {
      undo();
      setState(START);
    },
    restart: () => setState(START),
  };
}

export type WorkbookImporting = ReturnType<typeof useWorkbookImport>;
