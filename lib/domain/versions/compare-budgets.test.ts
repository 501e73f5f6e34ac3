import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { anyContent, sampleUnit } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { alignYears } from './align-years.ts';
import { type BudgetChange, compareBudgets, sizeOf } from './compare-budgets.ts';
import { compareTotals } from './compared-figures.ts';
import { WITH_AMOUNT } from './line-amounts.ts';

const KINDS = ['version', 'last-year'] as const;
type Kind = (typeof KINDS)[number];

function compare(before: Budget, after: Budget, kind: Kind = 'version'): readonly BudgetChange[] {
  return compareBudgets(before, after, { edition: SAMPLE_EDITION, kind });
}

const said = (changes: readonly BudgetChange[]) => changes.map(({ status, label }) => `${status} ${label}`);

describe('two versions', () => {
  const before = sampleBudget({
    basic: [
      { economicCode: '30101', amountFen: yuan(100) },
      { economicCode: '30201', amountFen: yuan(7) },
    ],
    projects: [{ name: '信访专项', lines: [{ amountFen: yuan(5) }], indicators: [{ targetValue: '4' }] }],
  });

  it('tells the largest change of money first, and old and new of every field', () => {
    const [first, second, ...rest] = before.expenditure;
    const after: Budget = {
      ...before,
      expenditure: [
        ...(first ? [{ ...first, amountFen: yuan(90), note: '退休一人' }] : []),
        ...(second ? [{ ...second, key: 'new', economicCode: '30217', amountFen: yuan(20) }] : []),
        ...rest,
      ],
      indicators: before.indicators.map((row) => ({ ...row, targetValue: '5' })),
      profile: { ...before.profile, staffOnPost: 24 },
    };
    const changes = compare(before, after);
    expect(said(changes)).toEqual([
      'added 基本支出 2010308 信访事务 · 30217 公务接待费',
      'changed 基本支出 2010308 信访事务 · 30101 基本工资',
      'removed 基本支出 2010308 信访事务 · 30201 办公费',
      'changed 绩效指标 信访专项 · 办结件数',
      'changed null',
    ]);
    const [added, changed, removed, indicator, field] = changes;
    expect(added).toMatchObject({ beforeFen: null, afterFen: yuan(20), changeFen: yuan(20), section: 'basic' });
    expect(added?.subjects).toEqual(['function:2010308', 'threePublic:receptions']);
    expect(changed).toMatchObject({ beforeFen: yuan(100), afterFen: yuan(90), changeFen: -yuan(10) });
    expect(changed?.fields).toEqual([{ field: 'note', before: '', after: '退休一人' }]);
    expect(removed).toMatchObject({ afterFen: null, changeFen: -yuan(7), key: '309001:basic-2' });
    expect(indicator).toMatchObject({ changeFen: null, section: 'performance' });
    expect(indicator?.fields).toEqual([{ field: 'targetValue', before: '4', after: '5' }]);
    expect(field).toMatchObject({ collection: null, key: 'staffOnPost', section: 'profile' });
  });

  it('counts a cost line to the functional code of its project, also where it moved', () => {
    const after: Budget = {
      ...before,
      projects: before.projects.map((project) => ({ ...project, functionCode: '2080505' })),
      expenditure: before.expenditure.map((line) => (line.projectKey ? { ...line, amountFen: yuan(6) } : line)),
    };
    const [change] = compare(before, after);
    expect(change?.subjects).toEqual(['function:2010308', 'function:2080505']);
  });

  it('says what a blank amount became', () => {
    const blank: Budget = { ...before, expenditure: before.expenditure.map((line) => ({ ...line, amountFen: null })) };
    expect(compare(blank, before)[0]).toMatchObject({ beforeFen: null, afterFen: yuan(100), changeFen: yuan(100) });
  });
});

/** The budget with one key in place of another, wherever it stands. */
function rekeyed(budget: Budget, from: string, to: string): Budget {
  return JSON.parse(JSON.stringify(budget, replaceFen).replaceAll(`"${from}"`, `"${to}"`), reviveFen);
}
const replaceFen = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
const reviveFen = (_key: string, value: unknown) =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;

