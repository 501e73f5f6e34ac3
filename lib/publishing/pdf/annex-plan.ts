import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import { rowRuns } from '@/lib/domain/annexes/row-runs.ts';
import { describingColumn } from '../describing-column.ts';
import { fieldLines } from '../field-text.ts';
import { headingLines } from './heading-lines.ts';
import { type PageFit, PDF_PAGE, pageFit, titleFit, typeSizes } from './page-fit.ts';
import { sheetOf } from './sheet.ts';
import type { Align, FormCellPlan, HeadingPlan, RowPlan, TablePlan } from './table-plan.ts';

/** A table as the template draws it. */
export interface AnnexPlan extends TablePlan {
  readonly fit: PageFit;
}

export function annexPlan(table: AnnexTable): AnnexPlan {
  const { sizes, widths } = typeSizes(table);
  const { orientation } = table.print;
  const describing = describingColumn(table);
  const unfitted: TablePlan = {
    annex: table.annex,
    id: `annex-${table.annex}`,
    number: table.number,
    title: table.title,
    titleFit: titleFit(table.title, orientation),
    unit: table.unit,
    orientation,
    sizes,
    columns: leafColumns(table.columns).map((leaf, index) => ({
      width: widths[index] ?? 1,
      align: alignOf(leaf, table, index === describing),
      indented: leaf.indented === true,
    })),
    head: headingPlan(table, widths),
    form: formPlan(table, widths),
    rows: rowPlans(table, describing),
    notes: table.notes,
  };
  return { ...unfitted, fit: pageFit(sheetOf(unfitted), PDF_PAGE) };
}

function headingPlan(table: AnnexTable, widths: readonly number[]): HeadingPlan[] {
  return headingRows(table.columns)
    .flat()
    .map(({ row, column, rowSpan, colSpan, label }) => ({
      x: column,
      y: row,
      colspan: colSpan,
      rowspan: rowSpan,
      lines: headingLines(label, spanWidth(widths, column, colSpan)),
    }));
}

function rowPlans(table: AnnexTable, describing: number): RowPlan[] {
  const leaves = leafColumns(table.columns);
  // In a form, equal neighbours of the columns before the describing one (一级指标, 二级指标) are one cell.
  const merged = table.print.layout === 'form' ? leaves.slice(0, describing).map(({ key }) => key) : [];
  const runs = rowRuns(table.rows, merged);
  const top = Math.min(...table.rows.map(({ role, level }) => (role === 'body' ? level : Number.POSITIVE_INFINITY)));
  return table.rows.map((row, index) => ({
    total: row.role === 'total',
    indent: row.role === 'total' ? 0 : row.level - top,
    cells: leaves.map(({ key }) => cellText(row.cells[key])),
    spans: leaves.map(({ key }) => runs[index]?.[key] ?? 1),
  }));
}

function alignOf(leaf: AnnexColumn, table: AnnexTable, isDescribing: boolean): Align {
  if (leaf.content === 'amount') return 'right';
  if (leaf.content === 'number') return 'center';
  return table.print.layout === 'form' && !isDescribing ? 'center' : 'left';
}

function formPlan(table: AnnexTable, widths: readonly number[]): FormCellPlan[][] {
  return formRows(table.fields, widths.length).map((cells) => {
    let column = 0;
    return cells.map(({ role, field, colSpan }) => {
      const width = spanWidth(widths, column, colSpan);
      column += colSpan;
      const label = role === 'label';
      const lines = label ? headingLines(field.label, width) : fieldLines(field);
      return { label, lines, colspan: colSpan, block: !label && colSpan >= widths.length - 1 };
    });
  });
}

function spanWidth(widths: readonly number[], column: number, span: number): number {
  return widths.slice(column, column + span).reduce((total, width) => total + width, 0);
}
