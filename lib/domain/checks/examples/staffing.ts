import type { Budget } from '../../budget/budget.ts';
import { yuan } from '../../fixtures/sample-budget.ts';
import { SAMPLE_STANDARD_SET, SAMPLE_STANDARDS, sampleGroup } from '../../fixtures/sample-standards.ts';
import type { AcceptedCalculation } from '../../staffing/accepted-calculation.ts';
import type { StaffGroup } from '../../staffing/staff-group.ts';
import type { Standard } from '../../staffing/standard.ts';
import { type CheckExample, copy, editionWith, edits, profile, remove, update } from './example.ts';

const surroundings = { standards: SAMPLE_STANDARD_SET };

/** Twelve people whose pay is that of the sound budget: 600,000 a year, pension 96,000, operating 240,000. */
const SOUND_GROUP = { headCount: 12, authorisedPosts: 12, monthlyBasePayFen: 416_667n } as const;

function registered(...groups: readonly Partial<StaffGroup>[]) {
  return (budget: Budget): Budget => ({
    ...budget,
    staff: groups.map((fields, index) => sampleGroup(index + 1, { ...SOUND_GROUP, ...fields })),
  });
}

/** The line of 30201, accepted when the calculation came to 200,000 yuan. */
function accepted(fields: Partial<AcceptedCalculation> = {}) {
  const row: AcceptedCalculation = {
    key: '309001:calculation-1',
    position: 1,
    lineKey: '309001:basic-2',
    proposalId: '2010308-30201-GENERAL_PUBLIC',
    amountFen: yuan(200_000),
    formula: '行政编制 10 人 × 20,000.00 = 200,000.00 元',
    ...fields,
  };
  return (budget: Budget): Budget => ({ ...budget, calculations: [row] });
}

const withAnnuity = (annuityYuan: number) =>
  edits(
    copy('expenditure', 'basic-5', 'basic-9', {
      functionCode: '2080506',
      economicCode: '30109',
      amountFen: yuan(annuityYuan),
    }),
  );

const annuityEdition = editionWith({ '30109': '职业年金缴费' });

const unverified = (standard: Standard) => ({
  standards: { standards: [{ ...standard, unverified: true }], faults: [] },
});

