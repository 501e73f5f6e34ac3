import { choiceColumn, columnFor, countColumn, textColumn } from '@/components/grid/columns.ts';
import { findChoices } from '@/components/grid/find-choices.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import {
  COMPARISON_LABELS,
  COMPARISONS,
  type Comparison,
  INDICATOR_FRAMEWORK,
  LEGACY_COST_INDICATOR,
  type OverallIndicator,
  type ProjectIndicator,
} from '@/lib/domain/performance/indicator.ts';
import { fail, ok } from '@/lib/domain/result.ts';

const MAX_WEIGHT = 100;

const FIRST_LEVEL = Object.keys(INDICATOR_FRAMEWORK);
const SECOND_LEVEL = Object.values(INDICATOR_FRAMEWORK).flat();

/** The second-level indicators under a first-level one; all while it is not chosen. */
function secondLevelOf(level1: string): readonly string[] {
  const own = INDICATOR_FRAMEWORK[level1] ?? SECOND_LEVEL;
  return level1 === LEGACY_COST_INDICATOR.level1 ? [...own, LEGACY_COST_INDICATOR.level2] : own;
}

type Measured = Row & Pick<OverallIndicator, 'comparison' | 'targetValue' | 'unitOfMeasure' | 'weight'>;

/** What every indicator ends with: the target and its weight. */
const MEASURE_COLUMNS: readonly GridColumn<Measured>[] = [
  choiceColumn<Measured, Comparison>('comparison', COMPARISON_LABELS, {
    header: '性质',
    synonyms: ['指标性质'],
    width: 62,
    align: 'center',
    readWord: readComparison,
  }),
  textColumn<Measured>('targetValue', { header: '指标值', width: 84, align: 'end', maxLength: 300 }),
  textColumn<Measured>('unitOfMeasure', { header: '度量单位', synonyms: ['计量单位'], width: 74, maxLength: 50 }),
  countColumn<Measured>('weight', { header: '权重', synonyms: ['指标权重'], width: 64, max: MAX_WEIGHT }),
];

/** Rows of annex 12: three levels, the target, its weight. */
export const PROJECT_INDICATOR_COLUMNS: readonly GridColumn<ProjectIndicator>[] = [
  frameworkColumn('level1', '一级指标', 96, () => FIRST_LEVEL),
  frameworkColumn('level2', '二级指标', 116, ({ level1 }) => secondLevelOf(level1)),
  textColumn<ProjectIndicator>('level3', { header: '三级指标', width: 200, grows: true, maxLength: 300 }),
  ...measureColumns<ProjectIndicator>(),
];

/** Rows of annex 11. */
export const OVERALL_INDICATOR_COLUMNS: readonly GridColumn<OverallIndicator>[] = [
  textColumn<OverallIndicator>('name', {
    ...{ header: '指标名称', synonyms: ['绩效指标'], width: 220, grows: true, maxLength: 300 },
  }),
  {
    ...textColumn<OverallIndicator>('type', { header: '指标类型', synonyms: ['指标'], width: 130, maxLength: 50 }),
    suggest: (_row, typed) => findChoices([...SECOND_LEVEL, '成本指标'].map(asChoice), typed),
  },
  ...measureColumns<OverallIndicator>(),
];

function measureColumns<R extends Measured>(): readonly GridColumn<R>[] {
  return MEASURE_COLUMNS.map((column) => columnFor<R, Measured>(column));
}

/** Also `>=`, `≥`, `＞`: offices paste all of them. */
function readComparison(text: string): Comparison | undefined {
  const plain = text.normalize('NFKC').replace('≥', '>=').replace('≤', '<=').replace(/\s/g, '');
  return COMPARISONS.find((comparison) => comparison === plain);
}

function frameworkColumn(
  field: 'level1' | 'level2',
  header: string,
  width: number,
  wordsOf: (row: ProjectIndicator) => readonly string[],
): GridColumn<ProjectIndicator> {
  return {
    id: field,
    header,
    width,
    read: (row) => row[field],
    suggest: (row, typed) => findChoices(wordsOf(row).map(asChoice), typed),
    write: (row, text) => {
      const plain = text.replace(/\s/g, '');
      const known = field === 'level1' ? FIRST_LEVEL : [...SECOND_LEVEL, LEGACY_COST_INDICATOR.level2];
      const word = known.find((candidate) => candidate === plain || candidate === `${plain}指标`);
      if (plain === '' || word) return ok({ [field]: word ?? '' });
      return fail(`“${text}”不在${header}的范围内，请选择：${wordsOf(row).join('、')}。`);
    },
  };
}

function asChoice(word: string) {
  return { value: word, label: word, words: word };
}
