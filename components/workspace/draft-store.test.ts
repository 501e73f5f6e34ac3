import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { DEFAULT_CHECK_SETTINGS } from '@/lib/domain/checks/finding.ts';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { BudgetWorkspace, Revisions } from '@/lib/domain/workflow/workspace.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import { DraftStore } from './draft-store.ts';
import type { SaveFailure } from './save-changes.ts';

const ROW = '309001:basic-1';
const OTHER = '309001:basic-2';

function sampleWorkspace(content = 1): BudgetWorkspace {
  const budget = sampleBudget({ basic: [{ note: 'a', amountFen: yuan(10) }, { note: 'b' }] });
  const version = sampleVersion({ contentRevision: content });
  return {
    budgetId: 'b1',
    unitId: 'u1',
    budget,
    revisions: { rows: { [ROW]: 1, [OTHER]: 1 }, profile: 1, content },
    version,
    versions: [version],
    comments: [],
    returnedRows: {},
    explanations: [],
    verdicts: [],
    refusals: [],
    edition: SAMPLE_EDITION,
    settings: DEFAULT_CHECK_SETTINGS,
    annexSetRef: 'chongqing',
    rounding: 'EACH_CELL',
    confirmationRequired: false,
    nextRoundOpen: false,
    lastYear: null,
    lastYearMoves: [],
    controlFigures: [],
    standards: { standards: [], faults: [] },
    actorId: 'clerk',
    permittedActions: ['budget.edit'],
  };
}

/** A server that answers as told; without an answer it confirms and counts revisions up. */
class Server {
  readonly requests: SaveRequest[] = [];
  readonly answers: Result<Revisions, SaveFailure>[] = [];
  #content = 1;

  readonly save = async (request: SaveRequest): Promise<Result<Revisions, SaveFailure>> => {
    this.requests.push(request);
    const told = this.answers.shift();
    if (told) return told;
    this.#content += 1;
    const rows = Object.fromEntries(
      request.changes.flatMap((change) => {
        if (change.op === 'insert') return [[change.row.key, 1]];
        return change.op === 'update' ? [[change.key, (request.revisions.rows[change.key] ?? 0) + 1]] : [];
      }),
    );
    return ok({ rows, profile: (request.revisions.profile ?? 0) + 1, content: this.#content });
  };
}

const note = (key: string, text: string): Change => ({
  op: 'update',
  collection: 'expenditure',
  key,
  fields: { note: text },
});

function start() {
  const server = new Server();
  return { server, store: new DraftStore(sampleWorkspace(), server.save) };
}

const notes = (store: DraftStore) => store.snapshot().budget.expenditure.map((line) => line.note);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  test('gathers quick edits into one request that names the revisions seen', async () => {
    const { server, store } = start();
    store.edit([note(ROW, 'x')]);
    store.edit([note(ROW, 'xy')]);
    expect(store.snapshot().saveState.status).toBe('unsaved');
    await vi.runAllTimersAsync();
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.changes).toEqual([note(ROW, 'xy')]);
    expect(server.requests[0]?.revisions).toEqual({ rows: { [ROW]: 1 } });
    expect(store.snapshot().saveState.status).toBe('saved');
    expect(store.snapshot().unsaved).toEqual([]);
  });

  test('says once of what nobody typed where it came from', async () => {
    const { server, store } = start();
    store.edit([note(ROW, 'x'), { op: 'profile', fields: { staffAsOf: '2023-01' } }], '导入工作簿', 'workbook');
    store.edit([note(OTHER, 'y')]);
    await vi.runAllTimersAsync();
    store.edit([note(ROW, 'z')]);
    await vi.runAllTimersAsync();
    expect(server.requests.map(({ origins }) => origins)).toEqual([{ workbook: [ROW, 'profile'] }, undefined]);
  });

  test('names the new revision in the next save', async () => {
    const { server, store } = start();
    store.edit([note(ROW, 'x')]);
    await vi.runAllTimersAsync();
    store.edit([note(ROW, 'y')]);
    await vi.runAllTimersAsync();
    expect(server.requests[1]?.revisions.rows).toEqual({ [ROW]: 2 });
  });

