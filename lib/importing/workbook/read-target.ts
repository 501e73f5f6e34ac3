import { COMPARISON_CHOICES } from '@/lib/domain/workbook/sheet-column.ts';
import { brokenFormula, type CellOutcome, repaired, value } from './cell-outcome.ts';
import { readText } from './read-text.ts';
import { plainNumber, type SheetCell } from './sheet-model.ts';

const MAX_LENGTH = 300;

/** A target value, with what its cell says of the comparison and of the unit besides: `≥95%`. */
export interface TargetReading {
  readonly outcome: CellOutcome<string>;
  readonly comparison: string | null;
  readonly unitOfMeasure: string | null;
}

/**
 * Reads 指标值: figures and words alike are text in the draft. A sign before the figure and a percent sign behind it
 * belong to other columns, and go there where these are blank or say the same.
 *
 * @param comparison what the row's column 指标性质 says, as a label; blank where it says nothing
 * @param unitOfMeasure what the row's column 度量单位 says
 */
export function readTarget(cell: SheetCell | null, comparison: string, unitOfMeasure: string): TargetReading {
  const broken = brokenFormula(cell);
  if (broken) return plain(broken);
  if (cell?.type === 'number') return readFigure(cell.value, cell.percent, unitOfMeasure);
  if (cell?.type === 'date') {
    const { year, month, day } = cell.date;
    const text = `${year}年${month}月${day}日`;
    return plain(repaired(text, '单元格是日期，已转为文字', text));
  }
  const outcome = readText(cell, MAX_LENGTH, false);
  if (outcome.kind !== 'value') return plain(outcome);
  const parts = /^([=＝>＞<＜≥≤≧≦]=?)?\s*([\d.,０-９．]+)\s*([%％])?$/.exec(outcome.value);
  if (!parts) return plain(outcome);
  const sign = wordOf(parts[1] ?? '');
  const percent = parts[3] !== undefined;
  const fits =
    (sign === null || comparison === '' || wordOf(comparison) === sign) && (!percent || isPercentUnit(unitOfMeasure));
  if (!fits) return plain(outcome);
  const figure = (parts[2] ?? '').normalize('NFKC').replaceAll(',', '');
  const reason = repairOf(sign, percent, figure, outcome.value);
  return {
    outcome: reason === null ? outcome : repaired(figure, reason, figure),
    comparison: sign,
    unitOfMeasure: percent ? '%' : null,
  };
}

function readFigure(figure: number, percent: boolean, unitOfMeasure: string): TargetReading {
  if (!percent) return plain(value(plainNumber(figure)));
  const text = plainNumber(figure * 100);
  if (!isPercentUnit(unitOfMeasure)) return plain(repaired(`${text}%`, '百分比格式的数字已转为文字', `${text}%`));
  return {
    outcome: repaired(text, '百分比格式的数字已转为数值，单位为 %', text),
    comparison: null,
    unitOfMeasure: '%',
  };
}

function repairOf(sign: string | null, percent: boolean, figure: string, before: string): string | null {
  if (sign !== null && percent) return '比较符号和百分号已放到各自的列';
  if (sign !== null) return '比较符号已放到“指标性质”';
  if (percent) return '百分号已放到“度量单位”';
  return figure === before ? null : '全角数字或千位分隔符已去除';
}

function plain(outcome: CellOutcome<string>): TargetReading {
  return { outcome, comparison: null, unitOfMeasure: null };
}

function isPercentUnit(unit: string): boolean {
  return ['', '%', '百分比'].includes(unit.normalize('NFKC').trim());
}

/** The comparison that a sign or a label means. */
export function wordOf(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  const found = COMPARISON_CHOICES.find(({ label, synonyms }) =>
    [label, ...synonyms].some((word) => word.normalize('NFKC') === folded),
  );
  return found?.value ?? null;
}
