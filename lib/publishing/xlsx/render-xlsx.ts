import type { NamedRange } from 'hucre';
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { eachAnnex } from '../annex-error.ts';
import { draftMark, type Publication } from '../publication.ts';
import { repackZip } from '../zip/zip-files.ts';
import { annexSheet } from './annex-sheet.ts';
import { cellStyle } from './cell-style.ts';
import { contentsSheet } from './contents-sheet.ts';
import type { SheetCell, SheetPlan } from './sheet-plan.ts';
import { columnLetters } from './sum-formula.ts';

/**
 * A workbook with one sheet an annex behind a sheet of contents: real numbers, live totals, headings that repeat on
 * every printed page. The same publication gives the same bytes.
 */
export async function renderXlsx(publication: Publication): Promise<Uint8Array> {
  const mark = draftMark(publication);
  const plans = [contentsSheet(publication), ...eachAnnex(publication.tables, (table) => annexSheet(table, mark))];
  const date = new Date(`${publication.date}T00:00:00Z`);
  const written = await writeXlsx({
    sheets: plans.map(writeSheet),
    namedRanges: plans.flatMap(namedRanges),
    defaultFont: { name: '宋体', size: 11 },
    properties: {
      title: publication.titleLines.join(''),
      creator: publication.organisation,
      lastModifiedBy: publication.organisation,
      created: date,
      modified: date,
    },
  });
  return repackZip(written, publication.date);
}

function namedRanges({ name: sheet, names, columnWidths }: SheetPlan): NamedRange[] {
  const last = columnLetters(columnWidths.length - 1);
  return names.map(({ name, fromRow, toRow }) => ({
    name,
    range: `${sheet}!$A$${fromRow + 1}:$${last}$${toRow + 1}`,
  }));
}

export function writeSheet(plan: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  plan.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell) cells.set(`${r},${c}`, writtenCell(cell));
    });
  });
  const { repeatedRows, frozen } = plan;
  return {
    name: plan.name,
    columns: plan.columnWidths.map((width) => ({ width: Math.round(width * 10) / 10 })),
    rows: plan.rows.map((row) => row.cells.map(() => null)),
    rowDefs: new Map(plan.rows.map((row, index) => [index, { height: row.height }])),
    cells,
    merges: plan.merges.map((merge) => ({
      startRow: merge.fromRow,
      startCol: merge.fromColumn,
      endRow: merge.toRow,
      endCol: merge.toColumn,
    })),
    freezePane: { rows: frozen.rows, columns: frozen.columns },
    pageSetup: {
      paperSize: 'a4',
      orientation: plan.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: plan.fitsOnePage ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.8, bottom: 0.7, left: 0.6, right: 0.6, header: 0.35, footer: 0.35 },
      printArea: `$A$1:$${columnLetters(plan.columnWidths.length - 1)}$${plan.rows.length}`,
      ...(repeatedRows ? { printTitlesRow: `$${repeatedRows.from + 1}:$${repeatedRows.to + 1}` } : {}),
    },
    headerFooter: {
      oddFooter: '&C第 &P 页 共 &N 页',
      ...(plan.pageMark === null ? {} : { oddHeader: `&R${plan.pageMark.replaceAll('&', '&&')}` }),
    },
    view: { showGridLines: false },
  };
}

function writtenCell({ content, look, indent }: SheetCell): Partial<Cell> {
  const style = (format?: string): CellStyle => cellStyle(look, indent ?? 0, format);
  switch (content.kind) {
    case 'blank':
      return { value: null, type: 'empty', style: style() };
    case 'text':
      return { value: content.text, type: 'string', style: style() };
    case 'link':
      return {
        value: content.text,
        type: 'string',
        style: style(),
        hyperlink: { target: '', location: `${content.sheet}!A1` },
      };
    case 'number':
      return { value: content.value, type: 'number', style: style(content.format) };
    case 'formula':
      return {
        value: content.value,
        type: 'formula',
        formula: content.formula,
        formulaResult: content.value,
        style: style(content.format),
      };
  }
}