  test('repeats a request without an answer under the same id, and what was typed meanwhile after it', async () => {
    const { server, store } = start();
    server.answers.push(fail({ code: 'UNREACHABLE' }));
    store.edit([note(ROW, 'x')]);
    await vi.advanceTimersByTimeAsync(600);
    expect(store.snapshot().saveState).toMatchObject({ status: 'failed' });
    expect(store.snapshot().saveState.message).toContain('1 处修改已留在本机');
    store.edit([note(OTHER, 'y')]);
    await vi.runAllTimersAsync();
    const [first, second, third] = server.requests;
    expect(second?.requestId).toBe(first?.requestId);
    expect(second?.changes).toEqual(first?.changes);
    expect(third?.changes).toEqual([note(OTHER, 'y')]);
    expect(store.snapshot().saveState.status).toBe('saved');
  });

  test('does not repeat what the server refuses for good, and says why', async () => {
    const { server, store } = start();
    server.answers.push(fail({ code: 'REFUSED', problemCode: 'NOT_A_DRAFT', message: '该版本已提交。' }));
    store.edit([note(ROW, 'x')]);
    await vi.runAllTimersAsync();
    expect(server.requests).toHaveLength(1);
    expect(store.snapshot().saveState).toMatchObject({ status: 'failed', message: '该版本已提交。' });
    expect(store.snapshot().unsaved).toEqual([note(ROW, 'x')]);
  });

  test('waits for a new sign-in and goes on where it stopped', async () => {
    const { server, store } = start();
    server.answers.push(fail({ code: 'SIGNED_OUT' }));
    store.edit([note(ROW, 'x')]);
    await vi.runAllTimersAsync();
    expect(store.snapshot().saveState.status).toBe('signed-out');
    expect(server.requests).toHaveLength(1);
    store.retry();
    await vi.runAllTimersAsync();
    expect(server.requests[1]?.requestId).toBe(server.requests[0]?.requestId);
    expect(store.snapshot().saveState.status).toBe('saved');
  });

  test('flush is true once everything is saved, false while a text waits to be mended', async () => {
    const { store } = start();
    store.edit([note(ROW, 'x')]);
    const saved = store.flush();
    await vi.runAllTimersAsync();
    expect(await saved).toBe(true);
    store.markCells([{ rowKey: ROW, field: 'amountFen', text: '12.345', reason: '小数过多' }]);
    expect(await store.flush()).toBe(false);
  });
});

describe('undo', () => {
  test('takes back an edit here and, once it was saved, on the server', async () => {
    const { server, store } = start();
    store.edit([note(ROW, 'x')], '修改备注');
    await vi.runAllTimersAsync();
    expect(store.snapshot().undoLabel).toBe('修改备注');
    expect(store.undo()).toBe('修改备注');
    await vi.runAllTimersAsync();
    expect(notes(store)).toEqual(['a', 'b']);
    expect(server.requests[1]?.changes).toEqual([note(ROW, 'a')]);
    expect(store.redo()).toBe('修改备注');
    expect(notes(store)).toEqual(['x', 'b']);
  });

  test('a row that was deleted and saved comes back as a new one without a revision', async () => {
    const { server, store } = start();
    store.edit([{ op: 'delete', collection: 'expenditure', key: ROW }]);
    await vi.runAllTimersAsync();
    store.undo();
    await vi.runAllTimersAsync();
    expect(server.requests[1]?.changes[0]).toMatchObject({ op: 'insert' });
    expect(server.requests[1]?.revisions.rows).toEqual({});
  });
});

