import { strFromU8, strToU8 } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { annexSetOf } from '@/lib/domain/annexes/annex-sets.ts';
import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { resolveColumns } from '@/lib/domain/annexes/columns.ts';
import { type AnnexContext, annexContext } from '@/lib/domain/annexes/context.ts';
import type { AnnexDefinition, ColumnDefinition, LinesAnnex } from '@/lib/domain/annexes/definition.ts';
import { writtenLines } from '@/lib/domain/annexes/rules/lines.ts';
import { annexSheet } from '@/lib/publishing/xlsx/annex-sheet.ts';
import type { SheetCell, SheetPlan } from '@/lib/publishing/xlsx/sheet-plan.ts';
import { writeWorkbook } from '@/lib/publishing/xlsx/write-workbook.ts';
import { repackZip } from '@/lib/publishing/zip/zip-files.ts';
import { publicationOf } from '@/lib/services/exports/publication-of.ts';
import type { PublishedSet } from '@/lib/services/exports/published-set.ts';
import { both, type Criteria, criteriaOf, criteriaOfCode, LIST_SHEET, listRows, sumFormulaOf } from './line-list.ts';

/** What the lines have to say that an amount of the table is made of; null for one that is not asked for. */
type CriteriaAt = (rowIndex: number, columnKey: string) => Criteria | null;

const DATE = '2023-02-20';

/** A cell is worked out whether or not this year's lines give it an amount: whoever keeps the book does not know. */
const NOUGHT = { value: 0, format: '0.00' } as const;

export interface PeerBook {
  /** An XLSX file. */
  readonly bytes: Uint8Array;
  /** How many figures are worked out from the list, and how many of those are then added up. */
  readonly formulas: { readonly sumifs: number; readonly sums: number };
}

/**
 * The spreadsheet that an office would keep instead: the lines on a sheet that is not printed, and the annexes as the
 * product's own workbook has them, in which every amount is a SUMIFS over the lines, or a SUM of such amounts. What is
 * stored as results is worked out anew when it is opened.
 */
export function peerBook(set: PublishedSet): PeerBook {
  const annexSet = annexSetOf(set);
  const { department, year, edition } = set;
  const context = annexContext({ department, units: set.merged.units, year, edition, annexSet });
  const lineCount = context.ledger.length;
  const formulas = { sumifs: 0, sums: 0 };
  const plans = publicationOf(set).tables.map((table) => {
    const definition = annexSet.annexes.find(({ id }) => id === table.annex.replace(/-.*/, ''));
    const criteriaAt = definition ? criteriaIn(definition, table, context) : () => null;
    return withFormulas(annexSheet(table, null), table, (cell, row, key) => {
      if (cell.content.kind === 'formula') {
        formulas.sums += 1;
        return cell;
      }
      const criteria = criteriaAt(row, key);
      if (!criteria) return cell;
      formulas.sumifs += 1;
      const { value, format } = cell.content.kind === 'number' ? cell.content : NOUGHT;
      return { ...cell, content: { kind: 'formula', formula: sumFormulaOf(criteria, lineCount), value, format } };
    });
  });
  const bytes = writeWorkbook([...plans, listSheet(context)], { title: LIST_SHEET, organisation: null, date: DATE });
  return { bytes: plainList(bytes, plans.length + 1), formulas };
}

function listSheet({ ledger }: AnnexContext): SheetPlan {
  const rows = listRows(ledger).map((row) => ({
    height: 15,
    cells: row.map((value): SheetCell => {
      if (typeof value === 'string') return { content: { kind: 'text', text: value }, look: 'unit' };
      return { content: { kind: 'number', value, format: '0.00' }, look: 'unit' };
    }),
  }));
  return {
    name: LIST_SHEET,
    orientation: 'portrait',
    columnWidths: (rows[0]?.cells ?? []).map(() => 10),
    rows,
    merges: [],
    fitsOnePage: false,
    repeatedRows: null,
    frozen: { rows: 1, columns: 0 },
    names: [],
    pageMark: null,
  };
}

/**
 * The list hidden and without an area to print, its cells and rows without a look, an empty text where a line says
 * nothing: LibreOffice is quickest with those. The product has no such sheet.
 */
