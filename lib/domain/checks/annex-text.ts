import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { formatCentiWanYuan, formatWanYuan } from '../money/format.ts';
import type { NarrativeDocument, NarrativeParagraph, NarrativeSection } from '../narrative/narrative-document.ts';
import { type CellName, cellFen, cellPlace, columnName, rowName, rowPrinting } from './annex-cells.ts';
import { defineCheck, type Issue, insufficientData } from './check.ts';
import type { CheckContext } from './check-context.ts';

const rounding = defineCheck({
  id: 'annex-rounding',
  title: '附件尾差',
  severity: 'note',
  rule: '金额以分为单位汇总，各栏分别四舍五入到0.01万元，分项之和与合计的尾差不作调整',
  find: ({ annexes }) =>
    annexes.flatMap((table): readonly Issue[] => {
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
      return [{ about, message, places }];
    }),
});

/** Which printed cell a figure of the narrative repeats. */
function quotedCell(ref: string, context: CheckContext): CellName | null {
  const { budget, edition } = context;
  const { year, unit } = budget;
  const generalRevenue = rowPrinting(context, '6', 'incomeItem', FUND_SOURCE_LABELS.GENERAL_PUBLIC.revenueLabel);
  const cells: Readonly<Record<string, CellName>> = {
    'revenue.total': { annex: '6', row: 'total', column: 'incomeAmount' },
    'revenue.general': { annex: '6', row: generalRevenue, column: 'incomeAmount' },
    'expenditure.total': { annex: '6', row: 'year', column: 'expAmount' },
    'expenditure.general': { annex: '2', row: 'total', column: `y${year}Total` },
    'basic.general': { annex: '3', row: 'total', column: 'total' },
    'project.general': { annex: '2', row: 'total', column: `y${year}Project` },
    'fund.total': { annex: '5', row: 'total', column: 'total' },
    'threePublic.total': { annex: '4', row: 'total', column: `y${year}Total` },
    'threePublic.overseasTrips': { annex: '4', row: 'total', column: `y${year}Abroad` },
    'threePublic.vehiclePurchase': { annex: '4', row: 'total', column: `y${year}VehiclePurchase` },
    'threePublic.vehicleRunning': { annex: '4', row: 'total', column: `y${year}VehicleRun` },
    'threePublic.receptions': { annex: '4', row: 'total', column: `y${year}Reception` },
    'procurement.total': { annex: '9', row: 'total', column: 'total' },
  };
  if (ref === 'operating' && unit.kind !== 'PUBLIC_INSTITUTION')
    return { annex: '3', row: 'total', column: 'publicUse' };
  const functionClass = /^function\.(\d+)$/.exec(ref)?.[1];
  if (functionClass !== undefined && edition.functional.has(functionClass)) {
    return { annex: '8', row: functionClass, column: 'total' };
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
      return at === null || amountFen === null ? [] : [{ ref, text, at, printed: formatWanYuan(amountFen, 'trimmed') }];
    });
    if (compared.length === 0) return insufficientData('没有可与附件核对的数字。');
    return compared.flatMap(({ ref, text, at, printed }): readonly Issue[] => {
      if (text === printed) return [];
      const message = `说明文字引用${text}万元，附件${at.annex}相应栏目为${printed}万元，请重新生成说明文字。`;
      return [{ about: [ref, text, printed], message, places: [cellPlace(at)] }];
    });
  },
});

export const ANNEX_TEXT_CHECKS = [boundFigures, rounding];
