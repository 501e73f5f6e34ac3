import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { type BadCell, badCellKey, withoutCells } from './bad-cells.ts';
import { type Choice, openDisputes, settlement } from './disputes.ts';
import { adoptChanges, doStep, type EditHistory, redoStep, startHistory, undoStep } from './edit-history.ts';
import { applicableChanges, type KeptDraft } from './kept-draft.ts';
import { newKey } from './new-key.ts';
import type { SaveChanges } from './save-changes.ts';
import { SaveQueue } from './save-queue.ts';
import { type Dispute, describeSaveState, type SaveState } from './save-state.ts';

/** What a screen sees of a draft at one moment. */
export interface DraftSnapshot {
  readonly budget: Budget;
  readonly saveState: SaveState;
  /** What is done or undone next, e.g. `粘贴 12 行`; null when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Texts that could not be read as a value: they stay in their cells and are not saved until mended. */
  readonly badCells: ReadonlyMap<string, BadCell>;
  readonly unsaved: readonly Change[];
}

/**
 * The one copy of a draft in a browser window: its rows, the steps that can be taken back, what is unsaved. Screens
 * subscribe; every operation replaces the snapshot.
 */
export class DraftStore {
  readonly versionId: string;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  #history: EditHistory;
  #badCells: ReadonlyMap<string, BadCell> = new Map();
  #disputes: readonly Dispute[] = [];
  #savedAt: string | null = null;
  #snapshot: DraftSnapshot;

  constructor(workspace: BudgetWorkspace, save: SaveChanges) {
    this.versionId = workspace.version.id;
    this.#history = startHistory(workspace.budget);
    this.#queue = new SaveQueue({
      versionId: this.versionId,
      revisions: workspace.revisions,
      save,
      newRequestId: newKey,
      onChange: () => this.#queueChanged(),
    });
    this.#snapshot = this.#takeSnapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  /** Counts the saves that this window knows of. */
  get contentRevision(): number {
    return this.#queue.revisions.content;
  }

  /** Applies edits, as one step that can be taken back, and saves them. */
  edit(changes: readonly Change[], label = '修改'): void {
    if (changes.length === 0) return;
    const { history } = doStep(this.#history, changes, label);
    this.#move(history, changes);
  }

  /** @returns what was taken back, null when there was nothing */
  undo(): string | null {
    const moved = undoStep(this.#history);
    if (moved) this.#move(moved.history, moved.changes);
    return moved?.label ?? null;
  }

  redo(): string | null {
    const moved = redoStep(this.#history);
    if (moved) this.#move(moved.history, moved.changes);
    return moved?.label ?? null;
  }

  /** Keeps texts that are no value where they were typed; a null text forgets what was kept there. */
  markCells(
    cells: readonly (BadCell | { readonly rowKey: string; readonly field: string; readonly text: null })[],
  ): void {
    const next = new Map(this.#badCells);
    for (const cell of cells) {
      if (cell.text === null) next.delete(badCellKey(cell.rowKey, cell.field));
      else next.set(badCellKey(cell.rowKey, cell.field), cell);
    }
    this.#badCells = next;
    this.#publish();
  }

  /** Saves now what is unsaved. */
  retry(): void {
    void this.#queue.flush();
  }

  /**
   * Saves now and waits for it.
   *
   * @returns false when something could not be saved, or waits to be mended
   */
  flush(): Promise<boolean> {
    void this.#queue.flush();
    return new Promise((resolve) => {
      const settle = () => {
        const { status } = this.#snapshot.saveState;
        if (status === 'saving' || status === 'unsaved') return;
        unsubscribe();
        resolve(status === 'saved' && this.#snapshot.badCells.size === 0);
      };
      const unsubscribe = this.subscribe(settle);
      settle();
    });
  }

  resolveConflict(key: string, choice: Choice): void {
    const dispute = this.#disputes.find((candidate) => candidate.key === key);
    if (!dispute) return;
    const { adopt, resend, revision } = settlement(dispute, choice);
    this.#queue.settle(dispute.key, resend, revision);
    if (adopt) this.#history = adoptChanges(this.#history, [adopt]);
    this.#disputes = this.#disputes.filter((candidate) => candidate !== dispute);
    if (this.#disputes.length === 0) this.#queue.resume();
    else this.#publish();
  }

  /**
   * Does edits again that an earlier window could not save.
   *
   * @returns how many of them no longer have a row to stand in
   */
  restore({ changes, badCells, revisions }: KeptDraft): number {
    const applicable = applicableChanges(this.#history.budget, changes);
    /* As they were read then: what somebody else has saved meanwhile must come up as a conflict. */
    const { rows, profile } = this.#queue.revisions;
    this.#queue.revisions = {
      ...this.#queue.revisions,
      rows: { ...rows, ...revisions.rows },
      profile: revisions.profile ?? profile,
    };
    if (badCells.length > 0) this.markCells(badCells);
    this.edit(applicable, '恢复未保存的修改');
    return changes.length - applicable.length;
  }

  /** What has to be kept in the browser as long as the server does not have it; null when there is nothing. */
  keepable(): Omit<KeptDraft, 'keptAt'> | null {
    const { unsaved, badCells } = this.#snapshot;
    if (unsaved.length + badCells.size === 0) return null;
    return { changes: unsaved, badCells: [...badCells.values()], revisions: this.#queue.seenRevisions(unsaved) };
  }

  /** Takes over a newer state of the same version from the server, unless something here is unsaved. */
  refresh(workspace: BudgetWorkspace): void {
    if (this.#snapshot.unsaved.length > 0 || workspace.revisions.content <= this.contentRevision) return;
    this.#history = startHistory(workspace.budget);
    this.#queue.revisions = workspace.revisions;
    this.#publish();
  }

  #move(history: EditHistory, changes: readonly Change[]): void {
    this.#history = history;
    this.#badCells = withoutCells(this.#badCells, changes);
    this.#queue.push(changes);
  }

  #queueChanged(): void {
    const { state } = this.#queue;
    if (state.status === 'saved') this.#savedAt = new Date().toISOString();
    if (state.status === 'conflict' && this.#disputes.length === 0) {
      this.#openDisputes(openDisputes(state.stale, this.#history.budget));
      return;
    }
    this.#publish();
  }

  /** Disputes about nothing (both sides say the same) settle themselves. */
  #openDisputes({ real, settled }: ReturnType<typeof openDisputes>): void {
    for (const { key, revision } of settled) this.#queue.settle(key, null, revision);
    this.#disputes = real;
    if (real.length === 0) this.#queue.resume();
    else this.#publish();
  }

  #publish(): void {
    this.#snapshot = this.#takeSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #takeSnapshot(): DraftSnapshot {
    const { budget, past, future } = this.#history;
    const unsaved = this.#queue.unsaved;
    return {
      budget,
      saveState: describeSaveState(this.#queue.state, this.#savedAt, unsaved.length, this.#disputes),
      undoLabel: past.at(-1)?.label ?? null,
      redoLabel: future[0]?.label ?? null,
      badCells: this.#badCells,
      unsaved,
    };
  }
}
