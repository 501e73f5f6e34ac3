import type { Fen } from '../money/fen.ts';
import { formatWanYuan } from '../money/format.ts';

export const RISK_PART_IDS = [
  'errors',
  'change',
  'unexplained',
  'warnings',
  'three-public',
  'similar-projects',
  'new-projects',
  'extended',
  'returned',
  'control',
  'not-run',
] as const;

export type RiskPartId = (typeof RISK_PART_IDS)[number];

/** What adds to the risk of a budget: so many points, and why in one sentence. */
export interface RiskPart {
  readonly id: RiskPartId;
  readonly label: string;
  readonly points: number;
  readonly why: string;
}

/** A rank from 0 (nothing stands out) to 100, with the parts that it is the sum of. */
export interface RiskRank {
  readonly risk: number;
  /** In the order of `RISK_PART_IDS`; those without a point are left out. */
  readonly parts: readonly RiskPart[];
}

/** What the rank is made from. Each figure that grows can only raise it. */
export interface RiskFacts {
  readonly errors: number;
  readonly warningsExplained: number;
  readonly warningsUnexplained: number;
  /** The size of the change of the whole, and last year's; null where last year is not known. */
  readonly totalChangeFen: Fen | null;
  readonly priorFen: Fen | null;
  /** The sum of the sizes of all changes, and the part of it without complete reasons. */
  readonly changedFen: Fen;
  readonly unexplainedFen: Fen;
  readonly threePublicIncreaseFen: Fen;
  readonly similarProjects: number;
  readonly newProjects: number;
  /** Whether it came only after the round's own deadline, under an extension. */
  readonly isExtended: boolean;
  readonly timesReturned: number;
  /** The largest use of a control figure in percent; null where none was issued. */
  readonly controlUsePercent: number | null;
  /** Checks that could not run for want of data. */
  readonly notRun: number;
}

/** The most that each part can add: together 100. */
export const RISK_WEIGHTS: Readonly<Record<RiskPartId, { readonly label: string; readonly most: number }>> = {
  errors: { label: '校验错误', most: 15 },
  change: { label: '较上年增减幅度', most: 18 },
  unexplained: { label: '增减未说明', most: 15 },
  warnings: { label: '提醒', most: 10 },
  'three-public': { label: '“三公”经费增长', most: 10 },
  'similar-projects': { label: '项目雷同', most: 6 },
  'new-projects': { label: '新增项目', most: 6 },
  extended: { label: '延期送审', most: 5 },
  returned: { label: '曾被退回', most: 5 },
  control: { label: '控制数', most: 5 },
  'not-run': { label: '未能校验', most: 5 },
};

/** A change of half of last year's total is as large as a change counts. */
const FULL_CHANGE_PERCENT = 50;
/** From this use of a control figure on it counts as nearly used up. */
const NEAR_CONTROL_PERCENT = 98;

type Measured = readonly [points: number, why: string];

const NOTHING: Measured = [0, ''];

const MEASURES: Readonly<Record<RiskPartId, (facts: RiskFacts, most: number) => Measured>> = {
  errors: ({ errors }, most) => [errors === 0 ? 0 : Math.min(most, 5 + errors * 5), `有${errors}处错误未改正。`],
  change: ({ totalChangeFen, priorFen }, most) => {
    if (totalChangeFen === null || priorFen === null) return [most / 2, '没有上年数，无法比较增减。'];
    if (totalChangeFen === 0n) return NOTHING;
    const points = share(totalChangeFen * 100n, priorFen * BigInt(FULL_CHANGE_PERCENT), most);
    return [points, `支出合计与上年相差${formatWanYuan(totalChangeFen, 'fixed')}万元。`];
  },
  unexplained: ({ changedFen, unexplainedFen }, most) => {
    const percent = unexplainedPercent({ changedFen, unexplainedFen }) ?? 0;
    return [share(unexplainedFen, changedFen, most), `增减额中有${percent}%应说明而没有完整的原因。`];
  },
  warnings: ({ warningsExplained: explained, warningsUnexplained: open }, most) => [
    Math.min(most, explained + open * 2),
    open === 0 ? `有${explained}条提醒，均已说明。` : `有${explained + open}条提醒，其中${open}条没有说明。`,
  ],
  'three-public': ({ threePublicIncreaseFen: fen }, most) => [
    fen <= 0n ? 0 : Math.min(most, 5 + Number(fen / 1_000_000n)),
    `“三公”经费中有项目增长，共增加${formatWanYuan(fen, 'fixed')}万元。`,
  ],
  'similar-projects': ({ similarProjects: n }, most) => [Math.min(most, n * 2), `有${n}处项目内容雷同。`],
  'new-projects': ({ newProjects: n }, most) => [Math.min(most, n * 2), `有${n}个上年没有的项目。`],
  extended: ({ isExtended }, most) => [isExtended ? most : 0, '超过本轮截止时间，经批准延期后才送审。'],
  returned: ({ timesReturned: n }, most) => [Math.min(most, n * 3), `已被退回${n}次。`],
  control: ({ controlUsePercent: percent }, most) => {
    if (percent === null || percent < NEAR_CONTROL_PERCENT) return NOTHING;
    return percent > 100 ? [most, '有支出类别超过控制数。'] : [2, `控制数已用${percent}%，几乎没有余地。`];
  },
  'not-run': ({ notRun: n }, most) => [Math.min(most, n), `有${n}项校验因数据不足没有进行。`],
};

/** How risky a submitted budget looks. Pure arithmetic on what the checks found; a reviewer sees every part of it. */
export function rankRisk(facts: RiskFacts): RiskRank {
  const parts = RISK_PART_IDS.map((id): RiskPart => {
    const { label, most } = RISK_WEIGHTS[id];
    const [points, why] = MEASURES[id](facts, most);
    return { id, label, points, why };
  }).filter(({ points }) => points > 0);
  return { risk: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** The unexplained share of all changes in whole percent, rounded up so that a rest never shows as none; null: no change. */
export function unexplainedPercent(facts: Pick<RiskFacts, 'changedFen' | 'unexplainedFen'>): number | null {
  const { changedFen, unexplainedFen } = facts;
  return changedFen === 0n ? null : Number((unexplainedFen * 100n + changedFen - 1n) / changedFen);
}

export const RISK_LEVELS = ['high', 'middle', 'low'] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number];

export const RISK_LEVEL_LABELS: Readonly<Record<RiskLevel, string>> = { high: '高', middle: '中', low: '低' };

/** From 50 points on a budget is at high risk, from 25 on at middle. */
export function riskLevel(risk: number): RiskLevel {
  if (risk >= 50) return 'high';
  return risk >= 25 ? 'middle' : 'low';
}

/** The part of `most` that `amount` is of `whole`, at most all of it; rounded up, so that something is never nothing. */
function share(amount: bigint, whole: bigint, most: number): number {
  if (amount <= 0n) return 0;
  if (amount >= whole) return most;
  return Number((amount * BigInt(most) + whole - 1n) / whole);
}