describe('conflicts', () => {
  const theirs = { ...sampleWorkspace().budget.expenditure[0], note: '对方' } as const;

  async function conflicting(row: object | null) {
    const { server, store } = start();
    const conflict = { collection: 'expenditure', key: ROW, theirs: row, revision: 7, savedByName: '某同事' };
    server.answers.push(fail({ code: 'STALE', conflicts: [conflict as never], profile: null }));
    store.edit([note(ROW, '我的'), note(OTHER, '另一行')]);
    await vi.runAllTimersAsync();
    return { server, store };
  }

  const CELL = `expenditure/${ROW}#note`;

  test('shows both values of the cell, and saves the rest meanwhile', async () => {
    const { server, store } = await conflicting(theirs);
    const { status, conflicts } = store.snapshot().saveState;
    expect(status).toBe('conflict');
    expect(conflicts).toMatchObject([
      { key: CELL, field: 'note', mine: '我的', theirs: '对方', savedByName: '某同事' },
    ]);
    expect(notes(store)).toEqual(['我的', '另一行']);
    expect(server.requests[1]?.changes).toEqual([note(OTHER, '另一行')]);
    expect(store.snapshot().unsaved).toEqual([note(ROW, '我的')]);
    expect(await store.flush()).toBe(false);
  });

  test('mine: is sent on their revision', async () => {
    const { server, store } = await conflicting(theirs);
    store.resolveConflict(CELL, 'mine');
    await vi.runAllTimersAsync();
    expect(server.requests[2]?.revisions.rows).toEqual({ [ROW]: 7 });
    expect(server.requests[2]?.changes).toEqual([note(ROW, '我的')]);
    expect(store.snapshot().saveState.status).toBe('saved');
    expect(notes(store)).toEqual(['我的', '另一行']);
  });

  test('theirs: replaces mine here', async () => {
    const { server, store } = await conflicting(theirs);
    store.resolveConflict(CELL, 'theirs');
    await vi.runAllTimersAsync();
    expect(notes(store)).toEqual(['对方', '另一行']);
    store.edit([note(ROW, '再改')]);
    await vi.runAllTimersAsync();
    expect(server.requests[2]?.revisions.rows).toEqual({ [ROW]: 7 });
  });

  test('other cells of the row that they changed are taken without asking', async () => {
    const { store } = await conflicting({ ...theirs, note: 'a', amountFen: yuan(99) });
    await vi.runAllTimersAsync();
    expect(store.snapshot().saveState.status).toBe('saved');
    expect(store.snapshot().budget.expenditure[0]).toMatchObject({ note: '我的', amountFen: yuan(99) });
  });

  test('typing the cell anew is an answer', async () => {
    const { server, store } = await conflicting(theirs);
    store.edit([note(ROW, '再想想')]);
    await vi.runAllTimersAsync();
    expect(store.snapshot().saveState.status).toBe('saved');
    expect(server.requests[2]?.changes).toEqual([note(ROW, '再想想')]);
  });

  test('a row that they deleted is put back whole, or goes here as well', async () => {
    const kept = await conflicting(null);
    expect(kept.store.snapshot().saveState.conflicts).toMatchObject([{ kind: 'row', theirs: null }]);
    kept.store.resolveConflict(`expenditure/${ROW}`, 'mine');
    await vi.runAllTimersAsync();
    expect(kept.server.requests[2]?.changes).toContainEqual(
      expect.objectContaining({ op: 'insert', row: expect.objectContaining({ key: ROW, note: '我的' }) }),
    );
    const dropped = await conflicting(null);
    dropped.store.resolveConflict('all', 'theirs');
    await vi.runAllTimersAsync();
    expect(notes(dropped.store)).toEqual(['另一行']);
  });

  test('both sides saying the same is no conflict', async () => {
    const { server, store } = await conflicting({ ...theirs, note: '我的' });
    expect(store.snapshot().saveState.status).toBe('saved');
    expect(server.requests[1]?.changes).toEqual([note(OTHER, '另一行')]);
  });
});

describe('what others save', () => {
  const line = sampleWorkspace().budget.expenditure[0];
  const row = (fields: object, revision = 2) =>
    ({ collection: 'expenditure', key: ROW, theirs: { ...line, ...fields }, revision, savedByName: '某同事' }) as never;

  test('is shown, said, and no step of its own', () => {
    const { store } = start();
    expect(store.takeOver({ rows: [row({ note: '对方' })], profile: null, contentRevision: 2 })).toBe(true);
    expect(notes(store)).toEqual(['对方', 'b']);
    expect(store.snapshot()).toMatchObject({ undoLabel: null, takenOver: { names: ['某同事'], lostSteps: 0 } });
    expect(store.contentRevision).toBe(2);
  });

  test('opens a conflict where an unsaved edit says something else', () => {
    const { store } = start();
    store.edit([note(ROW, '我的')]);
    store.takeOver({ rows: [row({ note: '对方', amountFen: yuan(5) })], profile: null, contentRevision: 2 });
    expect(store.snapshot().saveState).toMatchObject({ status: 'conflict', conflicts: [{ field: 'note' }] });
    expect(store.snapshot().budget.expenditure[0]).toMatchObject({ note: '我的', amountFen: yuan(5) });
  });

  test('waits while a save is under way, and where a row is being typed in', async () => {
    const { store } = start();
    store.edit([note(OTHER, 'x')]);
    const saving = store.flush();
    expect(store.takeOver({ rows: [row({ note: '对方' })], profile: null, contentRevision: 2 })).toBe(false);
    await vi.runAllTimersAsync();
    await saving;
    const news = { rows: [row({ note: '对方' })], profile: null, contentRevision: 3 };
    expect(store.takeOver(news, new Set([ROW]))).toBe(false);
    expect(notes(store)).toEqual(['a', 'x']);
    expect(store.takeOver(news)).toBe(true);
    expect(notes(store)).toEqual(['对方', 'x']);
  });

  test('is known to be missing while another save lies between two of this window', async () => {
    const { server, store } = start();
    server.answers.push(ok({ rows: { [ROW]: 2 }, profile: 1, content: 3 }));
    store.edit([note(ROW, 'x')]);
    await vi.runAllTimersAsync();
    expect(store.isBehind).toBe(true);
    expect(store.contentRevision).toBe(1);
    store.takeOver({ rows: [row({ note: 'x' })], profile: null, contentRevision: 3 });
    expect(store.isBehind).toBe(false);
    expect(store.snapshot().takenOver).toBeNull();
  });
});

