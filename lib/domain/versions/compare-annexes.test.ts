import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { anyContent, sampleUnit } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { type AnnexCellChange, annexesOfBase, changesByCell, compareAnnexes } from './compare-annexes.ts';

function compare(before: Budget, after: Budget, kind: 'version' | 'last-year' = 'version'): readonly AnnexCellChange[] {
  const options = { edition: SAMPLE_EDITION, annexSetRef: 'chongqing' };
  return compareAnnexes(
    annexesOfBase(before, after, { ...options, kind }),
    annexesOfBase(after, after, { ...options, kind: 'version' }),
  );
}

const inAnnex = (changes: readonly AnnexCellChange[], annex: string) =>
  changes
    .filter((change) => change.annex === annex)
    .map(({ rowLabel, columnLabel, before, after }) => `${rowLabel} ${columnLabel}：${before} → ${after}`);

describe('two versions', () => {
  const before = sampleBudget({
    basic: [
      { economicCode: '30101', amountFen: yuan(600_000) },
      { economicCode: '30217', amountFen: yuan(20_000) },
    ],
    projects: [
      { name: '甲', lines: [{ amountFen: yuan(10_000) }], indicators: [{ targetValue: '4' }] },
      { name: '乙', lines: [{ amountFen: yuan(20_000) }] },
    ],
  });

  it('finds every cell that a changed amount is printed in', () => {
    const after = {
      ...before,
      expenditure: before.expenditure.map((line) =>
        line.economicCode === '30217' ? { ...line, amountFen: yuan(30_000) } : line,
      ),
    };
    const changes = compare(before, after);
    expect(inAnnex(changes, '2')).toContain('信访事务 2023年预算数 · 基本支出：62.00 → 63.00');
    expect(inAnnex(changes, '4')).toEqual(expect.arrayContaining([expect.stringContaining('公务接待费：2.00 → 3.00')]));
    expect(changes.every(({ changeFen }) => changeFen === yuan(10_000))).toBe(true);
    expect(changesByCell(changes).get('2')?.get('2010308/y2023Basic')?.before).toBe('62.00');
  });

  it('tells a difference below the grain of print, with its exact fen', () => {
    const after = {
      ...before,
      expenditure: before.expenditure.map((line, index) => (index ? line : { ...line, amountFen: yuan(600_000) + 1n })),
    };
    const [change] = compare(before, after);
    expect(change).toMatchObject({ before: change?.after, changeFen: 1n });
  });

  it('finds a project’s sheet by its project when the numbers shift', () => {
    const [first] = before.projects;
    const after: Budget = {
      ...before,
      projects: before.projects.slice(1),
      expenditure: before.expenditure.filter(({ projectKey }) => projectKey !== first?.key),
      indicators: [],
    };
    const changes = compare(before, after);
    const gone = changes.filter(({ annex, isShown }) => annex === '12-1' && !isShown);
    expect(gone).toEqual(
      expect.arrayContaining([expect.objectContaining({ columnLabel: '项目名称', before: '甲', after: null })]),
    );
    expect(changes.filter(({ annex, isShown }) => annex.startsWith('12') && isShown)).toEqual([]);
    expect(changesByCell(changes).has('12-1')).toBe(false);
  });

  it('reads the words of a form and of an indicator', () => {
    const after: Budget = {
      ...before,
      projects: before.projects.map((project) => ({ ...project, overview: '概况' })),
      indicators: before.indicators.map((row) => ({ ...row, targetValue: '5' })),
    };
    expect(inAnnex(compare(before, after), '12-1')).toEqual(['表头 项目概况：null → 概况', '办结件数 指标值：4 → 5']);
  });
});

it('last year’s columns stand beside this year’s of the same place, and projects beside theirs', () => {
  const content = {
    basic: [{ amountFen: yuan(600_000) }],
    projects: [{ name: '甲', lines: [{ amountFen: yuan(10_000) }] }],
  };
  const lastYear = sampleBudget(content, sampleUnit(2), 2022);
  const budget = sampleBudget({ ...content, basic: [{ amountFen: yuan(700_000) }] });
  const changes = compare({ ...lastYear, unit: budget.unit }, budget, 'last-year');
  expect(inAnnex(changes, '2')).toContain('信访事务 2023年预算数 · 总计：61.00 → 71.00');
  expect(inAnnex(changes, '10')).toEqual([]);
});

it('a set does not differ from itself, and swapping the sides negates', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (one, other) => {
      const [a, b] = [sampleBudget(one, sampleUnit(1)), sampleBudget(other, sampleUnit(1))];
      expect(compare(a, a)).toEqual([]);
      const outline = (changes: readonly AnnexCellChange[], sign: bigint) =>
        changes
          .map(({ rowId, columnKey, changeFen }) => `${rowId}/${columnKey} ${sign * (changeFen ?? 0n)}`)
          .toSorted();
      expect(outline(compare(b, a), -1n)).toEqual(outline(compare(a, b), 1n));
    }),
    { numRuns: 10 },
  );
});