export const STAFFING_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'pay-ratio',
    name: 'pension contributions beyond their share of pay',
    given: { budget: update('expenditure', 'basic-5', { amountFen: yuan(180_000) }) },
    says: ['180,000元，为工资津补贴600,000元的30%，偏高'],
  },
  {
    check: 'pay-ratio',
    name: 'pension contributions far below their share of pay',
    given: { budget: update('expenditure', 'basic-5', { amountFen: yuan(30_000) }) },
    says: ['30,000元，为工资津补贴600,000元的5.0%，偏低'],
  },
  {
    check: 'pay-ratio',
    name: 'an annuity of 41% of the pension contributions',
    given: { budget: withAnnuity(36_900), edition: annuityEdition },
    says: ['30109 职业年金缴费36,900元，为养老保险缴费90,000元的41%，偏低', '一般为50%'],
    severity: 'warning',
  },
  {
    check: 'pay-ratio',
    name: 'an annuity of half of the pension contributions',
    given: { budget: withAnnuity(45_000), edition: annuityEdition },
    says: [],
  },
  {
    check: 'pay-ratio',
    name: 'nothing of the base that is registered',
    given: {
      budget: edits(registered({}), update('expenditure', 'basic-5', { amountFen: yuan(30_000) })),
      surroundings,
    },
    says: [],
  },
  {
    check: 'contribution-calculated',
    name: 'pension contributions of another base than is registered',
    given: { budget: registered({ monthlyBasePayFen: yuan(3_000) }), surroundings },
    says: ['“2080505', '列90,000元，高于按人员登记测算的69,120元，相差20,880元'],
  },
  {
    check: 'contribution-calculated',
    name: 'far less than is registered',
    given: { budget: registered({ monthlyBasePayFen: yuan(8_000) }), surroundings },
    says: ['列90,000元，低于按人员登记测算的184,320元'],
  },
  {
    check: 'contribution-calculated',
    name: 'as registered',
    given: { budget: registered({}), surroundings },
    says: [],
  },
  {
    check: 'vehicle-standard',
    name: 'more for a vehicle than the quota',
    given: { budget: update('expenditure', 'basic-4', { amountFen: yuan(35_000) }), surroundings },
    says: ['35,000元，车辆1辆，车均35,000元，高于定额30,000元（示例〔2023〕1号）'],
    severity: 'warning',
  },
  {
    check: 'vehicle-standard',
    name: 'more than a quota that nobody has verified',
    given: {
      budget: update('expenditure', 'basic-4', { amountFen: yuan(35_000) }),
      surroundings: unverified(SAMPLE_STANDARDS.vehicle),
    },
    says: ['高于定额', '标准数未经核对'],
    severity: 'note',
  },
  { check: 'vehicle-standard', name: 'less than the quota', given: { surroundings }, says: [] },
  {
    check: 'operating-quota',
    name: 'routine costs far beyond the quota',
    given: { budget: registered({ headCount: 8 }), surroundings },
    says: ['日常公用经费200,000元，高于按人数和综合定额测算的160,000元'],
    severity: 'warning',
  },
  {
    check: 'operating-quota',
    name: 'beyond a quota that nobody has verified',
    given: { budget: registered({ headCount: 8 }), surroundings: unverified(SAMPLE_STANDARDS.operating) },
    says: ['标准数未经核对'],
    severity: 'note',
  },
  { check: 'operating-quota', name: 'within the quota', given: { budget: registered({}), surroundings }, says: [] },
  {
    check: 'staff-over-posts',
    name: 'more people than posts',
    given: { budget: registered({ authorisedPosts: 11, grade: '科级' }) },
    says: ['行政编制（科级）实有12人，超过编制数11个'],
  },
  {
    check: 'staff-over-posts',
    name: 'contract staff, who have no posts',
    given: { budget: registered({ authorisedPosts: 0, kind: 'CONTRACT' }) },
    says: [],
  },
  {
    check: 'staff-against-profile',
    name: 'other people on post than published',
    given: { budget: registered({ headCount: 10 }) },
    says: ['在职人数合计10人，单位情况填的是12人'],
    severity: 'warning',
  },
  {
    check: 'staff-against-profile',
    name: 'other retired people than published',
    given: { budget: registered({}, { kind: 'RETIRED', headCount: 3 }) },
    says: ['退休人数合计3人，单位情况填的是5人'],
    severity: 'note',
  },
  {
    check: 'staff-against-profile',
    name: 'as published',
    given: { budget: registered({}, { kind: 'CONTRACT', headCount: 4 }) },
    says: [],
  },
  {
    check: 'staff-code',
    name: 'a code of no year',
    given: { budget: registered({ functionCode: '2019999' }) },
    says: ['行政编制的功能科目2019999不在2023年科目表中'],
  },
  {
    check: 'staff-incomplete',
    name: 'nobody counted',
    given: { budget: registered({ headCount: null }), surroundings },
    says: ['第1行行政编制没有填实有人数'],
  },
  {
    check: 'staff-incomplete',
    name: 'vehicles not stated',
    given: { budget: edits(registered({}), profile({ vehiclesTotal: null })), surroundings },
    says: ['没有填车辆总数'],
  },
  {
    check: 'calculation-stale',
    name: 'two people more than when it was accepted',
    given: { budget: edits(registered({}), accepted()), surroundings },
    says: ['30201 办公费', '采用时测算为200,000元，现按人员登记和支出标准应为240,000元'],
    severity: 'warning',
  },
  {
    check: 'calculation-stale',
    name: 'nobody left in the register',
    given: { budget: edits(registered({ headCount: 0 }), accepted()), surroundings },
    says: ['已不再测算此项'],
  },
  {
    check: 'calculation-stale',
    name: 'the same people',
    given: { budget: edits(registered({ headCount: 10 }), accepted()), surroundings },
    says: [],
  },
  {
    check: 'calculation-stale',
    name: 'a line that was deleted on purpose',
    given: { budget: edits(registered({}), accepted(), remove('expenditure', 'basic-2')), surroundings },
    says: [],
  },
  {
    check: 'calculation-overridden',
    name: 'another amount than was accepted',
    given: { budget: edits(registered({}), accepted({ amountFen: yuan(240_000) })), surroundings },
    says: ['30201 办公费采用测算数后又手工改动'],
    severity: 'note',
  },
];