describe('last year', () => {
  const lastYear = sampleBudget(
    {
      basic: [
        { economicCode: '30101', amountFen: yuan(60), note: '一季度' },
        { economicCode: '30101', amountFen: yuan(40), note: '全年' },
        { economicCode: '30217', amountFen: yuan(3) },
      ],
      projects: [
        { name: '信访 专项', lines: [{ amountFen: yuan(5) }], indicators: [{}] },
        { name: '旧项目', lines: [{ amountFen: yuan(2) }] },
        { name: '改名前', lines: [{ amountFen: yuan(1) }] },
      ],
      goals: [{ text: '办结 4 件。' }, { text: '全年无积案。' }],
      priorYear: [{ amountFen: yuan(1) }],
    },
    sampleUnit(2),
    2022,
  );
  const budget = rekeyed(
    sampleBudget({
      basic: [{ economicCode: '30101', amountFen: yuan(110), note: '全年' }],
      projects: [
        { name: '信访专项', lines: [{ amountFen: yuan(5) }], indicators: [{ targetValue: '3' }] },
        { name: '改名后', lines: [{ amountFen: yuan(1) }] },
      ],
      goals: [{ text: '全年无积案。' }, { text: '办结 5 件。' }],
    }),
    '309001:project-2',
    '309002:project-3',
  );

  it('matches lines by their codes and projects by key or name, and adds up lines of the same codes', () => {
    const changes = compare(lastYear, budget, 'last-year');
    expect(said(changes)).toEqual([
      'changed 基本支出 2010308 信访事务 · 30101 基本工资',
      'removed 基本支出 2010308 信访事务 · 30217 公务接待费',
      'removed 项目支出 旧项目 · 30201 办公费',
      'changed 项目 信访专项',
      'changed 项目 改名后',
      'removed 项目 旧项目',
      'changed 绩效指标 信访专项 · 办结件数',
      'changed 整体绩效目标 办结 5 件。',
    ]);
    const [line] = changes;
    expect(line).toMatchObject({ beforeFen: yuan(100), afterFen: yuan(110), fields: [] });
    expect(compare(budget, lastYear, 'last-year')[0]?.keys).toEqual(['309002:basic-1', '309002:basic-2']);
  });

  it('leaves out what is of one year alone', () => {
    const told = { ...budget, profile: { ...budget.profile, staffAsOf: '2023-01', staffOnPost: 3 } };
    const fields = compare(lastYear, told, 'last-year').flatMap(({ collection, key }) => (collection ? [] : [key]));
    expect(fields).toEqual(['staffOnPost']);
    expect(alignYears(lastYear, budget).before.priorYear).toEqual(budget.priorYear);
  });
});

/** Two versions: of each list some rows are kept, some are dropped, some come from elsewhere. */
const twoBudgets = fc
  .tuple(anyContent, anyContent, fc.infiniteStream(fc.boolean()))
  .map(([one, other, choices]): readonly [Budget, Budget] => {
    const before = sampleBudget(one, sampleUnit(1));
    const fresh = sampleBudget(other, sampleUnit(1));
    const kept = before.expenditure.filter(() => choices.next().value);
    const taken = fresh.expenditure.filter(({ key }) => !kept.some((line) => line.key === key));
    return [before, { ...fresh, projects: [...before.projects], expenditure: [...kept, ...taken] }];
  });

describe.each(KINDS)('compared by %s', (kind) => {
  it('a budget does not differ from itself', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const budget = sampleBudget(content, sampleUnit(1));
        return compare(budget, structuredClone(budget), kind).length === 0;
      }),
    );
  });

  it('the changes of the lines add up to the changes of the totals', () => {
    fc.assert(
      fc.property(twoBudgets, ([before, after]) => {
        const changes = compare(before, after, kind);
        const sum = (counted: (change: BudgetChange) => boolean) =>
          changes.filter(counted).reduce((total, { changeFen }) => total + (changeFen ?? 0n), 0n);
        const totals = compareTotals(before, after);
        const difference = ({ beforeFen, afterFen }: (typeof totals)['basic']) => afterFen - beforeFen;
        expect(sum(({ collection }) => collection === 'expenditure')).toBe(difference(totals.expenditure));
        expect(sum(({ section }) => section === 'basic')).toBe(difference(totals.basic));
        expect(sum(({ collection }) => collection === 'revenue')).toBe(difference(totals.revenue));
      }),
    );
  });

  it('swapping the sides turns every change around', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    const outline = (changes: readonly BudgetChange[], turn: boolean) =>
      changes
        .map(({ status, collection, changeFen }) => {
          const change = changeFen === null ? '' : String(turn ? -changeFen : changeFen);
          return `${turn ? turned[status] : status} ${collection} ${change}`;
        })
        .toSorted();
    fc.assert(
      fc.property(twoBudgets, ([before, after]) => {
        expect(outline(compare(after, before, kind), true)).toEqual(outline(compare(before, after, kind), false));
      }),
    );
  });

  it('no row is told of twice, and the largest change stands first', () => {
    fc.assert(
      fc.property(twoBudgets, ([before, after]) => {
        const changes = compare(before, after, kind);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const sizes = changes.map(sizeOf);
        expect(sizes).toEqual(sizes.toSorted((a, b) => (a === b ? 0 : a > b ? -1 : 1)));
      }),
    );
  });
});

describe('alignYears', () => {
  it('keeps every row of either year exactly once, and its money', () => {
    fc.assert(
      fc.property(twoBudgets, ([before, after]) => {
        const aligned = alignYears(before, after);
        const lists = ['revenue', 'carryForward', 'expenditure', 'procurement', 'projects', 'indicators'] as const;
        for (const [given, made, keys] of [
          [before, aligned.before, aligned.beforeKeys],
          [after, aligned.after, aligned.afterKeys],
        ] as const) {
          for (const list of lists) {
            const members = made[list].flatMap(({ key }) => keys.get(key) ?? []);
            expect(members.toSorted()).toEqual(given[list].map(({ key }) => key).toSorted());
          }
          for (const list of WITH_AMOUNT.filter((name) => name !== 'priorYear')) {
            const sum = (budget: Budget) =>
              budget[list].reduce((total, { amountFen }) => total + (amountFen ?? 0n), 0n);
            expect(sum(made)).toBe(sum(given));
          }
        }
      }),
    );
  });
});
