import type { ExpenditureLine } from '../budget/budget.ts';
import type { Change } from '../budget/changes.ts';
import { positionsAfter } from '../budget/changes.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { formatExact, roundToCentiWanYuan } from '../money/format.ts';
import type { ProjectIndicator } from './indicator.ts';
import { costFen, groupOf, isMoneyCost } from './indicator-facts.ts';
import { shareOut, sumWeights } from './weights.ts';

/** How a project's cost indicators stand to its amount. */
export interface CostAgreement {
  /** What those stated in money come to. */
  readonly costFen: Fen;
  readonly amountFen: Fen;
  /** Cost indicators less amount; nought where they agree. */
  readonly differenceFen: Fen;
  /** Whether they agree, as far as 万元 with two decimals can tell. */
  readonly agrees: boolean;
  /** How many are stated in money and bear a number. */
  readonly counted: number;
  /** Cost indicators that state no amount yet, or none at all. */
  readonly uncounted: number;
}

/** Compares a project's cost indicators with its amount (附件12: 成本指标之和=项目资金总额). */
export function costAgreement(indicators: readonly ProjectIndicator[], amountFen: Fen): CostAgreement {
  const costs = indicators.filter((indicator) => groupOf(indicator) === '成本');
  const stated = costs.map(costFen).filter((cost) => cost !== null);
  const total = sumFen(stated);
  return {
    costFen: total,
    amountFen,
    differenceFen: total - amountFen,
    agrees: total === amountFen || total === roundToCentiWanYuan(amountFen) * 10_000n,
    counted: stated.length,
    uncounted: costs.length - stated.length,
  };
}

/** The points that cost indicators usually have (财预〔2021〕101号 in practice: 成本20). */
const USUAL_COST_WEIGHT = 20;

export interface CostIndicatorInput {
  readonly projectKey: string;
  readonly lines: readonly ExpenditureLine[];
  /** All indicators of the project, and of the whole budget for the order. */
  readonly own: readonly ProjectIndicator[];
  readonly all: readonly ProjectIndicator[];
  readonly edition: ClassificationEdition;
  /** What all weights of a project have to come to. */
  readonly weightTotal: number;
  readonly newKey: () => string;
}

export interface CostIndicatorPlan {
  readonly changes: readonly Change[];
  readonly written: number;
  /** Cost indicators in money that none of the lines stands for. */
  readonly removed: number;
}

/**
 * Makes the cost indicators stated in money what the cost lines say: one an economic code, in 万元, exact. An indicator
 * that bears the code's name keeps its place and words, a single one stands for a single code; the others go. The
 * points that cost indicators had stay theirs, shared by amount.
 */
export function costIndicatorsFromLines(input: CostIndicatorInput): CostIndicatorPlan {
  const { projectKey, own, all, newKey, weightTotal } = input;
  const costs = costsByName(input);
  const old = own.filter(isMoneyCost);
  const isOneForOne = costs.length === 1 && old.length === 1;
  const kept = costs.map(({ name }) =>
    isOneForOne ? old[0] : old.find(({ level3 }) => plain(level3) === plain(name)),
  );
  const removed = old.filter((indicator) => !kept.includes(indicator));
  const others = own.filter((indicator) => !old.includes(indicator));
  const weights = costWeights(costs, sumWeights(old.map(({ weight }) => weight)), weightTotal - weightOf(others));
  const added = kept.filter((indicator) => indicator === undefined).length;
  const positions = [...positionsAfter(all, lastIndexOf(all, own), added)];
  const changes = costs.map(({ name, amountFen }, index): Change => {
    const fields = {
      targetValue: formatExact(amountFen, 'wanYuan'),
      unitOfMeasure: '万元',
      weight: weights[index] ?? null,
    };
    const present = kept[index];
    if (present) {
      const comparison = present.comparison === 'qualitative' ? '<=' : present.comparison;
      return { op: 'update', collection: 'indicators', key: present.key, fields: { ...fields, comparison } };
    }
    const place = { key: newKey(), position: positions.shift() ?? 0, projectKey };
    const row: ProjectIndicator = { ...place, ...COST_LEVELS, level3: name, comparison: '<=', ...fields };
    return { op: 'insert', collection: 'indicators', row };
  });
  const deletions = removed.map(({ key }): Change => ({ op: 'delete', collection: 'indicators', key }));
  return { changes: [...deletions, ...changes], written: costs.length, removed: removed.length };
}

const COST_LEVELS = { level1: '成本指标', level2: '经济成本指标' } as const;

interface NamedCost {
  readonly name: string;
  readonly amountFen: Fen;
}

/** The lines that have an amount, by economic code; one without a code yet is called by its note. */
function costsByName({ lines, edition }: CostIndicatorInput): readonly NamedCost[] {
  const named = groupBy(lines, ({ economicCode, note }) =>
    economicCode === '' ? note.trim() || '其他支出' : codeName(edition.economic, economicCode),
  );
  return [...named]
    .map(([name, group]) => ({ name, amountFen: sumFen(group.map(({ amountFen }) => amountFen)) }))
    .filter(({ amountFen }) => amountFen > 0n);
}

/** The points for costs, by amount: those they had, else the usual ones as far as the others leave them. */
function costWeights(costs: readonly NamedCost[], before: number, left: number): readonly (number | null)[] {
  const points = before > 0 ? before : Math.min(USUAL_COST_WEIGHT, left);
  if (points < costs.length) return costs.map(() => null);
  return shareOut(
    costs.map(({ amountFen }) => Number(amountFen)),
    points,
  );
}

function weightOf(indicators: readonly ProjectIndicator[]): number {
  return sumWeights(indicators.map(({ weight }) => weight));
}

/** Where the project's last indicator stands among all; at the end where it has none. */
function lastIndexOf(all: readonly ProjectIndicator[], own: readonly ProjectIndicator[]): number {
  const last = own.at(-1);
  return last ? all.findIndex(({ key }) => key === last.key) : all.length - 1;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
