import { annexNumber, printsExactly } from '../annexes/annex-sets.ts';
import type { AnnexRole } from '../annexes/definition.ts';
import { ROUNDING_LABELS, type Rounding } from '../annexes/rounding.ts';
import { formatCentiWanYuan, formatWanYuan } from '../money/format.ts';
import type { NarrativeDocument, NarrativeParagraph, NarrativeSection } from '../narrative/narrative-document.ts';
import { totalColumn } from './annex-agreement.ts';
import { annexById, type CellName, cellFen, cellOf, cellPlace, columnName, incomeRow, rowName } from './annex-cells.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';

const rounding = defineCheck({
  id: 'annex-rounding',
  title: '附件尾差',
  severity: 'note',
  rule: '金额以分为单位汇总，各栏分别四舍五入到0.01万元，分项之和与合计的尾差不作调整',
  find: ({ annexes, annexSet }) => {
    if (printsExactly(annexSet)) return notApplicable(`“${annexSet.name}”以元为单位，精确到分，不取整。`);
    return annexes.flatMap((table): readonly Issue[] => {
      const { annex, number, roundingDifferences } = table;
      if (roundingDifferences.length === 0) return [];
      const examples = roundingDifferences.slice(0, 3).map(({ at, along, printedCentiWanYuan, partsCentiWanYuan }) => {
        const column = along === 'rows' ? columnName(table, at.columnKey) : '各栏';
        const parts = formatCentiWanYuan(partsCentiWanYuan, 'fixed');
        return `“${rowName(table, at.rowId)}”${column}各项相加${parts}，表列${formatCentiWanYuan(printedCentiWanYuan, 'fixed')}`;
      });
      const more = roundingDifferences.length > 3 ? `等${roundingDifferences.length}处` : '';
      const message = `${number}${examples.join('；')}${more}，为四舍五入的尾差，表下已注明，不需调整。`;
      const about = [
        annex,
        ...roundingDifferences.flatMap(({ at, partsCentiWanYuan }) => [at.rowId, at.columnKey, partsCentiWanYuan]),
      ];
      const places = roundingDifferences.map(({ at }) => cellPlace({ annex, row: at.rowId, column: at.columnKey }));
      return [{ about, message, places, ...customRule(annexSet.rounding) }];
    });
  },
});

/** The usual custom is the check's own rule. */
function customRule(rounding: Rounding): Pick<Issue, 'rule'> {
  return rounding === 'EACH_CELL' ? {} : { rule: `金额以分为单位汇总，取整方式：${ROUNDING_LABELS[rounding]}` };
}

/** Which printed cell a figure of the narrative repeats. */
function quotedCell(ref: string, context: CheckContext): CellName | null {
  const { budget, edition } = context;
  const { year, unit } = budget;
  const at = (role: AnnexRole, row: string, column: string) => cellOf(context, role, row, column);
  const cells: Readonly<Record<string, CellName>> = {
    'revenue.total': at('wholeBalance', 'total', 'incomeAmount'),
    'revenue.general': at('wholeBalance', incomeRow(context, 'wholeBalance', 'GENERAL_PUBLIC'), 'incomeAmount'),
    'expenditure.total': at('wholeBalance', 'year', 'expAmount'),
    'expenditure.general': at('generalByFunction', 'total', `y${year}Total`),
    'basic.general': at('basicByEconomic', 'total', 'total'),
    'project.general': at('generalByFunction', 'total', `y${year}Project`),
    'fund.total': at('fundByFunction', 'total', totalColumn(context, 'fundByFunction')),
    'threePublic.total': at('threePublic', 'total', `y${year}Total`),
    'threePublic.overseasTrips': at('threePublic', 'total', `y${year}Abroad`),
    'threePublic.vehiclePurchase': at('threePublic', 'total', `y${year}VehiclePurchase`),
    'threePublic.vehicleRunning': at('threePublic', 'total', `y${year}VehicleRun`),
    'threePublic.receptions': at('threePublic', 'total', `y${year}Reception`),
    'procurement.total': at('procurement', 'total', 'total'),
  };
  if (ref === 'operating' && unit.kind !== 'PUBLIC_INSTITUTION') {
    const own = at('threePublic', 'total', 'operating');
    return cellFen(context, own) === null ? at('basicByEconomic', 'total', 'publicUse') : own;
  }
  const functionClass = /^function\.(\d+)$/.exec(ref)?.[1];
  if (functionClass !== undefined && edition.functional.has(functionClass)) {
    return at('expenditure', functionClass, 'total');
  }
  return cells[ref] ?? null;
}

function paragraphs({ sections, closing }: NarrativeDocument): readonly NarrativeParagraph[] {
  const of = (section: NarrativeSection): readonly NarrativeParagraph[] => [
    ...section.paragraphs,
    ...section.sections.flatMap(of),
  ];
  return [...sections.flatMap(of), ...closing];
}

const boundFigures = defineCheck({
  id: 'narrative-annex',
  title: '说明文字所引数字等于附件所列',
  severity: 'error',
  rule: '说明文字中的数=附件相应栏目四舍五入到0.01万元的数',
  find: (context) => {
    const figures = paragraphs(context.narrative).flatMap(({ runs }) =>
      runs.flatMap((run) => (run.kind === 'figure' ? [run] : [])),
    );
    const quoted = new Map(figures.map(({ ref, text }) => [ref, text]));
    const compared = [...quoted].flatMap(([ref, text]) => {
      const at = quotedCell(ref, context);
      const amountFen = at && cellFen(context, at);
      return at === null || amountFen === null ? [] : [{ ref, text, at, amountFen }];
    });
    if (compared.length === 0) return insufficientData('没有可与附件核对的数字。');
    return compared.flatMap(({ ref, text, at, amountFen }): readonly Issue[] => {
      const exact = formatWanYuan(amountFen, 'trimmed');
      const name = annexNumber(context.annexSet, at.annex);
      const places = [cellPlace(at)];
      if (text !== exact) {
        const message = `说明文字引用${text}万元，${name}相应栏目为${exact}万元，请重新生成说明文字。`;
        return [{ about: [ref, text, exact], message, places }];
      }
      const printed = adjustedText(context, at);
      if (printed === null || printed === text) return [];
      const message = `说明文字引用${text}万元，${name}相应栏目因取整方式印作${printed}万元，相差末位，两处均已注明取整方式。`;
      return [{ about: [ref, text, printed], message, places, severity: 'note' }];
    });
  },
});

/** What the year's custom of rounding prints in a cell, as the text writes it; null where the cell is rounded by itself. */
function adjustedText(context: CheckContext, { annex, row, column }: CellName): string | null {
  const cell = annexById(context, annex)?.rows.find(({ id }) => id === row)?.cells[column];
  if (cell?.kind !== 'amount' || cell.printedCentiWanYuan === undefined) return null;
  return formatCentiWanYuan(cell.printedCentiWanYuan, 'trimmed');
}

export const ANNEX_TEXT_CHECKS = [boundFigures, rounding];
