import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { SAMPLE_STANDARDS, sampleGroup } from '../fixtures/sample-standards.ts';
import { sumFen } from '../money/fen.ts';
import { type Calculation, proposeLines } from './propose-lines.ts';
import { STAFF_KINDS, type StaffGroup } from './staff-group.ts';
import { PAY_ITEMS, type Standard, standardsInForce } from './standard.ts';

const ALL = Object.values(SAMPLE_STANDARDS);

function calculate(
  staff: readonly StaffGroup[],
  standards: readonly Standard[] = ALL,
  vehicles: number | null = 1,
): Calculation {
  return proposeLines({ staff, vehicles, standards, edition: SAMPLE_EDITION });
}

const amounts = ({ proposals }: Calculation) => new Map(proposals.map(({ id, amountFen }) => [id, amountFen]));

describe('each kind of standard', () => {
  const group = sampleGroup(1, { monthlyAllowanceFen: yuan(3_000), headCount: 2 });

  it.each([
    ['basePay', '2010308-30101', 120_000, '行政编制 2 人 × 5,000.00 × 12 月 = 120,000.00 元'],
    ['pension', '2080505-30108', 30_720, '基本工资 120,000.00 + 津贴补贴 72,000.00 = 192,000.00 × 16% = 30,720.00 元'],
    ['operating', '2010308-30201', 40_000, '行政编制 2 人 × 20,000.00 = 40,000.00 元'],
    ['vehicle', '2010308-30231', 30_000, '车辆 1 辆 × 30,000.00 = 30,000.00 元'],
  ] as const)('%s shows its formula with figures', (name, codes, amountYuan, formula) => {
    const [proposal, ...others] = calculate([group], [SAMPLE_STANDARDS[name]]).proposals;
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      id: `${codes}-GENERAL_PUBLIC`,
      amountFen: yuan(amountYuan),
      formula,
      missing: [],
    });
    expect(proposal?.fault).toBeNull();
  });

  it('names the grade, and what public institutions are paid', () => {
    const institution = sampleGroup(1, { kind: 'PUBLIC_INSTITUTION', grade: '专技十级', monthlyAllowanceFen: yuan(1) });
    const [pay, pension] = calculate([institution]).proposals;
    expect(pay?.formula).toContain('事业编制（专技十级） 10 人 × 5,000.00 × 12 月');
    expect(pension?.formula).toContain('绩效工资 120.00');
  });

  it('counts posts where a quota is per post', () => {
    const perPost: Standard = {
      ...SAMPLE_STANDARDS.operating,
      rule: { kind: 'PER_HEAD', heads: 'AUTHORISED_POSTS', amountFen: yuan(100) },
    };
    const [proposal] = calculate([sampleGroup(1, { authorisedPosts: 3, headCount: 2 })], [perPost]).proposals;
    expect(proposal?.formula).toBe('行政编制 3 个编制 × 100.00 = 300.00 元');
  });

  it('shares a quota out to several codes', () => {
    const shared: Standard = {
      ...SAMPLE_STANDARDS.operating,
      targets: [
        { economicCode: '30201', sharePartsPerMillion: 750_000n },
        { economicCode: '30217', sharePartsPerMillion: 250_000n },
      ],
    };
    const calculation = calculate([group], [shared]);
    expect(calculation.proposals.map(({ formula }) => formula)).toEqual([
      '行政编制 2 人 × 20,000.00 × 75% = 30,000.00 元',
      '行政编制 2 人 × 20,000.00 × 25% = 10,000.00 元',
    ]);
  });

  it('adds standards that go to one line up, and rounds the sum once', () => {
    const tenth = (id: string): Standard => ({
      ...SAMPLE_STANDARDS.pension,
      ...{ id, name: id, rule: { kind: 'RATE', items: ['BASE_PAY'], ratePartsPerMillion: 400n } },
      roundingFen: 100n,
    });
    const [proposal] = calculate([sampleGroup(1, { headCount: 1 })], [tenth('工伤'), tenth('失业')]).proposals;
    /* Each 24.00 exactly; of 60,012.00 each is 24.0048, together 48.0096. */
    expect(proposal?.formula).toBe('工伤（60,000.00 × 0.04%） + 失业（60,000.00 × 0.04%） = 48.00 元');
    const odd = sampleGroup(1, { headCount: 1, monthlyBasePayFen: yuan(5_104) });
    /* 24.4992 twice is 48.9984: rounded apart it would be 48. */
    const [rounded] = calculate([odd], [tenth('工伤'), tenth('失业')]).proposals;
    expect(rounded?.amountFen).toBe(yuan(49));
    expect(rounded?.formula).toMatch(/ ≈ 49\.00 元（取整到元）$/);
  });

  it('puts what belongs to nobody in particular where most people stand', () => {
    const staff = [
      sampleGroup(1, { functionCode: '2010301', headCount: 3 }),
      sampleGroup(2, { functionCode: '2010308', headCount: 4 }),
      sampleGroup(3, { functionCode: '2010301', kind: 'RETIRED', headCount: 9 }),
    ];
    const [proposal] = calculate(staff, [SAMPLE_STANDARDS.vehicle]).proposals;
    expect(proposal?.functionCode).toBe('2010308');
  });
});

