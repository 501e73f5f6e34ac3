import { MONEY_UNIT_LABELS } from '../money/parse.ts';
import { unitOf } from './amounts.ts';
import type { AnnexTable } from './annex-table.ts';
import { type AnnexBody, type AnnexContext, type AnnexInput, annexContext } from './context.ts';
import type { AnnexDefinition, AnnexSet } from './definition.ts';
import { ROUNDING_NOTES } from './rounding.ts';
import { drawCodeTree } from './rules/code-tree.ts';
import { drawLines } from './rules/lines.ts';
import { drawOverallPerformance, drawProjectSheets } from './rules/performance.ts';
import { drawProjects } from './rules/projects.ts';
import { fillTemplate } from './template.ts';

/**
 * Draws every annex of a set for a department: its units' budgets in, finished tables out, in the order of the set.
 * Pure and quick enough to run at each keystroke; amounts stay exact fen until a cell is printed.
 */
export function buildAnnexes(input: AnnexInput): readonly AnnexTable[] {
  const context = annexContext(input);
  return input.annexSet.annexes.flatMap((annex) =>
    tablesOf(annex, { ...context, values: { ...context.values, unit: MONEY_UNIT_LABELS[unitOf(annex, context.set)] } }),
  );
}

function tablesOf(annex: AnnexDefinition, context: AnnexContext): readonly AnnexTable[] {
  return drawAnnex(annex, context).map((body) => annexTable(annex, body, context));
}

function drawAnnex(annex: AnnexDefinition, context: AnnexContext): readonly AnnexBody[] {
  switch (annex.rule) {
    case 'codeTree':
      return [drawCodeTree(annex, context)];
    case 'lines':
      return [drawLines(annex, context)];
    case 'projects':
      return [drawProjects(annex, context)];
    case 'overallPerformance':
      return [drawOverallPerformance(annex, context)];
    case 'projectSheets':
      return drawProjectSheets(annex, context);
  }
}

function annexTable(definition: AnnexDefinition, body: AnnexBody, { set, values }: AnnexContext): AnnexTable {
  const { number, columns, rows, fields = [], differences = [] } = body;
  const annex = number === undefined ? definition.id : `${definition.id}-${number}`;
  const filled = { ...values, annex, number: `${number ?? ''}` };
  return {
    annex,
    number: fillTemplate(set.number, filled),
    title: fillTemplate(definition.title, filled),
    unit: MONEY_UNIT_LABELS[unitOf(definition, set)],
    columns,
    rows,
    fields,
    notes: [...ownNotes(definition, body, filled), ...(body.unlisted ?? []), ...roundingNotes(definition, body, set)],
    roundingDifferences: differences,
    print: { orientation: definition.orientation, layout: fields.length > 0 ? 'form' : 'grid' },
  };
}

function ownNotes(definition: AnnexDefinition, body: AnnexBody, values: AnnexContext['values']): readonly string[] {
  return (definition.notes ?? [])
    .filter(({ when }) => when === 'always' || !holdsAmount(body))
    .map(({ text }) => fillTemplate(text, values));
}

/** The custom of rounding where it is not the usual one, and 尾差 where a printed column or row does not foot. */
function roundingNotes(definition: AnnexDefinition, body: AnnexBody, set: AnnexSet): readonly string[] {
  const isExact = unitOf(definition, set) === 'yuan';
  const custom = isExact || !holdsAmount(body) ? null : ROUNDING_NOTES[set.rounding];
  const hasDifferences = (body.differences ?? []).length > 0;
  return [...(custom === null ? [] : [custom]), ...(hasDifferences ? [set.roundingNote] : [])];
}

function holdsAmount({ rows }: AnnexBody): boolean {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  return cells.some((cell) => cell.kind === 'amount' && cell.amountFen !== 0n);
}
