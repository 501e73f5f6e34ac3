import type { CellObject, WorkSheet } from '@e965/xlsx';
import * as xlsx from '@e965/xlsx';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { LineKind, ListedLine } from './line-list.ts';

/** Columns of the list: kind, source, functional code by 类 款 项, economic code by 类 款, amount. */
const LIST = '明细';
const COLUMNS = { kind: 'A', source: 'B', function: ['C', 'D', 'E'], economic: ['F', 'G'], amount: 'H' } as const;
const FUNCTION_DIGITS = [3, 5, 7];
const ECONOMIC_DIGITS = [3, 5];

interface PeerTable {
  readonly name: string;
  readonly codes: 'function' | 'economic';
  readonly headings: readonly string[];
  /** The kinds that each column after the total adds up. */
  readonly kinds: readonly LineKind[];
}

const TABLES: readonly PeerTable[] = [
  { name: '附件2', codes: 'function', headings: ['合计', '基本支出', '项目支出'], kinds: ['基本支出', '项目支出'] },
  { name: '附件3', codes: 'economic', headings: ['合计', '基本支出'], kinds: ['基本支出'] },
  { name: '附件7', codes: 'function', headings: ['合计', '收入'], kinds: ['收入'] },
  { name: '附件8', codes: 'function', headings: ['合计', '基本支出', '项目支出'], kinds: ['基本支出', '项目支出'] },
];

/**
 * The spreadsheet that an office would keep instead: the lines on a sheet that is not printed, and four of the twelve
 * annexes whose every amount is a SUMIFS over them, in 万元. No results are stored: opening it means working them out.
 *
 * @returns an XLSX file
 */
export function peerBook(lines: readonly ListedLine[], edition: ClassificationEdition): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const table of TABLES) xlsx.utils.book_append_sheet(book, tableSheet(table, lines, edition), table.name);
  xlsx.utils.book_append_sheet(book, listSheet(lines), LIST);
  book.Workbook = { Sheets: [...TABLES.map(() => ({ Hidden: 0 as const })), { Hidden: 1 }] };
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

function listSheet(lines: readonly ListedLine[]): WorkSheet {
  const rows = lines.map((line) => [
    line.kind,
    line.source,
    ...FUNCTION_DIGITS.map((digits) => line.functionCode.slice(0, digits)),
    ...ECONOMIC_DIGITS.map((digits) => line.economicCode.slice(0, digits)),
    line.amountYuan,
  ]);
  return xlsx.utils.aoa_to_sheet([['类型', '来源', '类', '款', '项', '经济类', '经济款', '金额'], ...rows]);
}

function tableSheet(table: PeerTable, lines: readonly ListedLine[], edition: ClassificationEdition): WorkSheet {
  const last = lines.length + 1;
  const codes = codesOf(table, lines);
  const rows: (string | CellObject)[][] = [['科目编码', '科目名称', ...table.headings]];
  for (const code of ['', ...codes]) {
    const parts = table.kinds.map((kind) => sumOf(table, kind, code, last));
    const total: CellObject = { t: 'n', f: parts.map(({ f }) => f).join('+') };
    rows.push([code, code === '' ? '合计' : nameOf(edition, table.codes, code), total, ...parts]);
  }
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  sheet['!cols'] = [{ wch: 12 }, { wch: 40 }, ...table.headings.map(() => ({ wch: 14 }))];
  return sheet;
}

/** The codes of the table's lines and those above them, in the order of their digits. */
function codesOf({ codes, kinds }: PeerTable, lines: readonly ListedLine[]): readonly string[] {
  const ofTable = lines.filter(({ kind }) => kinds.includes(kind));
  const leaves = ofTable.map((line) => (codes === 'function' ? line.functionCode : line.economicCode));
  const digits = codes === 'function' ? FUNCTION_DIGITS : ECONOMIC_DIGITS;
  const all = leaves.flatMap((leaf) => digits.map((length) => leaf.slice(0, length)));
  return [...new Set(all)].filter((code) => code !== '').sort();
}

function nameOf(edition: ClassificationEdition, codes: PeerTable['codes'], code: string): string {
  return (codes === 'function' ? edition.functional : edition.economic).get(code)?.name ?? '';
}

function sumOf({ codes }: PeerTable, kind: LineKind, code: string, last: number): CellObject {
  const range = (column: string) => `${LIST}!$${column}$2:$${column}$${last}`;
  const digits = codes === 'function' ? FUNCTION_DIGITS : ECONOMIC_DIGITS;
  const column = COLUMNS[codes][digits.indexOf(code.length)];
  const criteria = [range(COLUMNS.kind), `"${kind}"`, ...(column ? [range(column), `"${code}"`] : [])];
  return { t: 'n', f: `ROUND(SUMIFS(${[range(COLUMNS.amount), ...criteria].join(',')})/10000,2)` };
}
