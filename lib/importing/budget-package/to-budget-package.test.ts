import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, PROCUREMENT_CATEGORIES, UNIT_KINDS } from '@/lib/domain/budget/budget.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { MAX_AMOUNT_FEN } from '@/lib/domain/money/parse.ts';
import { COMPARISONS } from '@/lib/domain/performance/indicator.ts';
import { PROJECT_CATEGORIES, PROJECT_NATURES } from '@/lib/domain/projects/project.ts';
import { REASON_KINDS } from '@/lib/domain/reasons/change-reason.ts';
import { STAFF_KINDS } from '@/lib/domain/staffing/staff-group.ts';
import { parseBudgetPackage } from './parse-budget-package.ts';
import { toBudgetPackage } from './to-budget-package.ts';

const DEPARTMENT = { code: '309', name: '甲局', fullName: '某某区甲局' };

const amount = fc.oneof(fc.constant(null), fc.bigInt({ min: 0n, max: MAX_AMOUNT_FEN }));
const prose = fc.oneof(fc.constant(''), fc.constantFrom('办公费', '第一条\n第二条', '“引号”与\\反斜杠', '𠮷'));
const name = fc.constantFrom('甲', '乙 丙', 'A1');
const source = fc.constantFrom(...FUND_SOURCES);
const functionCode = fc.constantFrom('', '201', '20103', '2010308');
const economicCode = fc.constantFrom('', '301', '30101');
const count = fc.option(fc.nat({ max: 1_000_000 }));
const month = fc.constantFrom('', '2022-12');
const comparison = fc.constantFrom(...COMPARISONS);
const weight = fc.option(fc.nat({ max: 100 }));
const carriedOver = fc.boolean();
const few = { maxLength: 4 };

/** Keys and positions stand in for those of a draft: a package carries neither. */
let serial = 0;
const rowKey = (): string => `row-${++serial}`;
const row = <T>(fields: T, index: number): T & Row => ({ key: rowKey(), position: (index + 1) * 1.5, ...fields });

const revenueLine = fc.record({ source, functionCode, amountFen: amount, note: prose });
const costLine = fc.record({ economicCode, source, carriedOver, amountFen: amount, note: prose });
const indicator = fc.record({
  ...{ level1: name, level2: name, level3: prose, comparison, targetValue: prose, unitOfMeasure: name, weight },
});
const project = fc.record({
  fields: fc.record({
    ...{ name, functionCode, start: name, duration: name, supervisingDepartment: name, implementingUnit: name },
    ...{ overview: prose, basis: prose, annualObjective: prose },
    category: fc.constantFrom(...PROJECT_CATEGORIES),
    nature: fc.constantFrom(...PROJECT_NATURES),
  }),
  lines: fc.array(costLine, few),
  indicators: fc.array(indicator, few),
});
const profile = fc.record({
  ...{ staffAsOf: month, staffOnPost: count, staffRetired: count, retiredSincePriorBudget: count },
  ...{ divisions: fc.array(prose, few), institutions: fc.array(prose, few) },
  ...{ vehiclesAsOf: month, vehiclesTotal: count, vehiclesGeneral: count },
  ...{ vehiclesLawEnforcement: count, vehiclesPlannedPurchase: count },
  priorThreePublic: fc.record({
    ...{ overseasTripsFen: amount, vehiclePurchaseFen: amount, vehicleRunningFen: amount, receptionsFen: amount },
  }),
  priorProjectTotalFen: amount,
  priorOperatingFen: amount,
  narrative: fc.record({
    ...{ shortName: name, dutyIntroduction: prose, duties: fc.array(prose, few), changeReason: prose },
    ...{ basicUse: prose, operatingUse: prose, operatingText: prose, procurementText: prose },
    ...{ performanceText: prose, assetsText: prose, contactOffice: name, contactPhone: name },
    terms: fc.array(fc.record({ term: name, definition: prose }), few),
  }),
});

