import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Budget, COLLECTIONS, type Collection } from '@/lib/domain/budget/budget.ts';
import { applyChanges, type Change, deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { planSave, type StoredRow, type StoredRows } from '@/lib/domain/budget/save-plan.ts';
import { sampleWorkspace } from '@/lib/domain/fixtures/sample-workspace.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import type { RowConflict } from '@/lib/domain/workflow/workspace.ts';
import { DraftStore } from './draft-store.ts';
import { rowDifference, sameContent } from './row-difference.ts';
import type { SaveChanges } from './save-changes.ts';

/** Two windows on one draft and the server between them, which decides as the real one does. */
class Server {
  budget: Budget;
  content = 1;
  profile = 1;
  readonly rows: Record<string, number> = {};

  constructor(budget: Budget) {
    this.budget = budget;
    for (const { key } of this.#all()) this.rows[key] = 1;
  }

  #all(): readonly { readonly collection: Collection; readonly key: string; readonly row: Row }[] {
    return COLLECTIONS.flatMap((collection) =>
      (this.budget[collection] as readonly Row[]).map((row) => ({ collection, key: row.key, row })),
    );
  }

  #stored(): StoredRows {
    const lists = COLLECTIONS.map((collection) => [
      collection,
      new Map(
        (this.budget[collection] as readonly Row[]).map((row): [string, StoredRow] => [
          row.key,
          { row, revision: this.rows[row.key] ?? 0 },
        ]),
      ),
    ]);
    return Object.fromEntries(lists) as StoredRows;
  }

  readonly save: SaveChanges = async ({ changes, revisions }) => {
    const profile = { profile: this.budget.profile, revision: this.profile };
    const plan = planSave({ stored: this.#stored(), profile, changes, seen: revisions });
    if (plan.kind === 'invalid') throw new Error(JSON.stringify(plan.issues));
    if (plan.kind === 'stale') {
      const conflicts = plan.conflicts.map((conflict) => ({ ...conflict, savedByName: 'x' }) as RowConflict);
      const theirs = { theirs: this.budget.profile, revision: this.profile, savedByName: null };
      return fail({ code: 'STALE', conflicts, profile: plan.profileChanged ? theirs : null });
    }
    const touched: Record<string, number> = {};
    for (const { collection, key, before, after, revision } of plan.writes) {
      const change = rowDifference(collection, before, after);
      if (change) this.budget = applyChanges(this.budget, [change]);
      /* A row that comes back is at a revision that it never had, as the real server has it. */
      if (after) touched[key] = before ? revision + 1 : this.content + 1;
      else delete this.rows[key];
    }
    Object.assign(this.rows, touched);
    if (plan.profile) {
      this.budget = { ...this.budget, profile: plan.profile };
      this.profile += 1;
    }
    if (plan.writes.length > 0 || plan.profile) this.content += 1;
    return ok({ rows: touched, profile: this.profile, content: this.content });
  };

  /** Everything it has, as a window reads it that knows nothing. */
  tell(store: DraftStore): void {
    const workspace = sampleWorkspace(this.budget);
    const revisions = { rows: { ...this.rows }, profile: this.profile, content: this.content };
    store.refresh({ ...workspace, revisions });
  }
}

type Deed =
  | { readonly kind: 'amount' | 'note' | 'delete' | 'insert'; readonly at: number; readonly value: number }
  | { readonly kind: 'word'; readonly word: 'changeReason' | 'basicUse' | 'assetsText'; readonly value: number }
  | { readonly kind: 'staff'; readonly value: number }
  | { readonly kind: 'rename' | 'dropProject'; readonly at: number; readonly value: number }
  | { readonly kind: 'undo' | 'redo' | 'save' | 'read' | 'answer'; readonly value: number };

const number = fc.integer({ min: 0, max: 9 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('amount', 'note', 'delete', 'insert'), at: number, value: number }),
  fc.record({
    kind: fc.constant('word'),
    word: fc.constantFrom('changeReason', 'basicUse', 'assetsText'),
    value: number,
  }),
  fc.record({ kind: fc.constant('staff'), value: number }),
  fc.record({ kind: fc.constantFrom('rename', 'dropProject'), at: number, value: number }),
  fc.record({ kind: fc.constantFrom('undo', 'redo', 'save', 'read', 'answer'), value: number }),
) as fc.Arbitrary<Deed>;

let keys = 0;

function changesOf(budget: Budget, done: Deed): readonly Change[] {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(list.length, 1)];
  if (done.kind === 'word') {
    return [{ op: 'profile', fields: { narrative: { ...budget.profile.narrative, [done.word]: `${done.value}` } } }];
  }
  if (done.kind === 'staff') return [{ op: 'profile', fields: { staffOnPost: done.value } }];
  if (!('at' in done)) return [];
  if (done.kind === 'rename' || done.kind === 'dropProject') {
    const project = pick(budget.projects, done.at);
    if (!project) return [];
    const { key } = project;
    if (done.kind === 'dropProject') return deleteProjectChanges(budget, key);
    return [{ op: 'update', collection: 'projects', key, fields: { name: `${done.value}` } }];
  }
  const line = pick(budget.expenditure, done.at);
  if (!line) return [];
  const { key } = line;
  if (done.kind === 'delete') return [{ op: 'delete', collection: 'expenditure', key }];
  if (done.kind === 'insert') {
    keys += 1;
    return [{ op: 'insert', collection: 'expenditure', row: { ...line, key: `new-${keys}`, position: done.value } }];
  }
  const fields = done.kind === 'amount' ? { amountFen: BigInt(done.value) } : { note: `${done.value}` };
  return [{ op: 'update', collection: 'expenditure', key, fields }];
}

