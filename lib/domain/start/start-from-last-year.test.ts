import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { applyChanges, invertChanges } from '../budget/changes.ts';
import { codeFault, codesInUse } from '../checks/code-use.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { anyContent } from '../fixtures/arbitrary-budget.ts';
import { SAMPLE_UNIT, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { withCurrentCodes } from '../versions/current-codes.ts';
import type { Placement } from './bring-in.ts';
import { moveName } from './code-choices.ts';
import type { AmountChoice } from './last-year-lines.ts';
import { startFromLastYear } from './start-from-last-year.ts';
import { START_PARTS } from './start-part.ts';

/** 2010399 became 2010308, 2080101 was split, 2010999 ended without a successor; so did 30299. */
const EDITION: ClassificationEdition = {
  ...SAMPLE_EDITION,
  successions: [
    { oldCode: '2010399', newCodes: ['2010308'], from: '2023-01-01', unverified: false },
    { oldCode: '2080101', newCodes: ['2080505', '2080506'], from: '2023-01-01', unverified: false },
  ],
};

interface Options {
  readonly budget?: Budget;
  readonly amounts?: AmountChoice;
  readonly choices?: ReadonlyMap<string, string>;
  readonly placement?: Placement;
}

function start(before: Budget, { budget = sampleBudget(), ...options }: Options = {}) {
  const { budget: lastYear, moves } = withCurrentCodes(before, EDITION);
  const { amounts = { kind: 'keep' }, choices = new Map<string, string>(), placement = 'append' } = options;
  const placements = Object.fromEntries(START_PARTS.map((part) => [part, placement] as const));
  let keys = 0;
  const newKey = () => `new-${++keys}`;
  const started = startFromLastYear({
    ...{ budget, lastYear, moves, edition: EDITION, amounts, choices, placements, newKey },
  });
  return { ...started, after: applyChanges(budget, started.changes) };
}

const of2022 = (content: Parameters<typeof sampleBudget>[0]) => sampleBudget(content, SAMPLE_UNIT, 2022);

describe('beginning from last year', () => {
  it('takes lines with their amounts, without money that was carried over', () => {
    const { after, skipped } = start(
      of2022({
        revenue: [{ amountFen: yuan(900) }, { amountFen: yuan(100), carriedOver: true }],
        basic: [
          { amountFen: yuan(300), note: '按编制' },
          { amountFen: yuan(100), carriedOver: true },
        ],
        procurement: [{ item: '复印纸', amountFen: yuan(50) }],
      }),
    );
    expect(after.revenue.map(({ amountFen }) => amountFen)).toEqual([yuan(900)]);
    expect(after.expenditure.map(({ amountFen, note }) => [amountFen, note])).toEqual([[yuan(300), '按编制']]);
    expect(after.procurement.map(({ item, amountFen }) => [item, amountFen])).toEqual([['复印纸', null]]);
    expect(skipped).toEqual([{ kind: 'carried-over', count: 2, amountFen: yuan(200) }]);
  });

  it('clears amounts, or raises and lowers them to whole yuan', () => {
    const before = of2022({ basic: [{ amountFen: 33_333n }] });
    const amountWith = (amounts: AmountChoice) => start(before, { amounts }).after.expenditure[0]?.amountFen;
    expect(amountWith({ kind: 'clear' })).toBeNull();
    expect(amountWith({ kind: 'raise', basisPoints: 350 })).toBe(34_500n);
    expect(amountWith({ kind: 'raise', basisPoints: -500 })).toBe(31_700n);
    expect(amountWith({ kind: 'raise', basisPoints: -20_000 })).toBe(0n);
  });

  it('maps codes that have one successor, and adds up lines that have become one', () => {
    const { after, moves } = start(
      of2022({
        basic: [
          { functionCode: '2010399', amountFen: yuan(2) },
          { functionCode: '2010308', amountFen: yuan(3) },
        ],
      }),
    );
    expect(after.expenditure.map(({ functionCode, amountFen }) => [functionCode, amountFen])).toEqual([
      ['2010308', yuan(5)],
    ]);
    expect(moves).toEqual([{ classification: 'functional', oldCode: '2010399', newCodes: ['2010308'] }]);
    expect(after.priorYear.map(({ functionCode, amountFen }) => [functionCode, amountFen])).toEqual([
      ['2010308', yuan(5)],
    ]);
  });

  it('asks where a code was split or has no successor, and leaves the row without one until then', () => {
    const before = of2022({
      basic: [
        { functionCode: '2080101', amountFen: yuan(1) },
        { functionCode: '2010999', economicCode: '30299', amountFen: yuan(2) },
      ],
    });
    const { after, open } = start(before);
    expect(after.expenditure.map(({ functionCode, economicCode }) => [functionCode, economicCode])).toEqual([
      ['', '30101'],
      ['', ''],
    ]);
    expect(open.map(({ oldCode, newCodes, rowCount }) => [oldCode, newCodes, rowCount])).toEqual([
      ['2010999', [], 1],
      ['2080101', ['2080505', '2080506'], 1],
      ['30299', [], 1],
    ]);
    const choices = new Map([
      [moveName({ classification: 'functional', oldCode: '2080101' }), '2080506'],
      [moveName({ classification: 'functional', oldCode: '2010999' }), '2010308'],
    ]);
    const chosen = start(before, { choices });
    expect(chosen.after.expenditure.map(({ functionCode }) => functionCode)).toEqual(['2080506', '2010308']);
    expect(chosen.open.map(({ oldCode }) => oldCode)).toEqual(['30299']);
    expect(chosen.after.priorYear.map(({ functionCode }) => functionCode)).toEqual(['2010308', '2080506']);
  });

  it('lets one-off projects fall away, and clears the amounts of those that go on', () => {
    const { after, skipped } = start(
      of2022({
        projects: [
          { name: '系统运维', lines: [{ amountFen: yuan(5) }] },
          { name: '购置设备', nature: 'ONE_OFF' },
        ],
      }),
    );
    expect(after.projects.map(({ name, key, start: begins }) => [name, key, begins])).toEqual([
      ['系统运维', '309001:project-1', '2024年'],
    ]);
    expect(after.expenditure.map(({ amountFen }) => amountFen)).toEqual([null]);
    expect(skipped).toEqual([{ kind: 'project', name: '购置设备', reason: 'ONE_OFF' }]);
  });

  it('takes texts that hold over the years, into blanks alone when it adds', () => {
    const before = of2022({});
    const { narrative } = before.profile;
    const profile = {
      ...before.profile,
      divisions: ['综合科'],
      staffOnPost: 25,
      narrative: {
        ...narrative,
        shortName: '区信访办',
        duties: ['受理来信'],
        basicUse: '保障运转',
        assetsText: '截至2021年末',
      },
    };
    const own = sampleBudget();
    const budget = { ...own, profile: { ...own.profile, narrative: { ...narrative, shortName: '信访办' } } };
    const added = start({ ...before, profile }, { budget }).after.profile;
    expect(added.divisions).toEqual(['综合科']);
    expect(added.staffOnPost).toBeNull();
    expect(added.narrative).toEqual({ ...narrative, shortName: '信访办', duties: ['受理来信'], basicUse: '保障运转' });
    const replaced = start({ ...before, profile }, { budget, placement: 'replace' }).after.profile;
    expect(replaced.narrative.shortName).toBe('区信访办');
  });

  it('replaces what is there but for money carried over, or stands beside it, and can be taken back', () => {
    const budget = sampleBudget({
      revenue: [{ amountFen: yuan(1) }, { amountFen: yuan(2), carriedOver: true }],
      basic: [{ amountFen: yuan(3) }],
      projects: [{ name: '旧项目', lines: [{ amountFen: yuan(4) }] }],
      priorYear: [{ functionCode: '2010308', amountFen: yuan(9) }],
    });
    const before = of2022({ revenue: [{ amountFen: yuan(10) }], basic: [{ amountFen: yuan(10) }] });
    const replaced = start(before, { budget, placement: 'replace' });
    expect(replaced.after.revenue.map(({ amountFen }) => amountFen)).toEqual([yuan(2), yuan(10)]);
    expect(replaced.after.expenditure.map(({ amountFen }) => amountFen)).toEqual([yuan(10)]);
    expect(replaced.after.projects).toEqual([]);
    const beside = start(before, { budget });
    expect(beside.after.expenditure.map(({ amountFen }) => amountFen)).toEqual([yuan(3), yuan(4), yuan(10)]);
    expect(beside.after.priorYear.map(({ amountFen }) => amountFen)).toEqual([yuan(9)]);
    for (const { after, changes } of [replaced, beside]) {
      expect(applyChanges(after, invertChanges(budget, changes))).toEqual(budget);
    }
  });
});

const codes = fc.constantFrom('2010308', '2010399', '2080101', '2010999', '2080505');
const amounts: fc.Arbitrary<AmountChoice> = fc.oneof(
  fc.constant({ kind: 'keep' } as const),
  fc.constant({ kind: 'clear' } as const),
  fc.integer({ min: -10_000, max: 10_000 }).map((basisPoints) => ({ kind: 'raise', basisPoints }) as const),
);

describe('of any budget', () => {
  const past = fc.tuple(anyContent, fc.array(codes, { minLength: 1 })).map(([content, list]) =>
    of2022({
      ...content,
      basic: content.basic?.map((line, index) => ({ ...line, functionCode: list[index % list.length] ?? '' })),
    }),
  );

  it('every code is in force, or blank and listed as open', () => {
    fc.assert(
      fc.property(past, amounts, (before, choice) => {
        const { after, open } = start(before, { amounts: choice });
        expect(codesInUse(after).filter(({ kind, code }) => codeFault(EDITION, kind, code) !== null)).toEqual([]);
        const blanks = after.expenditure.filter((line) => line.projectKey === null && line.functionCode === '');
        expect(blanks.length > 0).toBe(
          open.length > 0 &&
            before.expenditure.some(
              (line) => !line.carriedOver && open.some(({ oldCode }) => oldCode === line.functionCode),
            ),
        );
      }),
    );
  });

  it('no amount is left when they are cleared, none of a project ever', () => {
    fc.assert(
      fc.property(past, amounts, (before, choice) => {
        const { after } = start(before, { amounts: choice });
        const cleared = choice.kind === 'clear' ? [...after.revenue, ...after.expenditure] : [];
        const projects = after.expenditure.filter(({ projectKey }) => projectKey !== null);
        const rows = [...cleared, ...projects, ...after.procurement];
        expect(rows.filter(({ amountFen }) => amountFen !== null)).toEqual([]);
      }),
    );
  });

  it('keys are new but for projects, and the step can be taken back', () => {
    fc.assert(
      fc.property(past, past, fc.constantFrom('append', 'replace'), (before, own, placement) => {
        const budget = { ...own, year: 2023 };
        const { changes, after } = start(before, { budget, placement });
        const keys = [...after.revenue, ...after.expenditure, ...after.goals, ...after.staff].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(applyChanges(after, invertChanges(budget, changes))).toEqual(budget);
      }),
    );
  });
});