const staffGroup = fc.record({
  ...{ grade: name, functionCode, authorisedPosts: count, headCount: count, note: prose },
  ...{ monthlyBasePayFen: amount, monthlyAllowanceFen: amount, yearlyBonusFen: amount, monthlyTransportFen: amount },
  kind: fc.constantFrom(...STAFF_KINDS),
});
const reason = fc.record({
  subject: fc.constantFrom('total', 'function:2080505'),
  kind: fc.constantFrom(...REASON_KINDS),
  amountFen: fc.oneof(fc.constant(null), fc.bigInt({ min: -MAX_AMOUNT_FEN, max: MAX_AMOUNT_FEN })),
  people: fc.option(fc.integer({ min: -1_000, max: 1_000 })),
  text: prose,
});

const content = fc
  .record({
    kind: fc.constantFrom(...UNIT_KINDS),
    revenue: fc.array(revenueLine, few),
    broughtForward: fc.array(revenueLine, few),
    carryForward: fc.array(fc.record({ source, amountFen: amount }), few),
    basic: fc.array(
      fc.record({ functionCode, economicCode, source, carriedOver, amountFen: amount, note: prose }),
      few,
    ),
    projects: fc.array(project, few),
    goals: fc.array(fc.record({ text: prose }), few),
    overallIndicators: fc.array(
      fc.record({ ...{ name, type: name, comparison, targetValue: prose, unitOfMeasure: name, weight } }),
      few,
    ),
    procurement: fc.array(
      fc.record({
        category: fc.constantFrom(...PROCUREMENT_CATEGORIES),
        item: prose,
        source,
        carriedOver,
        amountFen: amount,
      }),
      few,
    ),
    priorYear: fc.array(fc.record({ functionCode, amountFen: amount }), few),
    staff: fc.array(staffGroup, few),
    reasons: fc.array(reason, few),
    passages: fc.array(fc.record({ paragraphId: fc.constantFrom('duties', 'operating'), text: prose }), few),
    profile,
  })
  .map(({ kind, broughtForward, basic, ...lists }): Omit<Budget, 'unit'> & { kind: typeof kind } => {
    const projects = lists.projects.map((entry, index) => ({ ...entry, row: row(entry.fields, index) }));
    return {
      ...EMPTY_CONTENT,
      kind,
      department: DEPARTMENT,
      year: 2023,
      revenue: [
        ...lists.revenue.map((line) => ({ ...line, carriedOver: false })),
        ...broughtForward.map((line) => ({ ...line, carriedOver: true })),
      ].map(row),
      carryForward: lists.carryForward.map(row),
      expenditure: [
        ...basic.map((line) => ({ ...line, projectKey: null })),
        ...projects.flatMap((entry) =>
          entry.lines.map((line) => ({ ...line, projectKey: entry.row.key, functionCode: '' })),
        ),
      ].map(row),
      projects: projects.map((entry) => entry.row),
      indicators: projects
        .flatMap((entry) => entry.indicators.map((fields) => ({ ...fields, projectKey: entry.row.key })))
        .map(row),
      goals: lists.goals.map(row),
      overallIndicators: lists.overallIndicators.map(row),
      procurement: lists.procurement.map(row),
      priorYear: lists.priorYear.map(row),
      staff: lists.staff.map(row),
      reasons: lists.reasons.map(row),
      passages: lists.passages.map(row),
      profile: lists.profile,
    };
  });

const budgets = fc.array(content, { minLength: 1, maxLength: 3 }).map((contents) =>
  contents.map(({ kind, ...rest }, index): Budget => {
    const code = `30900${index + 1}`;
    return { ...rest, unit: { code, name: `单位${index + 1}`, fullName: `某某区甲局单位${index + 1}`, kind } };
  }),
);

/** A budget with keys told by their place, so that two budgets that differ in keys alone are equal. */
function withoutKeys(budget: Budget): unknown {
  const places = new Map(budget.projects.map((entry, index) => [entry.key, `project ${index + 1}`]));
  const strip = (rows: readonly (Row & { readonly projectKey?: string | null })[]) =>
    rows.map(({ key: _key, position: _position, ...fields }) =>
      'projectKey' in fields ? { ...fields, projectKey: places.get(fields.projectKey ?? '') ?? null } : fields,
    );
  return {
    ...budget,
    revenue: strip(budget.revenue),
    carryForward: strip(budget.carryForward),
    expenditure: strip(budget.expenditure),
    projects: strip(budget.projects),
    indicators: strip(budget.indicators),
    goals: strip(budget.goals),
    overallIndicators: strip(budget.overallIndicators),
    procurement: strip(budget.procurement),
    priorYear: strip(budget.priorYear),
    staff: strip(budget.staff),
    reasons: strip(budget.reasons),
    passages: strip(budget.passages),
  };
}