function plainList(bytes: Uint8Array, number: number): Uint8Array {
  const shown = `<sheet name="${LIST_SHEET}"`;
  const area = new RegExp(`<definedName name="_xlnm.Print_Area" localSheetId="${number - 1}">[^<]*</definedName>`);
  return repackZip(bytes, DATE, (name, content) => {
    const xml = () => strFromU8(content);
    if (name === 'xl/workbook.xml') return strToU8(xml().replace(shown, `${shown} state="hidden"`).replace(area, ''));
    if (name !== `xl/worksheets/sheet${number}.xml`) return content;
    const filled = xml().replaceAll(/<c r="(\w+)" s="\d+"\/>/g, '<c r="$1" t="str"><v></v></c>');
    return strToU8(filled.replaceAll(/ s="\d+"| ht="15" customHeight="1"/g, ''));
  });
}

/** The sheet with the cells of the table's body as `change` makes them. */
function withFormulas(
  plan: SheetPlan,
  table: AnnexTable,
  change: (cell: SheetCell, row: number, columnKey: string) => SheetCell,
): SheetPlan {
  const keys = leafColumns(table.columns).map(({ key }) => key);
  const first = plan.rows.length - table.notes.length - table.rows.length;
  const rows = plan.rows.map((row, index) => {
    const inBody = index >= first && index < first + table.rows.length;
    if (!inBody) return row;
    return { ...row, cells: row.cells.map((cell, at) => cell && change(cell, index - first, keys[at] ?? '')) };
  });
  return { ...plan, rows };
}

function criteriaIn(definition: AnnexDefinition, table: AnnexTable, context: AnnexContext): CriteriaAt {
  switch (definition.rule) {
    case 'codeTree': {
      const columns = columnCriteria(definition.columns, context);
      const rows = table.rows.map(({ id, role }) =>
        role === 'total' ? {} : criteriaOfCode(definition.classification, id),
      );
      return (row, key) => (columns.has(key) ? both(columns.get(key) ?? {}, rows[row] ?? {}) : null);
    }
    case 'projects': {
      const columns = columnCriteria(definition.columns, context);
      return (row, key) => {
        const own: Criteria = row === 0 ? {} : { project: [`${row}`] };
        return columns.has(key) ? both(columns.get(key) ?? {}, own) : null;
      };
    }
    case 'lines':
      return lineCriteria(definition, table, context);
    default:
      return () => null;
  }
}

/** Lists side by side: a line of each asks for its own. */
function lineCriteria({ sides }: LinesAnnex, table: AnnexTable, context: AnnexContext): CriteriaAt {
  const asked = new Map<string, readonly (Criteria | undefined)[]>();
  const columnsOf = new Map<string, Criteria>();
  for (const side of sides) {
    const columns = columnCriteria(side.columns, context);
    const body = writtenLines(side, context);
    const foot = side.foot ?? [];
    const gap = table.rows.length - body.length - foot.length;
    const lines = [...body, ...Array.from({ length: gap }, () => undefined), ...foot];
    for (const [key, criteria] of columns) {
      asked.set(
        key,
        lines.map((line) => line && criteriaOf(line.selects)),
      );
      columnsOf.set(key, criteria);
    }
  }
  return (row, key) => {
    const line = asked.get(key)?.[row];
    return line ? both(columnsOf.get(key) ?? {}, line) : null;
  };
}

function columnCriteria<P extends string>(
  columns: readonly ColumnDefinition<P>[],
  { values }: AnnexContext,
): ReadonlyMap<string, Criteria> {
  return new Map(resolveColumns(columns, values).amounts.map(({ key, sums }) => [key, criteriaOf(sums)]));
}

/**
 * The comparison is one of equals only if both come to the same figures.
 *
 * @param workedOut the spreadsheet as its program has written it
 * @throws Error naming the first cell that differs
 */
export async function expectSameFigures(set: PublishedSet, workedOut: Uint8Array): Promise<void> {
  const { sheets } = await readXlsx(workedOut);
  for (const table of publicationOf(set).tables) {
    const { name, rows } = annexSheet(table, null);
    const theirs = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const figure = theirs[row]?.[column];
        const isFigure = cell?.content.kind === 'number' || cell?.content.kind === 'formula';
        const own = isFigure ? cell.content.value : 0;
        if (!isFigure && typeof figure !== 'number') continue;
        if (typeof figure === 'number' && Math.abs(figure - own) < 0.001) continue;
        throw new Error(`${name}, row ${row + 1}, column ${column + 1}: ${figure}, not ${own}`);
      }
    }
  }
}
