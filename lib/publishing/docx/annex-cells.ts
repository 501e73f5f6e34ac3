import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  type ITableCellOptions,
  type ITableOptions,
  LineRuleType,
  Paragraph,
  TableCell,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AnnexPlan } from '../pdf/annex-plan.ts';
import { type PageLook, pageFit } from '../pdf/page-fit.ts';
import { sheetOf } from '../pdf/sheet.ts';
import { FONTS, font } from './look.ts';
import { textRuns } from './text-runs.ts';

type HeadingPlan = AnnexPlan['head'][number];
type RowPlan = AnnexPlan['rows'][number];
type FormLine = AnnexPlan['form'][number];

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

interface CellPlan {
  readonly lines: readonly string[];
  readonly look: Omit<IRunOptions, 'text' | 'break' | 'size'> & { readonly size: number };
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly width: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly indent?: number;
  /** Where it differs from the table's own rules and margins. */
  readonly frame?: Pick<ITableCellOptions, 'borders' | 'margins'>;
}

/** The line above the headings that names the unit; it is repeated with them. */
export function unitCell({ unit, columns }: AnnexPlan): TableCell {
  return cell({
    lines: [`单位：${unit}`],
    look: { font: font(FONTS.table), size: 21 },
    alignment: AlignmentType.RIGHT,
    width: 0,
    columnSpan: columns.length,
    frame: {
      borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: LINE },
      margins: { top: 0, bottom: 40, left: 0, right: 0 },
    },
  });
}

/** One row of the head; a heading that reaches down is written in its first row alone. */
export function headingCells(annex: AnnexPlan, row: readonly HeadingPlan[], widths: readonly number[]): TableCell[] {
  return row.map(({ x, colspan, rowspan, lines }) =>
    cell({
      lines,
      look: { font: font(FONTS.heading), size: typeSize(annex) },
      alignment: AlignmentType.CENTER,
      width: widthOf(widths, x, colspan),
      columnSpan: colspan,
      rowSpan: rowspan,
    }),
  );
}

/** One row of the body; cells that one above covers are left out. */
export function bodyCells(annex: AnnexPlan, row: RowPlan, widths: readonly number[]): TableCell[] {
  const size = typeSize(annex);
  return annex.columns.flatMap(({ align, indented }, index) => {
    const span = row.spans[index] ?? 1;
    if (span === 0) return [];
    return [
      cell({
        lines: [row.cells[index] ?? ''],
        look: { font: font(FONTS.table), size, bold: row.total },
        alignment: row.total && align === 'left' ? AlignmentType.CENTER : align,
        width: widths[index] ?? 0,
        rowSpan: span,
        indent: indented ? row.indent * size * 10 : 0,
      }),
    ];
  });
}

/** One line of a form's labelled values. */
export function formCells(annex: AnnexPlan, line: FormLine, widths: readonly number[]): TableCell[] {
  let x = 0;
  return line.map(({ label, lines, colspan, block }) => {
    const width = widthOf(widths, x, colspan);
    x += colspan;
    return cell({
      lines,
      look: { font: font(label ? FONTS.heading : FONTS.table), size: typeSize(annex) },
      alignment: block ? AlignmentType.LEFT : AlignmentType.CENTER,
      width,
      columnSpan: colspan,
    });
  });
}

function cell({ lines, look, alignment, width, columnSpan, rowSpan, indent = 0, frame }: CellPlan) {
  return new TableCell({
    children: [
      new Paragraph({
        alignment,
        ...(indent > 0 ? { indent: { left: indent } } : {}),
        spacing: { line: linePitch(look.size), lineRule: LineRuleType.EXACT },
        children: textRuns(lines, look),
      }),
    ],
    ...(columnSpan === undefined || columnSpan === 1 ? {} : { columnSpan }),
    ...(rowSpan === undefined || rowSpan === 1 ? {} : { rowSpan }),
    ...(width > 0 ? { width: { size: width, type: WidthType.DXA } } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    ...frame,
  });
}

/** In half-points. */
function typeSize(annex: AnnexPlan): number {
  return fitOf(annex).size;
}

/** Of text of a size in half-points, in twentieths of a point: the same whatever font stands in. */
function linePitch(size: number): number {
  return Math.round(size * PITCH_EM * 10);
}

/** Room around the text of every cell. */
export function cellMargins(annex: AnnexPlan): ITableOptions['margins'] {
  const { upright } = fitOf(annex);
  return { top: upright, bottom: upright, left: 60, right: 60 };
}

/** How a table is set: its type in half-points, the steps that Word has, and the room above and below a cell's text. */
interface Fit {
  readonly size: number;
  /** In twentieths of a point. */
  readonly upright: number;
}

/** What a page safely holds below the title, in points. */
const ROOM = { portrait: 590, landscape: 350 } as const;
/** A note of two lines. */
const NOTE_HEIGHT = 36;
const PITCH_EM = 1.3;

/** Lines have a third of their type between them already. */
const WORD_PAGE: PageLook = {
  lines: { firstEm: PITCH_EM, pitchEm: PITCH_EM },
  insets: { least: 0.4, middling: 3, most: 4.8, mostOfForm: 6 },
  roomFor: ({ orientation, notes }) => ROOM[orientation] - notes.length * NOTE_HEIGHT,
};

const fits = new WeakMap<AnnexPlan, Fit>();

function fitOf(annex: AnnexPlan): Fit {
  const known = fits.get(annex) ?? findFit(annex);
  fits.set(annex, known);
  return known;
}

function findFit(annex: AnnexPlan): Fit {
  const { size, inset } = pageFit(sheetOf(annex), WORD_PAGE);
  return { size: Math.round(size * 2), upright: Math.floor(inset * 20) };
}

function widthOf(widths: readonly number[], from: number, span: number): number {
  return widths.slice(from, from + span).reduce((sum, width) => sum + width, 0);
}
