import { type AnnexCustoms, annexSetOf } from '../annexes/annex-sets.ts';
import { type AnnexCell, type AnnexColumn, type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
import { buildAnnexes } from '../annexes/build-annexes.ts';
import { cellText } from '../annexes/cell-text.ts';
import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { alignYears } from './align-years.ts';

/** A printed cell that says something else than it did. */
export interface AnnexCellChange {
  /** Of the later set; of the earlier one where it has no such annex or row any more. */
  readonly annex: string;
  /** As the document numbers it, e.g. `附件12-3`. */
  readonly annexNumber: string;
  readonly rowId: string;
  readonly columnKey: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** What is printed; null: blank, or no such row. */
  readonly before: string | null;
  readonly after: string | null;
  /** Later less earlier, exact; null where the cell holds no money. */
  readonly changeFen: Fen | null;
  /** Whether the cell can be shown in the later set. */
  readonly isShown: boolean;
}

/** A drawn set, and what is needed to find its parts again in another. */
export interface AnnexesOfYear {
  readonly annexes: readonly AnnexTable[];
  /** `y2023Total` is that year's figure: beside another year's it is the one of the same place. */
  readonly year: number;
  /** Keys of the projects in the order of their sheets. */
  readonly projectKeys: readonly string[];
}

interface BaseOptions {
  readonly edition: ClassificationEdition;
  readonly kind: 'version' | 'last-year';
}

/** Draws the annexes of a base, in the set and the rounding of this year; last year's with the keys that its rows have this year, so that they can be found. */
export function annexesOfBase(
  base: Budget,
  budget: Budget,
  { edition, kind, ...customs }: AnnexCustoms & BaseOptions,
): AnnexesOfYear {
  const drawn = kind === 'version' ? base : alignYears(base, budget).before;
  const { department, year, projects } = drawn;
  return {
    annexes: buildAnnexes({ department, units: [drawn], year, edition, annexSet: annexSetOf(customs) }),
    year,
    projectKeys: projects.map(({ key }) => key),
  };
}

/**
 * Compares two sets cell by cell as they print: tables by their number, project sheets by their project, rows by their
 * id, columns by their key. In the order in which the later set is printed; what it prints no more follows its table.
 */
export function compareAnnexes(before: AnnexesOfYear, after: AnnexesOfYear): readonly AnnexCellChange[] {
  const old = new Map(before.annexes.map((table) => [identityOf(table, before), table]));
  const changes = after.annexes.flatMap((table) => {
    const identity = identityOf(table, after);
    const earlier = old.get(identity);
    old.delete(identity);
    return tableChanges(earlier, table, { before, after });
  });
  return [...changes, ...[...old.values()].flatMap((table) => tableChanges(table, undefined, { before, after }))];
}

/** The changes of a set by annex, in each by cell as `<row>/<column>`. */
export function changesByCell(
  changes: readonly AnnexCellChange[],
): ReadonlyMap<string, ReadonlyMap<string, AnnexCellChange>> {
  const byAnnex = new Map<string, Map<string, AnnexCellChange>>();
  for (const change of changes) {
    if (!change.isShown) continue;
    const cells = byAnnex.get(change.annex) ?? new Map<string, AnnexCellChange>();
    byAnnex.set(change.annex, cells.set(`${change.rowId}/${change.columnKey}`, change));
  }
  return byAnnex;
}

/** A project's sheet is its project's, whichever number it has come to bear. */
function identityOf({ annex }: AnnexTable, { projectKeys }: AnnexesOfYear): string {
  const [id = annex, number] = annex.split('-');
  return number === undefined ? id : `${id}:${projectKeys[Number(number) - 1] ?? number}`;
}

interface Sides {
  readonly before: AnnexesOfYear;
  readonly after: AnnexesOfYear;
}

/** A cell of either table, or a labelled value above its columns, as it is found in the other. */
interface PrintedCell {
  readonly rowId: string;
  readonly columnKey: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly text: string | null;
  readonly amountFen: Fen | null;
}

function tableChanges(
  before: AnnexTable | undefined,
  after: AnnexTable | undefined,
  sides: Sides,
): readonly AnnexCellChange[] {
  const table = after ?? before;
  if (!table) return [];
  const old = before ? cellsOf(before, sides.before.year) : NO_CELLS;
  const now = after ? cellsOf(after, sides.after.year) : NO_CELLS;
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((at) => {
    const [was, is] = [old.get(at), now.get(at)];
    const cell = is ?? was;
    const isSame = (was?.text ?? null) === (is?.text ?? null) && (was?.amountFen ?? 0n) === (is?.amountFen ?? 0n);
    if (!cell || isSame) return [];
    const { rowId, columnKey, rowLabel, columnLabel } = cell;
    const isMoney = (was?.amountFen ?? is?.amountFen ?? null) !== null;
    return [
      {
        ...{ annex: table.annex, annexNumber: table.number, rowId, columnKey, rowLabel, columnLabel },
        before: was?.text ?? null,
        after: is?.text ?? null,
        changeFen: isMoney ? (is?.amountFen ?? 0n) - (was?.amountFen ?? 0n) : null,
        isShown: is !== undefined,
      },
    ];
  });
}

const NO_CELLS: ReadonlyMap<string, PrintedCell> = new Map();

/** The id of the row under which the values above the columns are listed. */
export const FIELDS_ROW = 'fields';

/** Every cell by its place, years in the keys of columns counted from the budget's. */
function cellsOf(table: AnnexTable, year: number): ReadonlyMap<string, PrintedCell> {
  const cells = new Map<string, PrintedCell>();
  for (const { key, label, value } of table.fields) {
    const cell = 'kind' in value ? value : undefined;
    cells.set(`${FIELDS_ROW}/${key}`, {
      ...{ rowId: FIELDS_ROW, columnKey: key, rowLabel: '表头', columnLabel: label },
      text: 'kind' in value ? cellText(value) : value.join('\n') || null,
      amountFen: amountOf(cell),
    });
  }
  const leaves = leafColumns(table.columns);
  const headings = headingsOf(table);
  const named = namingColumns(leaves);
  for (const row of table.rows) {
    const rowLabel = named.map(({ key }) => cellText(row.cells[key])).find((text) => text !== null) ?? row.id;
    for (const { key, content } of leaves) {
      // The running number of a list says where a row stands, not what it says.
      if (content === 'number' && key === 'seq') continue;
      cells.set(`${row.id}/${yearless(key, year)}`, {
        ...{ rowId: row.id, columnKey: key, rowLabel: rowLabel.trim(), columnLabel: headings.get(key) ?? key },
        text: cellText(row.cells[key]),
        amountFen: amountOf(row.cells[key]),
      });
    }
  }
  return cells;
}

/** What tells a row apart stands before what it only belongs to: the indicator before its level, the project before its unit. */
function namingColumns(leaves: readonly AnnexColumn[]): readonly AnnexColumn[] {
  const texts = leaves.filter(({ content = 'text' }) => content === 'text');
  const own = texts.filter(({ key }) => key === 'level3' || key === 'project');
  return [...own, ...texts];
}

function amountOf(cell: AnnexCell | undefined): Fen | null {
  return cell?.kind === 'amount' ? cell.amountFen : null;
}

function yearless(columnKey: string, year: number): string {
  return columnKey.replace(/(19|20)\d{2}/, (text) => `±${Number(text) - year}`);
}

/** What a column is called: its heading below those above it, e.g. `2023年预算数 · 总计`. */
function headingsOf({ columns }: AnnexTable): ReadonlyMap<string, string> {
  const headings = new Map<string, string>();
  const walk = (list: AnnexTable['columns'], above: readonly string[]) => {
    for (const { key, label, children } of list) {
      const path = [...above, label];
      if (children) walk(children, path);
      else headings.set(key, path.join(' · '));
    }
  };
  walk(columns, []);
  return headings;
}
