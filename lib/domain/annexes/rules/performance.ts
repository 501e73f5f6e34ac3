import { groupBy } from '../../group-by.ts';
import { sumFen } from '../../money/fen.ts';
import { COMPARISON_LABELS } from '../../performance/indicator.ts';
import { amountCell, printingOf } from '../amounts.ts';
import type { AnnexField, AnnexRow } from '../annex-table.ts';
import { resolveColumns } from '../columns.ts';
import type { AnnexBody, AnnexContext } from '../context.ts';
import type { AnnexDefinition, FieldDefinition, OverallPerformanceAnnex, ProjectSheetAnnex } from '../definition.ts';
import type { LedgerEntry } from '../ledger.ts';
import { projectProperties } from '../project-properties.ts';
import { selects } from '../selection.ts';
import { fillTemplate } from '../template.ts';
import { textCell, textCells } from '../text-cells.ts';

/** 整体绩效目标表: the department's expenditure and goals, and a row for each indicator (财预〔2020〕10号). */
export function drawOverallPerformance(annex: OverallPerformanceAnnex, context: AnnexContext): AnnexBody {
  const { ledger, performance, values } = context;
  const { columns, texts } = resolveColumns(annex.columns, values);
  const goals = performance.goals.map(({ text }, index) => `${index + 1}.${text}`);
  const properties = { organisation: values.organisation, goals };
  const rows = performance.overallIndicators.map((indicator): AnnexRow => {
    const cells = textCells(texts, {
      name: indicator.name,
      type: indicator.type,
      weight: indicator.weight,
      unit: indicator.unitOfMeasure,
      comparison: COMPARISON_LABELS[indicator.comparison],
      value: indicator.targetValue,
    });
    return { id: indicator.key, role: 'body', level: 1, cells };
  });
  return { columns, rows, fields: drawFields(annex.fields, properties, ledger, context, annex) };
}

/** 项目绩效目标表: a table for each project, an empty one too (财预〔2021〕101号 for the indicators' framework). */
export function drawProjectSheets(annex: ProjectSheetAnnex, context: AnnexContext): readonly AnnexBody[] {
  const { columns, texts } = resolveColumns(annex.columns, context.values);
  const entriesOf = groupBy(context.ledger, ({ projectNumber }) => projectNumber);
  return context.projects.map((numbered) => {
    const { number, indicators } = numbered;
    const properties = projectProperties(numbered, context.edition);
    const rows = indicators.map((indicator): AnnexRow => {
      const cells = textCells(texts, {
        level1: indicator.level1,
        level2: indicator.level2,
        level3: indicator.level3,
        value: indicator.targetValue,
        comparison: COMPARISON_LABELS[indicator.comparison],
        unit: indicator.unitOfMeasure,
        weight: indicator.weight,
      });
      return { id: indicator.key, role: 'body', level: 1, cells };
    });
    const fields = drawFields(annex.fields, properties, entriesOf.get(number) ?? [], context, annex);
    return { number, columns, rows, fields };
  });
}

function drawFields<P extends string>(
  definitions: readonly FieldDefinition<P>[],
  properties: Readonly<Partial<Record<P, string | number | readonly string[] | null>>>,
  entries: readonly LedgerEntry[],
  { set, values }: AnnexContext,
  annex: Pick<AnnexDefinition, 'style' | 'unit'>,
): readonly AnnexField[] {
  const shown = definitions.filter(({ hidden }) => !hidden);
  return shown.map((definition): AnnexField => {
    const { key, span } = definition;
    const head = { key, label: fillTemplate(definition.label, values), ...(span && { span }) };
    if ('sums' in definition) {
      const counted = entries.filter((entry) => selects(definition.sums, entry));
      const amountFen = sumFen(counted.map((entry) => entry.amountFen));
      return { ...head, value: amountCell(amountFen, printingOf(annex, set)) };
    }
    const value = properties[definition.prints] ?? '';
    return { ...head, value: typeof value === 'object' ? value : textCell(value) };
  });
}
