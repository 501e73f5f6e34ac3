import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { columnWidths } from '../column-widths.ts';
import { type LineSetting, type RowHeight, rowHeights } from './row-heights.ts';
import type { Sheet, SheetCell, SheetPart } from './sheet.ts';
import type { TitleFit } from './table-plan.ts';
import { countLines, widthAtMostEm } from './text-lines.ts';

type Orientation = AnnexTable['print']['orientation'];

/** The type area of a page in points, as template.typ frames it. */
const TYPE_AREA = { portrait: { width: 482, height: 691 }, landscape: { width: 740, height: 464 } } as const;
/** From the size that offices print tables in (五号) down to the smallest that reads well. */
const SIZES: readonly number[] = [10.5, 10, 9.5, 9];
const SMALLEST_SIZE = 8.5;

/** Left and right of a cell's text, as template.typ sets it, and a little more. */
const CELL_PADDING = 6.5;

/** Room above and below the text of a row in points: on one page as much as there is, over several a middling one. */
interface Insets {
  readonly least: number;
  readonly middling: number;
  readonly most: number;
  readonly mostOfForm: number;
}

/** How a format sets a table on a page. */
export interface PageLook {
  readonly lines: LineSetting;
  readonly insets: Insets;
  /** What the rows of a table have of a page, in points. */
  readonly roomFor: (sheet: Sheet) => number;
}

/** As template.typ sets it. */
export const PDF_PAGE: PageLook = {
  lines: { firstEm: 1, pitchEm: 1.4 },
  insets: { least: 2, middling: 3.6, most: 6.4, mostOfForm: 8.5 },
  roomFor: roomInPdf,
};

/** Heights in points, as template.typ sets them. */
const UNIT_LINE = 14.5;
const NOTE = { size: 10, leading: 4.5, above: 6 } as const;
const NUMBER_LINE = 30;
const TITLE_LEADING = 8;
const BELOW_TITLE = 14;
/** One line where it fits in one of these sizes, else lines of equal length in the first. */
const TITLE_SIZES = [18, 17, 16] as const;

/** Height of each row's text in ems; null where it has to be set to be known. */
type Heights = readonly (number | null)[];

export interface PageFit {
  /** Of the type, in points. */
  readonly size: number;
  /** Above and below the text of each row, in points. */
  readonly inset: number;
  /** Whether the table may take several pages. */
  readonly breaks: boolean;
  readonly heights: { readonly head: Heights; readonly form: Heights; readonly body: Heights };
}

/**
 * Type sizes to try, the preferred one first. In a grid the largest at which every column gets the width it wants; a
 * form keeps the largest and lets its texts wrap, so that the sheets of a department look alike. Where figures would
 * be clipped they decide.
 */
export function typeSizes(table: AnnexTable): {
  readonly sizes: readonly number[];
  readonly widths: readonly number[];
} {
  const area = TYPE_AREA[table.print.orientation].width;
  const fitAt = (size: number) => columnWidths(table, area / (size / 2));
  const isForm = table.print.layout === 'form';
  const chosen = isForm ? 0 : SIZES.findIndex((size) => fitAt(size).ease === 'wanted');
  const sizes = [...SIZES.slice(chosen < 0 ? SIZES.length - 1 : chosen), SMALLEST_SIZE];
  const fit = fitAt(sizes[0] ?? SMALLEST_SIZE);
  if (fit.ease !== 'clipped') return { sizes, widths: fit.widths };
  const { widths, scale } = fitAt(SMALLEST_SIZE);
  return { sizes: [Math.floor(SMALLEST_SIZE * scale * 10) / 10], widths };
}

/** How a title is set on a page of that orientation: balanced where it takes several lines. */
export function titleFit(title: string, orientation: Orientation): TitleFit {
  const { width } = TYPE_AREA[orientation];
  const em = widthAtMostEm(title);
  const fitting = TITLE_SIZES.find((size) => em * size <= width);
  if (fitting) return { size: fitting, width, height: fitting };
  const [size] = TITLE_SIZES;
  const balanced = Math.min(width, (em * size) / Math.ceil((em * size) / width) + size);
  const { atMost } = countLines([title], balanced / size);
  return { size, width: balanced, height: atMost * (size + TITLE_LEADING) - TITLE_LEADING };
}

/**
 * Type size and row padding at which a table fills its page well: as airy as surely fits on one page; where the type must
 * not get any smaller for that, a middling height over several pages.
 */
export function pageFit(sheet: Sheet, { lines, insets, roomFor }: PageLook): PageFit {
  const { sizes, head, form, body } = sheet;
  const rowCount = head.rowCount + form.rowCount + body.rowCount;
  const room = roomFor(sheet);
  const most = form.rowCount > 0 ? insets.mostOfForm : insets.most;
  for (const size of sizes) {
    // No row is lower than a line: what can't fit need not be reckoned
    if (rowCount * size * lines.firstEm > room) continue;
    const parts = heightsAt(sheet, size, lines);
    const bare = [...parts.head, ...parts.form, ...parts.body].reduce((sum, { em }) => sum + em * size, 0);
    const spare = (room - bare) / (rowCount * 2);
    if (spare >= insets.least) {
      return { size, inset: roundDown(Math.min(spare, most)), breaks: false, heights: sureHeights(parts) };
    }
  }
  const size = sizes[0] ?? SMALLEST_SIZE;
  return { size, inset: insets.middling, breaks: true, heights: sureHeights(heightsAt(sheet, size, lines)) };
}

function roomInPdf({ orientation, titleFit: title, notes }: Sheet): number {
  const { width, height } = TYPE_AREA[orientation];
  const noteHeights = notes.map((note) => {
    const { atMost } = countLines([note], width / NOTE.size);
    return NOTE.above + atMost * (NOTE.size + NOTE.leading) - NOTE.leading;
  });
  const below = noteHeights.reduce((sum, note) => sum + note, 0);
  return height - NUMBER_LINE - title.height - BELOW_TITLE - UNIT_LINE - below;
}

interface PartHeights {
  readonly head: readonly RowHeight[];
  readonly form: readonly RowHeight[];
  readonly body: readonly RowHeight[];
}

function heightsAt(sheet: Sheet, size: number, setting: LineSetting): PartHeights {
  const { orientation, widths, head, form, body } = sheet;
  const share = TYPE_AREA[orientation].width / widths.reduce((total, width) => total + width, 0);
  const roomOf = ({ column, colSpan, indent }: SheetCell) => {
    const width = widths.slice(column, column + colSpan).reduce((total, part) => total + part, 0);
    return (width * share - CELL_PADDING) / size - indent;
  };
  const heightsOf = ({ rowCount, cells }: SheetPart) =>
    rowHeights(
      rowCount,
      cells.map((cell) => ({ row: cell.row, rowSpan: cell.rowSpan, lines: countLines(cell.lines, roomOf(cell)) })),
      setting,
    );
  return { head: heightsOf(head), form: heightsOf(form), body: heightsOf(body) };
}

function sureHeights({ head, form, body }: PartHeights): PageFit['heights'] {
  const known = (rows: readonly RowHeight[]) => rows.map(({ em, sure }) => (sure ? em : null));
  return { head: known(head), form: known(form), body: known(body) };
}

/** To a hundredth of a point: what is left over is no room for a row. */
function roundDown(points: number): number {
  return Math.floor(points * 100) / 100;
}
