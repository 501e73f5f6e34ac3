import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { columnWidths, PADDING } from '../column-widths.ts';
import { fieldLines } from '../field-text.ts';
import { CLOSING, OPENING } from '../line-edges.ts';
import { textWidth } from '../text-width.ts';

/** A sheet may grow by so much, and print that much smaller, before its texts wrap or a second page begins. */
export const GROWTH = [1, 1.15, 1.3] as const;

/** The longest text of a form that is given a line of its own, in characters of the body's type. */
const SHORT_FIELD = 24;
/** By how much a heading's column is widened at most, in characters, for its lines to begin and end well. */
const FOR_A_BREAK = 12;
/** What of a cell's width its padding takes, by program: between these. */
const PADDINGS = [PADDING, 0.5] as const;

/**
 * Widths of an annex's columns on a sheet, in characters of the body's type.
 *
 * @param pageWidth what a page holds at natural size
 */
export function sheetWidths(table: AnnexTable, pageWidth: number): readonly number[] {
  const tried = GROWTH.map((growth) => columnWidths(table, pageWidth * growth));
  const fit = tried.find(({ ease }) => ease === 'wanted') ?? tried.at(-1);
  const leaves = leafColumns(table.columns);
  return widenedForFields(
    table,
    (fit?.widths ?? []).map((width, column) => widthForHeading(leaves[column]?.label ?? '', width)),
  );
}

/** A form's short texts stand on one line: a spreadsheet would break off a last character, or a bracket. */
function widenedForFields({ fields }: AnnexTable, widths: readonly number[]): readonly number[] {
  const widened = [...widths];
  for (const cells of formRows(fields, widths.length)) {
    let column = 0;
    for (const { role, field, colSpan } of cells) {
      const text = role === 'label' ? field.label : fieldLines(field).join('\n');
      const given = widened.slice(column, column + colSpan).reduce((total, width) => total + width, 0);
      column += colSpan;
      const lack = textWidth(text) + PADDING - given;
      if (lack > 0 && textWidth(text) <= SHORT_FIELD) widened[column - 1] = (widened[column - 1] ?? 0) + lack;
    }
  }
  return widened;
}

/**
 * A spreadsheet fills each line of a heading: it may leave one character for the last, or begin it with a bracket that
 * closes. With some more room it does neither.
 */
function widthForHeading(heading: string, width: number): number {
  for (let more = 0; more <= FOR_A_BREAK; more += 1) {
    if (PADDINGS.every((padding) => breaksWell(heading, width + more - padding))) return width + more;
  }
  return width;
}

function breaksWell(text: string, room: number): boolean {
  const lines = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && textWidth(line + character) > room) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  const [first = '', ...others] = lines;
  if (others.length === 0) return true;
  const dangles = [first, ...others.slice(0, -1)].some((line) => OPENING.test(line.at(-1) ?? ''));
  return !dangles && !others.some((line) => CLOSING.test(line.charAt(0)) || line.length < 2);
}
