import { randomUUID } from 'node:crypto';
import type { VersionContent } from '@/lib/db/content-repository.ts';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { EMPTY_PROFILE } from '@/lib/domain/budget/empty-budget.ts';
import { MAX_AMOUNT_FEN } from '@/lib/domain/money/parse.ts';

const row = (position: number) => ({ key: randomUUID() as string, position });

/** A line of basic expenditure. */
export function basicLine(position: number, amountFen: bigint | null = 100n): ExpenditureLine {
  return {
    ...row(position),
    projectKey: null,
    functionCode: '2010308',
    economicCode: '30201',
    source: 'GENERAL_PUBLIC',
    carriedOver: false,
    amountFen,
    note: '',
  };
}

/** Content with something in every field, the largest amount and awkward texts among it. */
export function fullContent(): VersionContent {
  const project = {
    ...row(1),
    name: '信访救助',
    functionCode: '2010308',
    category: 'INITIAL_GENERAL',
    nature: 'RECURRING',
    start: '2023年',
    duration: '1年',
    supervisingDepartment: '309-信访办',
    implementingUnit: '信访办（本级）',
    overview: "概况 'quoted' \\ back\nslash 😀",
    basis: '依据',
    annualObjective: '目标',
  } as const;
  const measure = { comparison: '>=', targetValue: '95', unitOfMeasure: '%', weight: 20 } as const;
  return {
    revenue: [
      {
        ...row(1),
        source: 'GENERAL_PUBLIC',
        carriedOver: false,
        functionCode: '',
        amountFen: MAX_AMOUNT_FEN,
        note: '注',
      },
      { ...row(2), source: 'OTHER', carriedOver: true, functionCode: '201', amountFen: null, note: '' },
    ],
    carryForward: [{ ...row(1), source: 'BUSINESS', amountFen: 1n }],
    expenditure: [
      basicLine(1.5, 9_007_199_254_740_993n),
      { ...basicLine(2), projectKey: project.key, functionCode: '', economicCode: '', carriedOver: true },
    ],
    projects: [project],
    indicators: [
      { ...row(1), projectKey: project.key, level1: '产出指标', level2: '数量指标', level3: '办理件数', ...measure },
    ],
    goals: [{ ...row(1), text: '及时受理来信来访' }],
    overallIndicators: [
      { ...row(1), name: '满意度', type: '质量指标', ...measure, comparison: 'qualitative', weight: null },
    ],
    procurement: [
      { ...row(1), category: 'SERVICES', item: '印刷', source: 'GENERAL_PUBLIC', carriedOver: false, amountFen: 0n },
    ],
    priorYear: [{ ...row(1), functionCode: '2010308', amountFen: 937_600_000n }],
    ...draftingContent(project.key),
    profile: {
      ...EMPTY_PROFILE,
      staffAsOf: '2022-12',
      staffOnPost: 24,
      divisions: ['办公室', '来访接待科'],
      vehiclesTotal: 0,
      priorThreePublic: { ...EMPTY_PROFILE.priorThreePublic, receptionsFen: 2_250_000n },
      priorOperatingFen: 0n,
      narrative: { ...EMPTY_PROFILE.narrative, duties: ['一、受理来信'], terms: [{ term: '三公', definition: '……' }] },
    },
  };
}

/** The lists that only drafting needs. */
function draftingContent(
  projectKey: string,
): Pick<VersionContent, 'staff' | 'calculations' | 'reasons' | 'attachments' | 'passages'> {
  return {
    staff: [
      {
        ...row(1),
        kind: 'ADMINISTRATIVE',
        grade: '一级科员',
        functionCode: '2010308',
        authorisedPosts: 12,
        headCount: 11,
        monthlyBasePayFen: 350_000n,
        monthlyAllowanceFen: null,
        yearlyBonusFen: 0n,
        monthlyTransportFen: 65_000n,
        note: '',
      },
    ],
    calculations: [
      {
        ...row(1),
        lineKey: randomUUID(),
        proposalId: '2080505-30108-GENERAL_PUBLIC',
        amountFen: 1n,
        formula: '100 × 16%',
      },
    ],
    reasons: [{ ...row(1), subject: 'total', kind: 'PEOPLE', amountFen: -1_000n, people: -3, text: '退休 3 人' }],
    attachments: [
      {
        ...row(1),
        projectKey,
        fileName: '立项批复.pdf',
        mediaType: 'application/pdf',
        byteLength: 1_024,
        sha256: 'a'.repeat(64),
      },
    ],
    passages: [{ ...row(1), paragraphId: 'duties', text: '主要职责是……' }],
  };
}