describe('what an earlier window could not save', () => {
  test('comes back on the revisions it was made on, texts that wait to be mended too', async () => {
    const { server, store } = start();
    const bad = { rowKey: OTHER, field: 'amountFen', text: '一千', reason: '不是金额' };
    const gone: Change = { op: 'update', collection: 'expenditure', key: 'gone', fields: { note: 'z' } };
    const lost = store.restore({
      keptAt: '2023-01-01T00:00:00Z',
      changes: [note(ROW, '未保存'), gone],
      badCells: [bad],
      revisions: { rows: { [ROW]: 1 } },
    });
    await vi.runAllTimersAsync();
    expect(lost).toBe(1);
    expect(notes(store)).toEqual(['未保存', 'b']);
    expect(server.requests[0]?.revisions.rows).toEqual({ [ROW]: 1 });
    expect([...store.snapshot().badCells.values()]).toEqual([bad]);
    expect(store.keepable()).toMatchObject({ changes: [], badCells: [bad] });
  });
});

describe('what was kept while somebody else saved the row', () => {
  test('comes up as a conflict', async () => {
    const { server, store } = start();
    store.restore({
      keptAt: '2023-01-01T00:00:00Z',
      changes: [note(ROW, '未保存')],
      badCells: [],
      revisions: { rows: { [ROW]: 9 } },
    });
    await vi.runAllTimersAsync();
    expect(server.requests).toEqual([]);
    expect(store.snapshot().saveState.conflicts).toMatchObject([{ field: 'note', mine: '未保存', theirs: 'a' }]);
    expect(store.keepable()).toMatchObject({ changes: [note(ROW, '未保存')], revisions: { rows: { [ROW]: 0 } } });
  });
});

describe('refresh', () => {
  test('takes over a later state of the server, and merges it with unsaved edits', async () => {
    const { store } = start();
    const [first, ...rest] = sampleWorkspace().budget.expenditure;
    const later = sampleWorkspace(9);
    const expenditure = [{ ...first, amountFen: yuan(77) } as NonNullable<typeof first>, ...rest];
    const revisions = { ...later.revisions, rows: { ...later.revisions.rows, [ROW]: 4 } };
    store.edit([note(ROW, '未保存')]);
    store.refresh({ ...later, revisions, budget: { ...later.budget, expenditure } });
    expect(store.snapshot().budget.expenditure[0]).toMatchObject({ note: '未保存', amountFen: yuan(77) });
    expect(store.contentRevision).toBe(9);
    store.refresh(sampleWorkspace(8));
    expect(store.contentRevision).toBe(9);
  });
});

describe('texts that can not be taken', () => {
  test('are forgotten when the field gets a value or the row goes', () => {
    const { store } = start();
    store.markCells([
      { rowKey: ROW, field: 'note', text: 'x', reason: 'r' },
      { rowKey: OTHER, field: 'amountFen', text: 'y', reason: 'r' },
    ]);
    store.edit([note(ROW, 'gut')]);
    expect([...store.snapshot().badCells.values()].map(({ rowKey }) => rowKey)).toEqual([OTHER]);
    store.edit([{ op: 'delete', collection: 'expenditure', key: OTHER }]);
    expect(store.snapshot().badCells.size).toBe(0);
  });
});
