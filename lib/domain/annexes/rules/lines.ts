import { type AmountBlock, amountBlock, printingOf } from '../amounts.ts';
import type { AnnexCell, AnnexRow } from '../annex-table.ts';
import { type ResolvedColumns, resolveColumns } from '../columns.ts';
import type { AnnexBody, AnnexContext } from '../context.ts';
import type { LineDefinition, LinesAnnex, SideDefinition } from '../definition.ts';
import { type Selection, selector } from '../selection.ts';
import { tally } from '../tally.ts';
import { chineseOrdinal, fillTemplate, type TemplateValues } from '../template.ts';
import { textCells } from '../text-cells.ts';

/** A list with its classes written out, and the place of each line in the table. */
interface Side {
  readonly columns: ResolvedColumns<'code' | 'label'>;
  /** By row of the table; undefined where the list is shorter than the one beside it. */
  readonly lines: readonly (LineDefinition | undefined)[];
  readonly classIds: readonly string[];
  readonly unitIds: readonly string[];
}

/** Fixed rows in lists side by side: they always stand, with or without an amount. */
export function drawLines(annex: LinesAnnex, context: AnnexContext): AnnexBody {
  const { values, set } = context;
  const bodies = annex.sides.map((side) => writtenLines(side, context));
  const bodyHeight = Math.max(...bodies.map((lines) => lines.length));
  const footHeight = Math.max(...annex.sides.map(({ foot = [] }) => foot.length));
  const sides = annex.sides.map((side, index): Side => {
    const body = bodies[index] ?? [];
    return {
      columns: resolveColumns(side.columns, values),
      lines: [...padEnd(body, bodyHeight), ...padEnd(side.foot ?? [], footHeight)],
      classIds: body.flatMap(({ id, selects: { functionClass } }) => (functionClass ? [id] : [])),
      unitIds: side.body.some((item) => 'units' in item) ? unitRows(context).map(({ id }) => id) : [],
    };
  });
  const rowIds = Array.from({ length: bodyHeight + footHeight }, (_, row) => rowIdAt(sides, row));
  const blocks = sides.map((side) => sideBlock(side, rowIds, context, printingOf(annex, set)));
  return {
    columns: sides.flatMap((side) => side.columns.columns),
    rows: rowIds.map((id, row) => tableRow(id, row, sides, blocks, values)),
    differences: blocks.flatMap(({ differences }) => differences),
    unlisted: blocks.flatMap(({ unlisted }) => unlisted),
  };
}

/** The lines of a list's body, its classes and units written out. */
export function writtenLines({ body }: SideDefinition, context: AnnexContext): readonly LineDefinition[] {
  const { values, edition } = context;
  return body.flatMap((item) => {
    if ('units' in item) return unitRows(context, item.selects);
    if (!('classes' in item)) return [item];
    return edition.expenditureClasses.map(({ code, name }, index) => ({
      id: code,
      label: fillTemplate(item.label, { ...values, ordinal: chineseOrdinal(index + 1), name }),
      selects: { ...item.selects, functionClass: code },
    }));
  });
}

/** The department stands for its unit where it has but one. */
function unitRows({ unitLines }: AnnexContext, selects: Selection = {}): readonly LineDefinition[] {
  if (unitLines.length === 0) {
    return [{ id: 'department', code: '{departmentCode}', label: '{departmentName}', selects }];
  }
  return unitLines.map(({ code }, index) => {
    return { id: code, code, label: `{unit${index + 1}}`, selects: { ...selects, unitCode: code } };
  });
}

function padEnd<T>(items: readonly T[], length: number): readonly (T | undefined)[] {
  return Array.from({ length }, (_, index) => items[index]);
}

/** A row is named by its line on the last side that has one there: the expenditure in annexes 1 and 6. */
function rowIdAt(sides: readonly Side[], row: number): string {
  return sides.map(({ lines }) => lines[row]?.id).findLast((id) => id !== undefined) ?? `row-${row}`;
}

function sideBlock(
  { columns, lines, classIds, unitIds }: Side,
  rowIds: readonly string[],
  { ledger }: AnnexContext,
  printing: Parameters<typeof amountBlock>[4],
): AmountBlock {
  const placed = lines.flatMap((line, row) => (line ? [{ line, rowId: rowIds[row] ?? '' }] : []));
  const rowIdOf = new Map(placed.map(({ line, rowId }) => [line.id, rowId]));
  const { idsFor: rowsOf } = selector(placed.map(({ line, rowId }) => ({ id: rowId, selection: line.selects })));
  const tallies = tally(ledger, columns.amounts, rowsOf);
  const rowParts = placed.map(({ line: { totalOf = [] }, rowId }) => {
    const parts = totalOf === 'classes' ? classIds : totalOf === 'units' ? unitIds : totalOf;
    return [rowId, parts.flatMap((id) => rowIdOf.get(id) ?? [])] as const;
  });
  const ids = placed.map(({ rowId }) => rowId);
  return amountBlock(tallies, ids, columns.amounts, new Map(rowParts), printing);
}

function tableRow(
  id: string,
  row: number,
  sides: readonly Side[],
  blocks: readonly AmountBlock[],
  values: TemplateValues,
): AnnexRow {
  const cells: Record<string, AnnexCell> = {};
  for (const [index, { columns, lines }] of sides.entries()) {
    const line = lines[row];
    if (!line) continue;
    const code = line.code && fillTemplate(line.code, values);
    Object.assign(cells, textCells(columns.texts, { code, label: fillTemplate(line.label, values) }));
    Object.assign(cells, blocks[index]?.cells.get(id));
  }
  const isTotal = sides.some(({ lines }) => lines[row]?.role === 'total');
  return { id, role: isTotal ? 'total' : 'body', level: 1, cells };
}
