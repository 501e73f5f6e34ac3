import type { Budget } from '@/lib/domain/budget/budget.ts';
import { applyChanges, type Change } from '@/lib/domain/budget/changes.ts';
import type { ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { type BadCell, badCellKey, withoutCells } from './bad-cells.ts';
import type { Choice, Dispute } from './disputes.ts';
import { adoptChanges, doStep, type EditHistory, redoStep, startHistory, undoStep } from './edit-history.ts';
import { applicableChanges, type KeptDraft } from './kept-draft.ts';
import { type Merged, mergeRemote, type Remote } from './merge-remote.ts';
import { newKey } from './new-key.ts';
import { retypedCells, unsavedOfDisputes, withoutUntouchedDisputes } from './open-disputes.ts';
import { type KnownState, type Newer, newerThan, newsOfState, remoteOf } from './remote-news.ts';
import type { SaveChanges } from './save-changes.ts';
import { SaveQueue } from './save-queue.ts';
import { describeSaveState, type SaveState } from './save-state.ts';
import { settle } from './settle-dispute.ts';

/** What others saved and this window took over last. */
export interface TakenOver {
  /** Counts up: the same rows may be changed twice. */
  readonly id: number;
  /** Rows by their list, in the order of the news; a deleted row is gone from the budget. */
  readonly rows: Remote['rows'];
  readonly hasProfile: boolean;
  /** Who saved it, where it is known. */
  readonly names: readonly string[];
  /** Steps that can no longer be taken back in full. */
  readonly lostSteps: number;
}

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
  readonly takenOver: TakenOver | null;
}

/** How much longer each refused merge in a row waits: two windows must not chase each other. */
const AFTER_REFUSAL_MS = 500;

/**
 * The one copy of a draft in a browser window: its rows, the steps that can be taken back, what is unsaved, what others
 * disagree about. Screens subscribe; every operation replaces the snapshot.
 */
export class DraftStore {
  readonly versionId: string;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  #history: EditHistory;
  /** What the server is known to have: what is shown is this with the unsaved edits over it. */
  #base: Budget;
  /** Every save up to this one has been taken over. */
  #seenRevision: number;
  #badCells: ReadonlyMap<string, BadCell> = new Map();
  #disputes: readonly Dispute[] = [];
  #takenOver: TakenOver | null = null;
  #savedAt: string | null = null;
  #refusals = 0;
  #snapshot: DraftSnapshot;

