import {
  type AmountCell,
  type AnnexColumn,
  type AnnexRow,
  type AnnexTable,
  type CellReference,
  leafColumns,
} from '@/lib/domain/annexes/annex-table.ts';
import { cellText, printedHundredths } from '@/lib/domain/annexes/cell-text.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import { describingColumn } from '../describing-column.ts';
import { fieldLines, isLines } from '../field-text.ts';
import { SheetBuilder } from './sheet-builder.ts';
import type { CellLook, SheetContent, SheetName, SheetPlan } from './sheet-plan.ts';
import { GROWTH, sheetWidths } from './sheet-widths.ts';
import { type FoundCell, sumFormula } from './sum-formula.ts';

/** What a page holds at natural size: characters of the body's type across, points down. */
const PAGE = { portrait: { width: 88, height: 730 }, landscape: { width: 128, height: 485 } } as const;

const NUMBER_FORMATS = { fixed: '0.00', trimmed: 'General', grouped: '#,##0.00' } as const;

/** `12-3` → `附件12_3`: the sheet's name may hold no hyphen. */
export function annexSheetName(table: AnnexTable): string {
  return table.number.replace(/[^\p{L}\p{N}_]/gu, '_').slice(0, 31);
}

/**
 * One annex as a worksheet: number and draft mark, title, unit, fields of a form, merged headings, rows, notes.
 *
 * @param mark marks a draft on the sheet and on each printed page; null for none
 */
export function annexSheet(table: AnnexTable, mark: string | null): SheetPlan {
  const leaves = leafColumns(table.columns);
  const page = PAGE[table.print.orientation];
  const sheet = new SheetBuilder(sheetWidths(table, page.width));
  addTitle(sheet, table, mark);
  addFields(sheet, table);
  const headFrom = table.fields.length > 0 ? sheet.rowCount : 0;
  addHeadings(sheet, table);
  const headTo = sheet.rowCount - 1;
  addRows(sheet, table, leaves);
  for (const note of table.notes) sheet.addMergedRow({ kind: 'text', text: note }, 'note');
  const codes = leaves.findIndex(({ content }) => content === 'amount');
  return sheet.build({
    name: annexSheetName(table),
    orientation: table.print.orientation,
    fitsOnePage: sheet.height <= page.height * Math.max(...GROWTH),
    repeatedRows: { from: headFrom, to: headTo },
    frozen: { rows: headTo + 1, columns: table.print.layout === 'grid' && codes > 0 && codes < 4 ? codes : 0 },
    names: tableNames(table, headFrom, headTo),
    pageMark: mark,
  });
}

/** `附件3_表头` and `附件3_表体`: a workbook of one's own can look figures up without counting rows. */
function tableNames(table: AnnexTable, headFrom: number, headTo: number): SheetName[] {
  const sheet = annexSheetName(table);
  // The lines above a grid's column headings (number, title, unit) are no part of its table.
  const columnsFrom = headTo + 1 - headingRows(table.columns).length;
  const head = { name: `${sheet}_表头`, fromRow: Math.max(headFrom, columnsFrom), toRow: headTo };
  if (table.rows.length === 0) return [head];
  return [head, { name: `${sheet}_表体`, fromRow: headTo + 1, toRow: headTo + table.rows.length }];
}

function addTitle(sheet: SheetBuilder, table: AnnexTable, mark: string | null): void {
  const number: SheetContent = { kind: 'text', text: table.number };
  if (mark === null) sheet.addMergedRow(number, 'number');
  else sheet.addSplitRow({ content: number, look: 'number' }, { content: { kind: 'text', text: mark }, look: 'mark' });
  sheet.addMergedRow({ kind: 'text', text: table.title }, 'title');
  sheet.addMergedRow({ kind: 'text', text: table.unit === '' ? '' : `单位：${table.unit}` }, 'unit');
}

function addFields(sheet: SheetBuilder, table: AnnexTable): void {
  const columnCount = leafColumns(table.columns).length;
  for (const cells of formRows(table.fields, columnCount)) {
    let column = 0;
    const placed = cells.map(({ role, field, colSpan }) => {
      const at = { column, colSpan };
      column += colSpan;
      if (role === 'label') {
        return { ...at, content: { kind: 'text', text: field.label } as const, look: 'heading' as const };
      }
      const alone = colSpan >= columnCount - 1;
      return {
        ...at,
        content: fieldContent(field.value, fieldLines(field)),
        look: alone ? 'text' : 'centred',
      } as const;
    });
    sheet.addSpannedRow(placed);
  }
}

function fieldContent(value: AnnexTable['fields'][number]['value'], lines: readonly string[]): SheetContent {
  if (!isLines(value) && value.kind === 'amount') return amountContent(value);
  return lines.length === 0 ? { kind: 'blank' } : { kind: 'text', text: lines.join('\n') };
}

function addHeadings(sheet: SheetBuilder, table: AnnexTable): void {
  sheet.addHeadingRows(
    headingRows(table.columns).map((row) =>
      row.map(({ label, column, colSpan, rowSpan }) => ({ text: label, column, colSpan, rowSpan })),
    ),
  );
}

function addRows(sheet: SheetBuilder, table: AnnexTable, leaves: readonly AnnexColumn[]): void {
  const first = sheet.rowCount;
  const rowOf = new Map(table.rows.map((row, index) => [row.id, { row, place: first + index }]));
  const columnOf = new Map(leaves.map(({ key }, index) => [key, index]));
  const find = ({ rowId, columnKey }: CellReference): FoundCell | undefined => {
    const found = rowOf.get(rowId);
    const column = columnOf.get(columnKey);
    if (!found || column === undefined) return undefined;
    return { place: { row: found.place, column }, cell: found.row.cells[columnKey] };
  };
  const describing = describingColumn(table);
  const top = Math.min(...table.rows.map(({ role, level }) => (role === 'body' ? level : Number.POSITIVE_INFINITY)));
  for (const row of table.rows) {
    sheet.addRow(
      leaves.map((leaf, index) => ({
        content: bodyContent(row, leaf, find),
        look: lookOf(row, leaf, table, index === describing),
        indent: leaf.indented && row.role === 'body' ? row.level - top : 0,
      })),
    );
  }
}

function bodyContent(
  row: AnnexRow,
  leaf: AnnexColumn,
  find: (reference: CellReference) => FoundCell | undefined,
): SheetContent {
  const cell = row.cells[leaf.key];
  const text = cellText(cell);
  if (!cell || text === null) return { kind: 'blank' };
  if (cell.kind === 'text') return { kind: 'text', text };
  if (cell.kind === 'number') return { kind: 'number', value: cell.value, format: 'General' };
  const printed = amountContent(cell);
  const formula = sumFormula(cell, find);
  return formula !== null && printed.kind === 'number' ? { ...printed, kind: 'formula', formula } : printed;
}

/** The printed figure as a real number; an exact nought is blank. */
function amountContent(cell: AmountCell): SheetContent {
  if (cellText(cell) === null) return { kind: 'blank' };
  return { kind: 'number', value: Number(printedHundredths(cell)) / 100, format: NUMBER_FORMATS[cell.style] };
}

function lookOf(row: AnnexRow, leaf: AnnexColumn, table: AnnexTable, isDescribing: boolean): CellLook {
  const total = row.role === 'total';
  if (leaf.content === 'amount') return total ? 'totalAmount' : 'amount';
  if (total) return 'totalText';
  if (leaf.content === 'number' || (table.print.layout === 'form' && !isDescribing)) return 'centred';
  return 'text';
}
