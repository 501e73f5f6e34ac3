import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { SheetColumn } from '@/lib/domain/workbook/sheet-column.ts';
import { KEY_HEADING, PROJECT_KEY_HEADING, type SheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { type SheetCell, type SheetModel, shownCell } from './sheet-model.ts';

/** Headings stand among the first rows of a sheet. */
const MAX_HEADING_ROW = 20;

/** The columns of a code that is written in levels: 类, 款 and perhaps 项. */
export interface SplitCode {
  readonly classification: 'functional' | 'economic';
  readonly columns: readonly number[];
}

/** Where a sheet keeps what. */
export interface SheetLayout {
  /** The lowest row of headings. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<SheetColumn, number>;
  /** Units of the columns with amounts; elsewhere 元. */
  readonly units: ReadonlyMap<SheetColumn, MoneyUnit>;
  readonly splitCodes: readonly SplitCode[];
  readonly keyColumn: number | null;
  readonly projectKeyColumn: number | null;
  /** Columns with a heading that nothing is known of. */
  readonly ignored: readonly { readonly column: number; readonly heading: string }[];
}

interface Heading {
  readonly column: number;
  readonly shown: string;
  /** The heading, and the one above together with it, folded. */
  readonly texts: readonly string[];
}

/**
 * Finds the row of headings and what each column holds: headings in any order, by their name or a synonym, in one row or
 * in two with merged cells.
 *
 * @returns null when no row looks like the sheet's headings
 */
export function findHeadings(sheet: SheetModel, spec: SheetSpec): SheetLayout | null {
  let best: { layout: SheetLayout; score: number } | null = null;
  for (let row = 0; row < Math.min(MAX_HEADING_ROW, sheet.rows.length); row++) {
    const layout = layoutAt(sheet, spec, row);
    const score = layout.columns.size + layout.splitCodes.length + (layout.keyColumn === null ? 0 : 1);
    if (score > (best?.score ?? 0)) best = { layout, score };
  }
  const needed = spec.columns.length <= 2 ? 1 : 2;
  return best && best.score >= needed ? best.layout : null;
}

function layoutAt(sheet: SheetModel, spec: SheetSpec, row: number): SheetLayout {
  const headings = headingsAt(sheet, row);
  const taken = new Set<number>();
  const columns = new Map<SheetColumn, number>();
  const find = (column: SheetColumn, words: readonly string[]) => {
    const found = headings.find(
      ({ column: at, texts }) => !taken.has(at) && texts.some((text) => words.includes(text)),
    );
    if (!found || columns.has(column)) return;
    taken.add(found.column);
    columns.set(column, found.column);
  };
  for (const column of spec.columns) find(column, [foldHeading(column.heading)]);
  const splitCodes = splitCodesIn(headings, spec, taken);
  for (const column of spec.columns) find(column, column.synonyms);
  const at = (heading: string) => headings.find(({ texts }) => texts.includes(heading))?.column ?? null;
  const keyColumn = at(KEY_HEADING);
  const projectKeyColumn = at(PROJECT_KEY_HEADING);
  const ignored = headings.filter(
    ({ column, shown }) =>
      !taken.has(column) && column !== keyColumn && column !== projectKeyColumn && shown !== '序号',
  );
  return {
    ...{ headingRow: row, columns, splitCodes, keyColumn, projectKeyColumn },
    units: unitsOf(sheet, headings, columns, row),
    ignored: ignored.map(({ column, shown }) => ({ column, heading: shown })),
  };
}

function headingsAt(sheet: SheetModel, row: number): readonly Heading[] {
  const width = Math.max(0, ...sheet.rows.slice(0, row + 1).map((cells) => cells.length));
  return Array.from({ length: width }, (_, column): Heading | null => {
    const own = textAt(sheet, row, column);
    const above = row > 0 ? textAt(sheet, row - 1, column) : '';
    if (own === '') return null;
    const texts = [foldHeading(own), ...(above === '' || above === own ? [] : [foldHeading(above + own)])];
    return { column, shown: own.replace(/\s+/g, ''), texts };
  }).filter((heading) => heading !== null);
}

/** The text of a cell, or of the merged cell that covers it. */
function textAt(sheet: SheetModel, row: number, column: number): string {
  const own = sheet.rows[row]?.[column] ?? null;
  if (own !== null) return headingText(own);
  const merge = sheet.merges.find(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      fromRow <= row && row <= toRow && fromColumn <= column && column <= toColumn,
  );
  return headingText(merge ? (sheet.rows[merge.fromRow]?.[merge.fromColumn] ?? null) : null);
}

function headingText(cell: SheetCell | null): string {
  return cell?.type === 'text' ? shownCell(cell).trim() : '';
}

/** A heading without spaces, marks of duty and the unit in brackets behind it. */
export function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*※:、]/g, '')
    .replace(/\((?:单位)?(?:万?元|必填|选填|%|分|人|文字)\)$/, '');
}

const LEVELS = ['类', '款', '项'];

function splitCodesIn(headings: readonly Heading[], spec: SheetSpec, taken: Set<number>): readonly SplitCode[] {
  const runs: { columns: number[]; texts: string }[] = [];
  for (const { column, shown, texts } of headings) {
    const level = LEVELS.indexOf(shown);
    const run = runs.at(-1);
    if (level < 0) continue;
    if (level === 0 || !run) runs.push({ columns: [column], texts: texts.join() });
    else run.columns.push(column);
  }
  return runs.flatMap(({ columns, texts }) => {
    const classification = columns.length === 3 || /功能/.test(texts) ? 'functional' : 'economic';
    const column = spec.columns.find(({ kind }) => kind.kind === 'code' && kind.classification === classification);
    if (!column || columns.length < 2) return [];
    for (const at of columns) taken.add(at);
    return [{ classification, columns } as const];
  });
}

function unitsOf(
  sheet: SheetModel,
  headings: readonly Heading[],
  columns: ReadonlyMap<SheetColumn, number>,
  row: number,
): ReadonlyMap<SheetColumn, MoneyUnit> {
  const above = sheet.rows.slice(0, row).flat();
  const stated = above.some((cell) => /单位[:：]?(?:人民币)?万元/.test(headingText(cell).replace(/\s/g, '')));
  const units = new Map<SheetColumn, MoneyUnit>();
  for (const [column, at] of columns) {
    if (column.kind.kind !== 'amount') continue;
    const shown = headings.find((heading) => heading.column === at)?.shown ?? '';
    const own = /万元/.test(shown) ? 'wanYuan' : /元/.test(shown) ? 'yuan' : null;
    units.set(column, own ?? (stated ? 'wanYuan' : 'yuan'));
  }
  return units;
}
