import { describe, expect, test } from 'vitest';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { sampleBudget } from '@/lib/domain/fixtures/sample-budget.ts';
import { adoptChanges, doStep, redoStep, startHistory, undoStep } from './edit-history.ts';

const budget = sampleBudget({ basic: [{ note: 'a' }, { note: 'b' }] });
const note = (row: number, text: string): Change => ({
  op: 'update',
  collection: 'expenditure',
  key: `309001:basic-${row}`,
  fields: { note: text },
});

describe('edit history', () => {
  test('undo and redo are exact, with the label of the step', () => {
    const edited = doStep(startHistory(budget), [note(1, 'x'), note(2, 'y')], '粘贴 2 行');
    const undone = undoStep(edited.history);
    expect(undone?.history.budget).toEqual(budget);
    expect(undone?.label).toBe('粘贴 2 行');
    expect(undone && redoStep(undone.history)?.history.budget).toEqual(edited.history.budget);
  });

  test('there is nothing to undo at the beginning, nothing to redo after an edit', () => {
    const start = startHistory(budget);
    expect(undoStep(start)).toBeNull();
    const undone = undoStep(doStep(start, [note(1, 'x')], 'm').history);
    if (!undone) throw new Error('nothing undone');
    expect(redoStep(doStep(undone.history, [note(2, 'y')], 'm').history)).toBeNull();
  });

  test('keeps the last 200 steps', () => {
    let history = startHistory(budget);
    for (let step = 0; step < 250; step += 1) history = doStep(history, [note(1, `${step}`)], `${step}`).history;
    expect(history.past).toHaveLength(200);
    expect(history.past[0]?.label).toBe('50');
  });

  test('a step keeps the rows that nobody else touched, and goes when none is left', () => {
    const one = doStep(startHistory(budget), [note(1, 'mine')], 'first').history;
    const two = doStep(one, [note(2, 'mine too'), note(1, 'mine again')], 'second').history;
    const adopted = adoptChanges(two, [note(1, 'theirs')]);
    expect(adopted.lost).toBe(2);
    expect(adopted.history.past.map(({ label }) => label)).toEqual(['second']);
    expect(adopted.history.budget.expenditure.map((row) => row.note)).toEqual(['theirs', 'mine too']);
    expect(undoStep(adopted.history)?.history.budget.expenditure.map((row) => row.note)).toEqual(['theirs', 'b']);
  });

  test("another cell of the same row is nobody's loss", () => {
    const one = doStep(startHistory(budget), [note(1, 'mine')], 'first').history;
    const adopted = adoptChanges(one, [{ ...note(1, ''), fields: { amountFen: 7n } } as Change]);
    expect(adopted.lost).toBe(0);
    const undone = undoStep(adopted.history)?.history.budget.expenditure[0];
    expect(undone).toMatchObject({ note: 'a', amountFen: 7n });
  });

  test('of a nested field the parts are apart', () => {
    const words = (parts: object): Change => ({
      op: 'profile',
      fields: { narrative: { ...budget.profile.narrative, ...parts } },
    });
    const one = doStep(startHistory(budget), [words({ changeReason: 'mine' })], 'first').history;
    const adopted = adoptChanges(one, [words({ changeReason: 'mine', basicUse: 'theirs' })]);
    expect(adopted.lost).toBe(0);
    expect(undoStep(adopted.history)?.history.budget.profile.narrative).toMatchObject({
      changeReason: budget.profile.narrative.changeReason,
      basicUse: 'theirs',
    });
  });

  test('a row that somebody else deleted is not changed back, nor one put into a project that is gone', () => {
    const line = { ...budget.expenditure[0], key: 'new', projectKey: 'p' } as Budget['expenditure'][number];
    const removed = { op: 'insert', collection: 'expenditure', row: line } as Change;
    const withLine = doStep(startHistory(budget), [removed], 'add').history;
    const one = doStep(withLine, [{ op: 'delete', collection: 'expenditure', key: 'new' }], 'remove').history;
    const two = doStep(one, [note(1, 'mine')], 'note').history;
    const project = { key: 'p', position: 1 } as Budget['projects'][number];
    const there = { ...two, budget: { ...two.budget, projects: [project] } };
    const adopted = adoptChanges(there, [
      { op: 'delete', collection: 'projects', key: 'p' },
      { op: 'delete', collection: 'expenditure', key: '309001:basic-1' },
    ]);
    expect(adopted.history.past).toEqual([]);
    expect(adopted.lost).toBe(3);
  });
});