  constructor(workspace: BudgetWorkspace, save: SaveChanges) {
    this.versionId = workspace.version.id;
    this.#history = startHistory(workspace.budget);
    this.#base = workspace.budget;
    this.#seenRevision = workspace.revisions.content;
    this.#queue = new SaveQueue({
      versionId: this.versionId,
      revisions: workspace.revisions,
      save,
      newRequestId: newKey,
      onConfirmed: (changes, wrote) => this.#confirmed(changes, wrote),
      onChange: () => this.#queueChanged(),
    });
    this.#snapshot = this.#takeSnapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.#snapshot;

  /** The last save of which this window knows everything: what a submission names, what news are asked from. */
  get contentRevision(): number {
    return this.#seenRevision;
  }

  /** Whether others have saved something between the saves of this window that it has not seen yet. */
  get isBehind(): boolean {
    return this.#queue.revisions.content > this.#seenRevision;
  }

  /** The revisions of everything that this window has read. */
  get known(): KnownState {
    return { revisions: this.#queue.revisions, base: this.#base };
  }

  /**
   * Applies edits, as one step that can be taken back, and saves them. Edits of rows that are gone are left out.
   *
   * @param origin where they came from, for the record, when nobody typed them
   */
  edit(changes: readonly Change[], label = '修改', origin?: ChangeOrigin): void {
    const possible = applicableChanges(this.#history.budget, changes);
    if (possible.length === 0) return;
    const { history } = doStep(this.#history, possible, label);
    this.#move(history, possible, origin);
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
      const settled = () => {
        const { status } = this.#queue.state;
        if (status === 'saving' || status === 'unsaved' || status === 'conflict') return;
        unsubscribe();
        resolve(this.#snapshot.saveState.status === 'saved' && this.#snapshot.badCells.size === 0);
      };
      const unsubscribe = this.subscribe(settled);
      settled();
    });
  }

  /** Settles a dispute, or with `all` every one. */
  resolveConflict(key: string | 'all', choice: Choice): void {
    const chosen = this.#disputes.filter((dispute) => key === 'all' || dispute.key === key);
    for (const dispute of chosen) {
      const { adopt, save } = settle(dispute, choice, {
        shown: this.#history.budget,
        base: this.#base,
        pending: this.#queue.waiting,
      });
      this.#disputes = this.#disputes.filter((candidate) => candidate !== dispute);
      if (adopt.length > 0) this.#adopt(adopt);
      if (save.length > 0) this.#queue.push(save);
    }
    this.#publish();
  }

  /**
   * Takes over what others saved. While a save of this window is under way nothing is taken over: its own rows could
   * not be told from others'.
   *
   * @param except rows that are being typed in: they wait until that is done
   * @returns false when something was left for later
   */
  takeOver(news: Newer, except: ReadonlySet<string> = new Set()): boolean {
    if (this.#queue.hasUnconfirmed) return false;
    const fresh = newerThan(this.known, news);
    const rows = fresh.rows.filter(({ key }) => !except.has(key));
    const profile = except.has('profile') ? null : fresh.profile;
    const isWhole = rows.length === fresh.rows.length && profile === fresh.profile;
    if (isWhole) this.#seenRevision = Math.max(this.#seenRevision, news.contentRevision);
    if (rows.length > 0 || profile) {
      const lostSteps = this.#merge({ rows, profile });
      const names = [...rows, ...(profile ? [profile] : [])].flatMap(({ savedByName }) => savedByName ?? []);
      this.#takenOver = {
        id: (this.#takenOver?.id ?? 0) + 1,
        rows,
        hasProfile: profile !== null,
        names: [...new Set(names)],
        lostSteps,
      };
      const { status } = this.#queue.state;
      if (status === 'saved' || status === 'unsaved') this.#queue.resume();
    }
    this.#publish();
    return isWhole;
  }

  /**
   * Does edits again that an earlier window could not save.
   *
   * @returns how many of them no longer have a row to stand in
   */
  restore({ changes, badCells, revisions }: KeptDraft): number {
    const applicable = applicableChanges(this.#history.budget, changes);
    if (badCells.length > 0) this.markCells(badCells);
    this.edit(applicable, '恢复未保存的修改');
    /* What somebody else has saved since they were typed comes up as a conflict. */
    const isStale = (change: Change) => {
      if (change.op === 'profile') return revisions.profile !== this.#queue.revisions.profile;
      return change.op !== 'insert' && revisions.rows[change.key] !== this.#queue.revisions.rows[change.key];
    };
    this.#merge(remoteOf(this.known, applicable.filter(isStale)), false);
    this.#publish();
    return changes.length - applicable.length;
  }

  /** What has to be kept in the browser as long as the server does not have it; null when there is nothing. */
  keepable(): Omit<KeptDraft, 'keptAt'> | null {
    const { unsaved, badCells } = this.#snapshot;
    if (unsaved.length + badCells.size === 0) return null;
    const seen = this.#queue.seenRevisions(unsaved);
    /* A dispute must come up again after a reload: no revision of its row counts as seen. */
    const disputed = Object.fromEntries(this.#disputes.map(({ rowKey }) => [rowKey, 0]));
    const profile = this.#disputes.some(({ collection }) => collection === null) ? 0 : seen.profile;
    const revisions = { rows: { ...seen.rows, ...disputed }, ...(profile !== undefined && { profile }) };
    return { changes: unsaved, badCells: [...badCells.values()], revisions };
  }

  #move(history: EditHistory, changes: readonly Change[], origin?: ChangeOrigin): void {
    const shown = this.#history.budget;
    this.#history = history;
    this.#badCells = withoutCells(this.#badCells, changes);
    if (this.#disputes.length === 0) {
      this.#queue.push(changes, origin);
      return;
    }
    const outgoing = withoutUntouchedDisputes(this.#disputes, changes, shown, this.#base);
    this.#disputes = retypedCells(this.#disputes, changes, shown);
    this.#queue.push(outgoing, origin);
  }

  #confirmed(changes: readonly Change[], wrote: boolean): void {
    this.#refusals = 0;
    this.#base = applyChanges(this.#base, applicableChanges(this.#base, changes));
    if (wrote && this.#queue.revisions.content === this.#seenRevision + 1) this.#seenRevision += 1;
  }

  #queueChanged(): void {
    const { state } = this.#queue;
    if (state.status === 'saved') this.#savedAt = new Date().toISOString();
    if (state.status === 'conflict') {
      this.#merge({ rows: state.stale.conflicts, profile: state.stale.profile });
      this.#refusals += 1;
      this.#queue.resume((this.#refusals - 1) * AFTER_REFUSAL_MS);
      return;
    }
    this.#publish();
  }

  /** Takes over a whole state of the same version, e.g. one that the page was loaded with again. */
  refresh(workspace: BudgetWorkspace): void {
    if (workspace.revisions.content <= this.#seenRevision) return;
    this.takeOver(newsOfState(this.known, workspace.budget, workspace.revisions));
  }

  /** @returns how many steps can no longer be taken back in full */
  #merge(remote: Remote, baseKnown = true): number {
    const merged: Merged = mergeRemote(
      {
        shown: this.#history.budget,
        base: this.#base,
        pending: this.#queue.waiting,
        disputes: this.#disputes,
      },
      remote,
      baseKnown,
    );
    this.#base = merged.base;
    for (const { target, change, revision } of merged.settled) this.#queue.settle(target, change, revision);
    this.#disputes = merged.disputes;
    return this.#adopt(merged.adopt);
  }

  #adopt(changes: readonly Change[]): number {
    const { history, lost } = adoptChanges(this.#history, changes);
    this.#history = history;
    this.#badCells = withoutCells(
      this.#badCells,
      changes.filter(({ op }) => op === 'delete'),
    );
    return lost;
  }

  #publish(): void {
    this.#snapshot = this.#takeSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #takeSnapshot(): DraftSnapshot {
    const { budget, past, future } = this.#history;
    const unsaved = unsavedOfDisputes(this.#disputes, this.#queue.unsaved, budget, this.#base);
    return {
      budget,
      saveState: describeSaveState(this.#queue.state, this.#savedAt, unsaved.length, this.#disputes),
      undoLabel: past.at(-1)?.label ?? null,
      redoLabel: future[0]?.label ?? null,
      badCells: this.#badCells,
      unsaved,
      takenOver: this.#takenOver,
    };
  }
}