/** A save that is refused is merged and sent again after a moment. */
async function flush(store: DraftStore): Promise<void> {
  const flushed = store.flush();
  await vi.runAllTimersAsync();
  await flushed;
}

async function act(server: Server, store: DraftStore, done: Deed): Promise<void> {
  if (done.kind === 'undo') store.undo();
  else if (done.kind === 'redo') store.redo();
  else if (done.kind === 'save') await flush(store);
  else if (done.kind === 'read') server.tell(store);
  else if (done.kind === 'answer') {
    const [dispute] = store.snapshot().saveState.conflicts;
    if (dispute) store.resolveConflict(dispute.key, done.value % 2 === 0 ? 'mine' : 'theirs');
  } else store.edit(changesOf(store.snapshot().budget, done));
}

/** Everybody answers, saves and reads until nobody has anything left. */
async function settleDown(server: Server, stores: readonly DraftStore[]): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    for (const store of stores) {
      store.resolveConflict('all', 'mine');
      await vi.runAllTimersAsync();
      server.tell(store);
    }
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('two windows that edit, save, undo and answer as they like end with what the server has', {
  timeout: 60_000,
}, async () => {
  const steps = fc.array(fc.tuple(fc.boolean(), deed), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(steps, async (deeds) => {
      const workspace = sampleWorkspace();
      const server = new Server(workspace.budget);
      const start = { ...workspace, revisions: { rows: { ...server.rows }, profile: 1, content: 1 } };
      const stores = [new DraftStore(start, server.save), new DraftStore(start, server.save)] as const;
      for (const [isFirst, done] of deeds) await act(server, stores[isFirst ? 0 : 1], done);
      await settleDown(server, stores);
      for (const store of stores) {
        expect(store.snapshot().saveState).toMatchObject({ status: 'saved', conflicts: [] });
        expect(store.snapshot().unsaved).toEqual([]);
        expect(sameContent(store.snapshot().budget, server.budget)).toBe(true);
      }
    }),
    { numRuns: 250 },
  );
});

test('no value of mine goes without my answer: it is saved, in dispute, or was never different', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), number, async (others, value) => {
      const workspace = sampleWorkspace();
      const server = new Server(workspace.budget);
      const start = { ...workspace, revisions: { rows: { ...server.rows }, profile: 1, content: 1 } };
      const [mine, theirs] = [new DraftStore(start, server.save), new DraftStore(start, server.save)];
      const key = workspace.budget.expenditure[0]?.key ?? '';
      mine.edit([{ op: 'update', collection: 'expenditure', key, fields: { note: `mine ${value}` } }]);
      for (const done of others)
        if (!['undo', 'redo', 'read', 'save'].includes(done.kind)) await act(server, theirs, done);
      await flush(theirs);
      server.tell(mine);
      await flush(mine);
      const disputed = mine.snapshot().saveState.conflicts.some(({ rowKey }) => rowKey === key);
      const saved = server.budget.expenditure.find((line) => line.key === key)?.note === `mine ${value}`;
      const shown = mine.snapshot().budget.expenditure.find((line) => line.key === key)?.note;
      expect(shown).toBe(`mine ${value}`);
      expect(disputed || saved).toBe(true);
    }),
    { numRuns: 200 },
  );
});