describe('what can’t be calculated', () => {
  const messages = (calculation: Calculation) => calculation.gaps.map(({ message }) => message);

  it('says which cell is empty, and what it leaves out', () => {
    const calculation = calculate([sampleGroup(1, { headCount: null }), sampleGroup(2, { monthlyAllowanceFen: null })]);
    expect(calculation.gaps.map(({ staffKey, field }) => [staffKey, field])).toEqual([
      ['309001:staff-1', 'headCount'],
      ['309001:staff-2', 'monthlyAllowanceFen'],
    ]);
    expect(messages(calculation)[0]).toBe('第1行行政编制没有填实有人数，基本工资、养老保险等3项未计入这些人。');
    const pension = calculation.proposals.find(({ economicCode }) => economicCode === '30108');
    expect(pension?.missing).toEqual(['行政编制没有填实有人数', '行政编制没有填月人均津贴补贴']);
    expect(pension?.amountFen).toBe(yuan(96_000));
  });

  it('asks for the functional code that pay stands under', () => {
    const calculation = calculate([sampleGroup(1, { functionCode: '' })], [SAMPLE_STANDARDS.basePay]);
    expect(calculation.proposals).toEqual([]);
    expect(messages(calculation)).toEqual(['第1行行政编制没有填功能科目，基本工资未计入这些人。']);
  });

  it('asks for the number of vehicles', () => {
    const calculation = calculate([sampleGroup(1)], [SAMPLE_STANDARDS.vehicle], null);
    expect(calculation.gaps).toEqual([
      { staffKey: null, field: 'vehiclesTotal', message: expect.stringContaining('没有填车辆总数') },
    ]);
  });

  it('takes a blank of retired people for nothing paid', () => {
    const pay = { ...SAMPLE_STANDARDS.basePay, staffKinds: ['RETIRED'] } as const;
    const retired = sampleGroup(1, { kind: 'RETIRED', monthlyBasePayFen: null });
    expect(calculate([retired], [pay])).toEqual({ proposals: [], gaps: [] });
  });

  it('says that the year’s edition lacks a code', () => {
    const [proposal] = calculate([sampleGroup(1, { functionCode: '2019999' })], [SAMPLE_STANDARDS.basePay]).proposals;
    expect(proposal?.fault).toContain('功能科目2019999不在2023年科目表中');
  });

  it('comes to nothing without a register', () => {
    expect(calculate([])).toEqual({ proposals: [], gaps: [] });
  });
});

describe('the year’s standards', () => {
  const dated = (validFrom: string | null, validTo: string | null): Standard => ({
    ...SAMPLE_STANDARDS.pension,
    validFrom,
    validTo,
  });
  const rows = [dated(null, '2019-04-30'), dated('2019-05-01', null)];

  it.each([
    [2018, null],
    [2019, null],
    [2020, '2019-05-01'],
  ])('of %i is the row that is in force when the year begins', (year, validFrom) => {
    expect(standardsInForce(rows, year).map((row) => row.validFrom)).toEqual([validFrom]);
  });

  it('is one that begins in the course of the year where there is no earlier one', () => {
    expect(standardsInForce([dated('2019-05-01', null)], 2019)).toHaveLength(1);
    expect(standardsInForce([dated('2019-05-01', null)], 2018)).toEqual([]);
  });
});

