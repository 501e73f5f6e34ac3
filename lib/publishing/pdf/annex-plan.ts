import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import { rowRuns } from '@/lib/domain/annexes/row-runs.ts';
import { describingColumn } from '../describing-column.ts';
import { fieldLines } from '../field-text.ts';
import { headingLines } from './heading-lines.ts';
import { isRoomy, rowsOfOneLine, typeSizes } from './page-fit.ts';

type Align = 'left' | 'center' | 'right';

/** A table as the template draws it; a cell is its text, spans are laid out. */
export interface AnnexPlan {
  readonly annex: string;
  /** Label of its heading, unique in the document. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Type sizes of the table in points, the preferred one first; the smaller ones if it then fits on one page. */
  readonly sizes: readonly number[];
  /** Whether it surely fits on one page with the tallest rows: the template then need not measure it. */
  readonly roomy: boolean;
  readonly columns: readonly { readonly width: number; readonly align: Align; readonly indented: boolean }[];
  readonly head: readonly HeadingPlan[];
  readonly form: readonly (readonly FormCellPlan[])[];
  readonly rows: readonly RowPlan[];
  readonly notes: readonly string[];
}

interface HeadingPlan {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly lines: readonly string[];
}

interface RowPlan {
  readonly total: boolean;
  /** In characters. */
  readonly indent: number;
  readonly cells: readonly (string | null)[];
  /** Row span of each cell, 0 where a cell above covers it. */
  readonly spans: readonly number[];
  /** Whether every text of it surely takes one line: the template then need not measure it. */
  readonly single: boolean;
}

interface FormCellPlan {
  readonly label: boolean;
  readonly lines: readonly string[];
  readonly colspan: number;
  /** Whether it is set from the left as text, not centred as a word. */
  readonly block: boolean;
}

export function annexPlan(table: AnnexTable): AnnexPlan {
  const { sizes, widths } = typeSizes(table);
  const describing = describingColumn(table);
  const head = headingPlan(table, widths);
  const form = formPlan(table, widths);
  const rows = rowPlans(table, describing);
  const single = rowsOfOneLine(table, { widths, size: sizes[0] ?? 0, rows });
  return {
    annex: table.annex,
    id: `annex-${table.annex}`,
    number: table.number,
    title: table.title,
    unit: table.unit,
    orientation: table.print.orientation,
    sizes,
    roomy: isRoomy(
      table,
      widths,
      form.map((cells) => cells.map(({ lines, colspan }) => ({ lines, colSpan: colspan }))),
      sizes[0] ?? 0,
    ),
    columns: leafColumns(table.columns).map((leaf, index) => ({
      width: widths[index] ?? 1,
      align: alignOf(leaf, table, index === describing),
      indented: leaf.indented === true,
    })),
    head,
    form,
    rows: rows.map((row, index) => ({ ...row, single: single[index] ?? false })),
    notes: table.notes,
  };
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

function rowPlans(table: AnnexTable, describing: number): Omit<RowPlan, 'single'>[] {
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
