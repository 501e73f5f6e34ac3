import type { Budget, ExpenditureLine, RevenueLine } from '../../budget/budget.ts';
import { emptyBudget } from '../../budget/empty-budget.ts';
import { FISCAL_SOURCES, FUND_SOURCES, type FundSource } from '../../budget/fund-source.ts';
import type { Fen } from '../../money/fen.ts';
import { PROJECT_CATEGORIES } from '../../projects/project.ts';

/** The fiscal year of the invented figures: its codes are those that the preview stands under. */
export const PREVIEW_YEAR = 2023;

const PARTLY_YUAN = 3_456n;

/** An invented amount that rounds differently in every custom: never a whole 万元. */
function invented(wanYuan: number): Fen {
  return BigInt(wanYuan) * 1_000_000n + PARTLY_YUAN * 100n;
}

const BASIC: readonly (readonly [functionCode: string, economicCode: string, wanYuan: number])[] = [
  ['2010301', '30101', 180],
  ['2010301', '30102', 96],
  ['2010301', '30201', 32],
  ['2010301', '30212', 3],
  ['2010301', '30217', 2],
  ['2010301', '30231', 7],
  ['2010301', '30305', 5],
  ['2080505', '30108', 28],
  ['2101101', '30110', 15],
  ['2210201', '30113', 24],
];

const PROJECT_CODES = ['2010302', '2010302', '2080899', '2120803', '2230105', '2010302'] as const;
const PROJECT_SOURCES: readonly FundSource[] = [
  ...(['GENERAL_PUBLIC', 'GENERAL_PUBLIC', 'GENERAL_PUBLIC'] as const),
  ...FISCAL_SOURCES.slice(1),
  'BUSINESS',
];

/**
 * A department that does not exist, with something to print in every column of every annex: whoever shapes annexes sees
 * how they look and no unit's figures.
 */
export function previewBudget(): Budget {
  const department = { code: '999', name: '示例部门', fullName: '示例部门' };
  const unit = { code: '999001', name: '示例单位', fullName: '示例单位', kind: 'ADMINISTRATIVE' } as const;
  const expenditure = [...basicLines(), ...projectLines()];
  const budget = emptyBudget(department, unit, PREVIEW_YEAR);
  return {
    ...{ ...budget, expenditure, revenue: revenueFor(expenditure) },
    ...{ ...projects(), procurement: procurement() },
    carryForward: unspentSources(expenditure).map(({ source, amountFen }, index) => ({
      ...{ key: `forward-${index}`, position: index + 1, source, amountFen },
    })),
    priorYear: BASIC.filter(([, economicCode]) => economicCode !== '30212').map(([functionCode, , wanYuan], index) => ({
      ...{ key: `prior-${index}`, position: index + 1, functionCode, amountFen: invented(wanYuan - 1) },
    })),
    goals: [{ key: 'goal', position: 1, text: '示例：按时完成年度重点工作。' }],
    overallIndicators: [
      {
        ...{ key: 'overall', position: 1, name: '重点工作完成率', type: '质量指标', comparison: '>=' as const },
        ...{ targetValue: '95', unitOfMeasure: '%', weight: 100 },
      },
    ],
    profile: {
      ...budget.profile,
      priorThreePublic: {
        ...{ overseasTripsFen: invented(2), vehiclePurchaseFen: invented(18) },
        ...{ vehicleRunningFen: invented(8), receptionsFen: invented(3) },
      },
    },
  };
}

function basicLines(): readonly ExpenditureLine[] {
  return BASIC.map(([functionCode, economicCode, wanYuan], index) => ({
    ...{ key: `basic-${index}`, position: index + 1, projectKey: null, functionCode, economicCode },
    ...{ source: 'GENERAL_PUBLIC' as const, carriedOver: false, amountFen: invented(wanYuan), note: '' },
  }));
}

function projectLines(): readonly ExpenditureLine[] {
  return PROJECT_CATEGORIES.flatMap((_category, index) => {
    const source = PROJECT_SOURCES[index] ?? 'OTHER';
    const line = { projectKey: `project-${index}`, functionCode: '', economicCode: '30299', source, note: '' };
    const now = { ...line, carriedOver: false, amountFen: invented(40 + 7 * index) };
    const before = { ...line, carriedOver: true, amountFen: invented(6) };
    return (index === 0 ? [now, before] : [now]).map((each, part) => ({
      ...{ ...each, key: `cost-${index}-${part}`, position: BASIC.length + 2 * index + part + 1 },
    }));
  });
}

/** A little of each source that pays for nothing this year: it is carried forward, so that both sides are equal. */
function unspentSources(expenditure: readonly ExpenditureLine[]) {
  const spent = new Set(expenditure.map(({ source }) => source));
  return FUND_SOURCES.filter((source) => !spent.has(source)).map((source, index) => ({
    source,
    amountFen: invented(index + 1),
  }));
}

/** Revenue that covers each line of expenditure, and what is carried forward. */
function revenueFor(expenditure: readonly ExpenditureLine[]): readonly RevenueLine[] {
  const covering = expenditure.map(({ projectKey, source, carriedOver, functionCode, amountFen }) => {
    const own = projectKey === null ? functionCode : codeOf(projectKey);
    return { source, carriedOver, functionCode: own, amountFen, note: '' };
  });
  const others = unspentSources(expenditure).map((money) => {
    return { ...money, carriedOver: false, functionCode: '2010302', note: '' };
  });
  return [...covering, ...others].map((line, index) => ({ ...line, key: `revenue-${index}`, position: index + 1 }));
}

function codeOf(projectKey: string): string {
  return PROJECT_CODES[Number(projectKey.split('-')[1])] ?? '2010302';
}

function projects(): Pick<Budget, 'projects' | 'indicators'> {
  return {
    projects: PROJECT_CATEGORIES.map((category, index) => ({
      ...{ key: `project-${index}`, position: index + 1, name: `示例项目${index + 1}`, category },
      ...{ functionCode: PROJECT_CODES[index] ?? '', nature: 'RECURRING' as const, start: '2023年', duration: '1年' },
      ...{ supervisingDepartment: '999-示例部门', implementingUnit: '示例单位', overview: '示例概况。' },
      ...{ basis: '示例依据。', annualObjective: '示例目标。' },
    })),
    indicators: [
      {
        ...{ key: 'indicator', position: 1, projectKey: 'project-0', level1: '产出指标', level2: '数量指标' },
        ...{ level3: '完成事项', comparison: '>=' as const, targetValue: '12', unitOfMeasure: '件', weight: 100 },
      },
    ],
  };
}

function procurement(): Budget['procurement'] {
  return (['GOODS', 'WORKS', 'SERVICES'] as const).map((category, index) => ({
    ...{ key: `procurement-${index}`, position: index + 1, category, item: '示例采购', carriedOver: index === 2 },
    ...{ source: 'GENERAL_PUBLIC' as const, amountFen: invented(5 + index) },
  }));
}
