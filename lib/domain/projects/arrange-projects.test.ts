import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../budget/changes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { duplicateProjectChanges, moveProjectChange } from './arrange-projects.ts';

describe('moveProjectChange', () => {
  it('puts a project at the index asked for, wherever it came from', () => {
    const names = ['甲', '乙', '丙', '丁'];
    const budget = sampleBudget({ projects: names.map((name) => ({ name })) });
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: -2, max: 6 }), (from, to) => {
        const moved = budget.projects[from];
        const change = moveProjectChange(budget.projects, moved?.key ?? '', to);
        const after = change ? applyChanges(budget, [change]) : budget;
        const target = Math.max(0, Math.min(3, to));
        const rest = names.toSpliced(from, 1);
        expect(after.projects.map(({ name }) => name)).toEqual(rest.toSpliced(target, 0, moved?.name ?? ''));
        expect(change === null).toBe(target === from);
      }),
    );
  });

  it('does nothing to a project that is gone', () => {
    expect(moveProjectChange([], 'gone', 0)).toBeNull();
  });
});

describe('duplicateProjectChanges', () => {
  const budget = sampleBudget({
    projects: [{ name: '甲', lines: [{ amountFen: yuan(5) }], indicators: [{ weight: 90 }] }, { name: '甲（副本）' }],
  });

  function duplicate() {
    let made = 0;
    return duplicateProjectChanges(budget, '309001:project-1', () => `made-${++made}`);
  }

  it('copies the project right after it, with lines and indicators under new keys', () => {
    const after = applyChanges(budget, duplicate()?.changes ?? []);
    expect(after.projects.map(({ name }) => name)).toEqual(['甲', '甲（副本2）', '甲（副本）']);
    expect(after.expenditure.at(-1)).toMatchObject({ key: 'made-2', projectKey: 'made-1', amountFen: yuan(5) });
    expect(after.indicators.at(-1)).toMatchObject({ key: 'made-3', projectKey: 'made-1', weight: 90 });
  });

  it('knows no project that is gone', () => {
    expect(duplicateProjectChanges(budget, 'gone', () => 'made')).toBeNull();
  });
});