describe('a package carries a budget whole', () => {
  it('writing it, as JSON text, and reading it back gives the same budgets but for keys and positions', () => {
    fc.assert(
      fc.property(budgets, (written) => {
        const read = parseBudgetPackage(JSON.parse(JSON.stringify(toBudgetPackage(written))), rowKey);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.units.map(withoutKeys)).toEqual(written.map(withoutKeys));
      }),
    );
  });

  it('reading the demonstration and writing it again changes no figure and no word', () => {
    const json = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));
    const read = parseBudgetPackage(json, rowKey);
    const again = read.ok ? parseBudgetPackage(toBudgetPackage(read.value.units), rowKey) : read;
    if (!read.ok || !again.ok) throw new Error('the demonstration is no package');
    expect(again.value.units.map(withoutKeys)).toEqual(read.value.units.map(withoutKeys));
  });

  it('writes amounts as numbers as long as a number is exact, and as text beyond', () => {
    const [budget] = fc.sample(budgets, { numRuns: 1, seed: 1 })[0] ?? [];
    if (!budget) throw new Error('no sample');
    const line = { source: 'OTHER', carriedOver: false, functionCode: '', note: '' } as const;
    const amounts = [1n, 12_345_678_901_234n, 999_999_999_999_999n, 1_000_000_000_000_000n, null];
    const revenue = amounts.map((amountFen, index) => row({ ...line, amountFen }, index));
    expect(toBudgetPackage([{ ...budget, revenue }]).revenue?.map((entry) => entry.amountYuan)).toEqual([
      ...[0.01, 123_456_789_012.34, 9_999_999_999_999.99, '10000000000000', null],
    ]);
  });

  it('says which adjustment a budget is, which reading tells and does not take over', () => {
    const [first] = fc.sample(budgets, { numRuns: 1, seed: 1 })[0] ?? [];
    if (!first) throw new Error('no sample');
    const second = { ...first, unit: { ...first.unit, code: '309009' } };
    const adjustments = new Map([['309009', { number: 2, reason: '追加社保' }]]);
    const alone = toBudgetPackage([second], adjustments);
    const several = toBudgetPackage([first, second], adjustments);
    expect(alone.adjustment).toEqual({ number: 2, reason: '追加社保' });
    expect(several.units?.map(({ adjustment }) => adjustment)).toEqual([undefined, { number: 2, reason: '追加社保' }]);
    const note = '单位 309009 的数据是第2次调整（追加社保）的预算，按一般预算数据导入，不会成为预算调整。';
    for (const json of [alone, several]) {
      expect(parseBudgetPackage(JSON.parse(JSON.stringify(json)), rowKey)).toMatchObject({ value: { notes: [note] } });
    }
    expect(parseBudgetPackage(toBudgetPackage([first, second]), rowKey)).toMatchObject({ value: { notes: [] } });
  });

  it.each(['second', 2, { number: 0 }, null])(
    'is read whatever else a file means by an adjustment: %j',
    (adjustment) => {
      const [first] = fc.sample(budgets, { numRuns: 1, seed: 1 })[0] ?? [];
      if (!first) throw new Error('no sample');
      const json = JSON.parse(JSON.stringify({ ...toBudgetPackage([first]), adjustment }));
      expect(parseBudgetPackage(json, rowKey)).toMatchObject({ ok: true, value: { notes: [] } });
    },
  );

  it('is of one department and year', () => {
    const [budget] = fc.sample(budgets, { numRuns: 1, seed: 1 })[0] ?? [];
    if (!budget) throw new Error('no sample');
    expect(() => toBudgetPackage([])).toThrow(RangeError);
    expect(() => toBudgetPackage([budget, { ...budget, year: 2024 }])).toThrow(RangeError);
    expect(() => toBudgetPackage([budget, { ...budget, department: { ...DEPARTMENT, code: '310' } }])).toThrow(
      RangeError,
    );
  });
});
