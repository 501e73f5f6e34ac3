import type { ProjectIndicator } from '../performance/indicator.ts';
import { isNumericTarget } from '../performance/indicator-facts.ts';
import { fold, isSameNumber, type Quantity, quantitiesIn } from './text-rules.ts';

/** A number of an objective, beside the indicators that are measured as it is. */
export interface ObjectiveNumber {
  readonly number: string;
  readonly measure: string;
  /** The indicator that says the same; null where none does. */
  readonly agrees: ProjectIndicator | null;
  /** All indicators in this measure, the one it most likely speaks of first; none: nothing to compare it with. */
  readonly indicators: readonly ProjectIndicator[];
}

/** Measures of what offices count, also where no indicator has them. 万元 is left to the comparison of amounts. */
const USUAL_MEASURES = '件 人 人次 名 位 户 家 个 次 场 场次 期 册 份 套 台 辆 项 批 处 公里 平方米 亩 %'.split(' ');

/** The numbers of a 年度绩效目标 with the indicators they have to agree with (绩效目标与绩效指标相互对应). */
export function objectiveNumbers(
  objective: string,
  indicators: readonly ProjectIndicator[],
): readonly ObjectiveNumber[] {
  const numeric = indicators.filter(({ targetValue }) => isNumericTarget(targetValue));
  const measures = numeric.map(({ unitOfMeasure }) => unitOfMeasure);
  const seen = new Set<string>();
  return quantitiesIn(objective, [...measures, ...USUAL_MEASURES]).flatMap((quantity): ObjectiveNumber[] => {
    const { number, measure } = quantity;
    const candidates = numeric
      .filter(({ unitOfMeasure }) => fold(unitOfMeasure) === measure)
      .sort((a, b) => nearness(b, quantity) - nearness(a, quantity));
    const agrees = candidates.find(({ targetValue }) => isSameNumber(targetValue, number)) ?? null;
    const name = `${number}${measure}`;
    if (agrees && seen.has(name)) return [];
    seen.add(name);
    return [{ number, measure, agrees, indicators: candidates }];
  });
}

/** How far back the words reach that say what a number is of. */
const REACH = 14;

/** How many characters of an indicator's name stand right before a number, or between it and the one before. */
function nearness({ level3 }: ProjectIndicator, { before }: Quantity): number {
  const words = new Set(
    before
      .slice(-REACH)
      .split(/[，,；;。]/)
      .at(-1),
  );
  return [...new Set(fold(level3))].filter((character) => words.has(character)).length;
}
