import {
  BookmarkEnd,
  BookmarkStart,
  LineRuleType,
  Paragraph,
  Table,
  type TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { AnnexPlan } from '../pdf/annex-plan.ts';
import { textWidth } from '../text-width.ts';
import { bodyCells, cellMargins, formCells, headingCells, unitCell } from './annex-cells.ts';
import { ANNEX_TITLE_STYLE, FONTS, font } from './look.ts';
import { bookmarkOf } from './narrative-blocks.ts';
import { typeWidth } from './page-frame.ts';
import { textRuns } from './text-runs.ts';

/**
 * One annex: number, title, ruled table, notes.
 *
 * @param ordinal number of the annex's bookmark, unique in the document
 */
export function annexBlocks(annex: AnnexPlan, ordinal: number): (Paragraph | Table)[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { after: 80 },
      children: textRuns([annex.number], { font: font(FONTS.heading) }),
    }),
    title(annex, ordinal),
    ...tables(annex),
    ...notes(annex),
  ];
}

/** The library's own bookmarks are numbered by a counter that never starts again; ours repeat. */
function title(annex: AnnexPlan, ordinal: number): Paragraph {
  const paragraph = new Paragraph({ style: ANNEX_TITLE_STYLE, children: textRuns([annex.title], titleLook(annex)) });
  paragraph.addChildElement(new BookmarkStart(bookmarkOf(annex), ordinal));
  paragraph.addChildElement(new BookmarkEnd(ordinal));
  return paragraph;
}

const TITLE_SIZES = [36, 34, 32] as const;

/** On one line where a somewhat smaller type lets it stand there. */
function titleLook({ title: text, orientation }: AnnexPlan): { readonly size: number } {
  // A half-width character is half as broad as the type is high: a quarter of its half-points, in points.
  const fitting = TITLE_SIZES.find((size) => (textWidth(text) * size * 20) / 4 <= typeWidth(orientation));
  return { size: fitting ?? TITLE_SIZES[0] };
}

/**
 * The fields of a form are a table of their own above the columns: Word repeats heading rows only where they are a
 * table's first ones.
 */
function tables(annex: AnnexPlan): (Paragraph | Table)[] {
  const widths = columnTwips(annex);
  const unit = annex.unit === '' ? [] : [heading([unitCell(annex)])];
  const head = headRows(annex).map((cells) => heading(headingCells(annex, cells, widths)));
  const body = annex.rows.map((row) => bodyRow(bodyCells(annex, row, widths)));
  if (annex.form.length === 0) return [table(annex, widths, [...unit, ...head, ...body])];
  const form = annex.form.map((cells) => bodyRow(formCells(annex, cells, widths)));
  return [table(annex, widths, [...unit, ...form]), seam(), table(annex, widths, [...head, ...body])];
}

type HeadingPlan = AnnexPlan['head'][number];

function headRows({ head }: AnnexPlan): readonly (readonly HeadingPlan[])[] {
  const depth = Math.max(0, ...head.map(({ y, rowspan }) => y + rowspan));
  return Array.from({ length: depth }, (_, y) => head.filter((cell) => cell.y === y).sort((a, b) => a.x - b.x));
}

function heading(children: readonly TableCell[]): TableRow {
  return new TableRow({ children, tableHeader: true, cantSplit: true });
}

function bodyRow(children: readonly TableCell[]): TableRow {
  return new TableRow({ children, cantSplit: true });
}

function table(annex: AnnexPlan, widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    margins: cellMargins(annex),
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });
}

/** Tables that touch become one: the lowest line that Word can set keeps them apart. */
function seam(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: textRuns([''], { size: 2 }) });
}

function columnTwips({ columns, orientation }: AnnexPlan): readonly number[] {
  const area = typeWidth(orientation);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / total) * area));
  const spare = area - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + spare : width));
}

function notes({ notes: lines }: AnnexPlan): Paragraph[] {
  return lines.map(
    (note) =>
      new Paragraph({
        spacing: { before: 120, line: 300, lineRule: LineRuleType.AT_LEAST },
        children: textRuns([note], { font: font(FONTS.table), size: 20 }),
      }),
  );
}
