import type { Fen } from '../money/fen.ts';
import { parseAmount } from '../money/parse.ts';
import { LEGACY_COST_INDICATOR, type ProjectIndicator } from './indicator.ts';

/** The groups of which a project needs indicators. */
export const INDICATOR_GROUPS = ['产出', '成本', '效益', '满意度'] as const;

export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

/** Whether a cost indicator stands under 产出指标, as in the framework before 财预〔2021〕101号. */
export function isLegacyCost({ level1, level2 }: Pick<ProjectIndicator, 'level1' | 'level2'>): boolean {
  return plain(level1) === LEGACY_COST_INDICATOR.level1 && plain(level2) === LEGACY_COST_INDICATOR.level2;
}

/** The group an indicator counts in; null where its first level is blank or unknown. */
export function groupOf(indicator: Pick<ProjectIndicator, 'level1' | 'level2'>): IndicatorGroup | null {
  if (isLegacyCost(indicator)) return '成本';
  const level1 = plain(indicator.level1);
  return INDICATOR_GROUPS.find((group) => level1.startsWith(group)) ?? null;
}

/** Whether an indicator states a cost in money (元, 万元), with or without a number yet. */
export function isMoneyCost(indicator: Pick<ProjectIndicator, 'level1' | 'level2' | 'unitOfMeasure'>): boolean {
  return groupOf(indicator) === '成本' && ['元', '万元'].includes(plain(indicator.unitOfMeasure));
}

/** The money a cost indicator states (元, 万元, 亿元 as its unit of measure); null where it states none or no number. */
export function costFen({ comparison, targetValue, unitOfMeasure }: ProjectIndicator): Fen | null {
  const unit = plain(unitOfMeasure);
  if (comparison === 'qualitative' || (unit !== '万元' && unit !== '元')) return null;
  const amount = parseAmount(targetValue, unit === '元' ? 'yuan' : 'wanYuan');
  return amount.ok ? amount.value : null;
}

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** Whether a target value is a number, as quantitative comparisons need. */
export function isNumericTarget(targetValue: string): boolean {
  return DECIMAL.test(plain(targetValue).replaceAll(',', ''));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
