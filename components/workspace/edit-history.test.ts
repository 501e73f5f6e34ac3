import { describe, expect, test } from 'vitest';
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

  test("taking over another's row drops the steps about it and keeps the others", () => {
    const one = doStep(startHistory(budget), [note(1, 'mine')], 'first').history;
    const two = doStep(one, [note(2, 'mine too')], 'second').history;
    const adopted = adoptChanges(two, [note(1, 'theirs')]);
    expect(adopted.past.map(({ label }) => label)).toEqual(['second']);
    expect(adopted.budget.expenditure.map((row) => row.note)).toEqual(['theirs', 'mine too']);
    expect(undoStep(adopted)?.history.budget.expenditure.map((row) => row.note)).toEqual(['theirs', 'b']);
  });
});
