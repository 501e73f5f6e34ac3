import { escapeMarkup } from '../xml-text.ts';
import { MAIN_NAMESPACE, XML_DECLARATION } from './package-xml.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { SheetCell, SheetMerge, SheetPlan, SheetRow } from './sheet-plan.ts';
import type { StyleTable } from './style-table.ts';
import { address, columnLetters } from './sum-formula.ts';

/** What the sheets of a workbook have in common. */
export interface WorkbookTables {
  readonly strings: SharedStrings;
  readonly styles: StyleTable;
}

/** In inches, as a spreadsheet wants them. */
const MARGINS = { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.35, footer: 0.35 };
const A4 = 9;

/** A worksheet of the workbook, whose parts ECMA-376 wants in just this order. */
export function sheetXml(plan: SheetPlan, tables: WorkbookTables, isFirst: boolean): string {
  const { rows, merges, columnWidths } = plan;
  const letters = columnWidths.map((_width, column) => columnLetters(column));
  return [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${letters.at(-1)}${Math.max(1, rows.length)}"/>`,
    viewXml(plan, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columnWidths.map(columnXml).join('')}</cols>`,
    '<sheetData>',
    ...rows.map((row, index) => rowXml(row, index + 1, letters, tables)),
    '</sheetData>',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>` : '',
    linksXml(plan),
    pageXml(plan),
    '</worksheet>',
  ].join('');
}

/** Without grid lines; what is frozen stays in sight. */
function viewXml({ frozen: { rows, columns } }: SheetPlan, isFirst: boolean): string {
  const view = `showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView ${view}/></sheetViews>`;
  const splits = [...(columns > 0 ? [`xSplit="${columns}"`] : []), ...(rows > 0 ? [`ySplit="${rows}"`] : [])].join(' ');
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const first = address({ row: rows, column: columns });
  return [
    `<sheetViews><sheetView ${view}>`,
    `<pane ${splits} topLeftCell="${first}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`,
    '</sheetView></sheetViews>',
  ].join('');
}

function columnXml(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${Math.round(width * 10) / 10}" customWidth="1"/>`;
}

function rowXml(
  { height, cells }: SheetRow,
  number: number,
  letters: readonly string[],
  tables: WorkbookTables,
): string {
  const written = cells.map((cell, column) => (cell ? cellXml(cell, `${letters[column]}${number}`, tables) : ''));
  return `<row r="${number}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}

function cellXml(cell: SheetCell, place: string, { strings, styles }: WorkbookTables): string {
  const { content } = cell;
  const start = `<c r="${place}" s="${styles.indexOf(cell)}"`;
  switch (content.kind) {
    case 'blank':
      return `${start}/>`;
    case 'text':
    case 'link':
      return content.text === '' ? `${start}/>` : `${start} t="s"><v>${strings.indexOf(content.text)}</v></c>`;
    case 'number':
      return `${start}><v>${content.value}</v></c>`;
    case 'formula':
      return `${start}><f>${escapeMarkup(content.formula)}</f><v>${content.value}</v></c>`;
  }
}

function mergeXml({ fromRow, fromColumn, toRow, toColumn }: SheetMerge): string {
  const first = address({ row: fromRow, column: fromColumn });
  return `<mergeCell ref="${first}:${address({ row: toRow, column: toColumn })}"/>`;
}

function linksXml({ rows }: SheetPlan): string {
  const links = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (cell?.content.kind !== 'link') return [];
      const target = escapeMarkup(`'${cell.content.sheet}'!A1`);
      return [`<hyperlink ref="${address({ row, column })}" location="${target}"/>`];
    }),
  );
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}

/** How it prints: on A4, as wide as the page, numbered, marked where it is a draft. */
function pageXml({ orientation, fitsOnePage, pageMark }: SheetPlan): string {
  const margins = Object.entries(MARGINS).map(([side, inches]) => `${side}="${inches}"`);
  // `&` begins a code there
  const header =
    pageMark === null ? '' : `<oddHeader>${escapeMarkup(`&R${pageMark.replaceAll('&', '&&')}`)}</oddHeader>`;
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins ${margins.join(' ')}/>`,
    `<pageSetup paperSize="${A4}" fitToWidth="1" fitToHeight="${fitsOnePage ? 1 : 0}" orientation="${orientation}"/>`,
    `<headerFooter>${header}<oddFooter>${escapeMarkup('&C第 &P 页 共 &N 页')}</oddFooter></headerFooter>`,
  ].join('');
}
