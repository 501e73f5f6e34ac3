import { groupBy } from '../../group-by.ts';
import { COMPARISONS, type Comparison, INDICATOR_FRAMEWORK, type ProjectIndicator } from '../indicator.ts';

/** An indicator of the library: what a project may take over, with its usual target and its share of the points. */
export interface LibraryIndicator
  extends Pick<ProjectIndicator, 'level1' | 'level2' | 'level3' | 'comparison' | 'targetValue' | 'unitOfMeasure'> {
  readonly weight: number;
}

/** 项目类型 of the library, with what projects of the kind are told by. */
export interface ProjectKind {
  readonly id: string;
  readonly label: string;
  /** Words of a project's name or overview. */
  readonly words: readonly string[];
  /** Words of an office's field, which stand in most of its projects, whatever these do: they tell little. */
  readonly fieldWords: readonly string[];
  /** Beginnings of functional codes. */
  readonly functions: readonly string[];
  /** Economic codes of cost lines. */
  readonly economics: readonly string[];
  readonly indicators: readonly LibraryIndicator[];
}

const LEVELS = new Map(
  Object.entries(INDICATOR_FRAMEWORK).flatMap(([level1, names]) => names.map((level2) => [level2, level1] as const)),
);

/**
 * Reads indicators as the library's files write them, one a line: second level without 指标, name, sign, usual target
 * (`?`: each project's own), unit (`-`: none), share of the points.
 *
 * @throws RangeError naming the line that cannot be read (a fault of the release)
 */
export function readIndicators(table: string): readonly LibraryIndicator[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', level3 = '', sign = '', target = '', unit = '', weight = ''] = line.split(/\s+/);
      const level2 = `${kind}指标`;
      const level1 = LEVELS.get(level2);
      const comparison = sign === '定性' ? 'qualitative' : COMPARISONS.find((known) => known === sign);
      if (level1 === undefined || comparison === undefined || !(Number(weight) > 0)) throw new RangeError(line);
      return { level1, level2, level3, ...measure(comparison, target, unit), weight: Number(weight) };
    });
}

function measure(comparison: Comparison, target: string, unit: string) {
  return { comparison, targetValue: target === '?' ? '' : target, unitOfMeasure: unit === '-' ? '' : unit };
}

/** The second-level kinds that an order of indicators is missing; cost and benefit need one of their kinds each. */
export function missingKinds(indicators: readonly Pick<ProjectIndicator, 'level1' | 'level2'>[]): readonly string[] {
  const level1 = groupBy(indicators, (indicator) => plain(indicator.level1));
  const has = (level2: string) =>
    indicators.some((indicator) => plain(indicator.level2).startsWith(level2.slice(0, 2)));
  const isMissing = (level2: string) => !has(level2);
  return [
    ...['数量指标', '质量指标', '时效指标'].filter(isMissing),
    ...(level1.has('成本指标') || has('成本指标') ? [] : ['成本指标']),
    ...(level1.has('效益指标') ? [] : ['效益指标']),
    ...(level1.has('满意度指标') ? [] : ['满意度指标']),
  ];
}

/** Whether an indicator would fill one of the missing kinds. */
export function fillsGap({ level1, level2 }: Pick<LibraryIndicator, 'level1' | 'level2'>, missing: readonly string[]) {
  return missing.includes(level2) || missing.includes(level1);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