describe('properties', () => {
  const money = fc.option(fc.bigInt({ min: 0n, max: 10_000_000_000n }), { freq: 6 });
  const group = fc.record({
    kind: fc.constantFrom(...STAFF_KINDS),
    grade: fc.string({ maxLength: 50 }),
    functionCode: fc.constantFrom('2010301', '2010308', ''),
    authorisedPosts: fc.option(fc.nat(500)),
    headCount: fc.option(fc.nat(500), { freq: 6 }),
    monthlyBasePayFen: money,
    monthlyAllowanceFen: money,
    yearlyBonusFen: money,
    monthlyTransportFen: money,
  });
  const register = fc
    .array(group, { maxLength: 12 })
    .map((groups) => groups.map((fields, index) => sampleGroup(index + 1, fields)));
  const rate = fc
    .record({ items: fc.uniqueArray(fc.constantFrom(...PAY_ITEMS), { minLength: 1 }), ppm: fc.bigInt(1n, 1_000_000n) })
    .map(
      ({ items, ppm }): Standard => ({
        ...SAMPLE_STANDARDS.pension,
        staffKinds: STAFF_KINDS,
        rule: { kind: 'RATE', items, ratePartsPerMillion: ppm },
      }),
    );

  it('nothing is negative, each line stands once, and formulas fit where they are kept', () => {
    fc.assert(
      fc.property(register, rate, fc.option(fc.nat(9)), (staff, standard, vehicles) => {
        const { proposals } = calculate(staff, [...ALL, standard], vehicles);
        const ids = proposals.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { amountFen, formula } of proposals) {
          expect(amountFen).toBeGreaterThanOrEqual(0n);
          expect(formula.length).toBeLessThanOrEqual(500);
          expect(formula.split(/[=≈]/).at(-1)).toContain('元');
        }
      }),
    );
  });

  it('is the sum over the groups, but for one rounding', () => {
    fc.assert(
      fc.property(register, rate, (staff, standard) => {
        const whole = sumFen(amounts(calculate(staff, [standard])).values());
        const apart = sumFen(staff.flatMap((one) => [...amounts(calculate([one], [standard])).values()]));
        const error = whole - apart;
        const limit = BigInt(staff.length);
        expect(error <= limit && error >= -limit).toBe(true);
      }),
    );
  });

  it('is off by no more than half a grain', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10_000_000_000n),
        fc.bigInt(1n, 1_000_000n),
        fc.constantFrom(1n, 100n, 10_000n),
        (monthlyBasePayFen, ratePartsPerMillion, roundingFen) => {
          const standard: Standard = {
            ...SAMPLE_STANDARDS.pension,
            rule: { kind: 'RATE', items: ['BASE_PAY'], ratePartsPerMillion },
            roundingFen,
          };
          const [proposal] = calculate([sampleGroup(1, { monthlyBasePayFen, headCount: 1 })], [standard]).proposals;
          const exact = monthlyBasePayFen * 12n * ratePartsPerMillion;
          const error = 2n * ((proposal?.amountFen ?? 0n) * 1_000_000n - exact);
          const grain = roundingFen * 1_000_000n;
          expect(error <= grain && error > -grain).toBe(true);
        },
      ),
    );
  });

  it('pay and quotas grow with the number of people, exactly', () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 1, max: 5 }), (staff, factor) => {
        const standards = [SAMPLE_STANDARDS.basePay, SAMPLE_STANDARDS.operating];
        const once = amounts(calculate(staff, standards));
        const more = staff.map((one) => ({
          ...one,
          headCount: one.headCount === null ? null : one.headCount * factor,
        }));
        const grown = amounts(calculate(more, standards));
        expect(grown).toEqual(new Map([...once].map(([id, fen]) => [id, fen * BigInt(factor)])));
      }),
    );
  });
});
