import {
  CONTROL_CATEGORIES,
  CONTROL_CATEGORY_LABELS,
  type ControlCategory,
  type ControlItem,
  type ControlledProject,
  groupItem,
  groupLabel,
  itemLabel,
  projectItem,
} from '@/lib/domain/budget/control-figure.ts';
import { CONTROL_HEADINGS, type ControlHeading } from '@/lib/domain/budget/control-form.ts';
import type { ControlFault, ControlReading, ReadFigure } from '@/lib/domain/budget/control-reading.ts';
import { type FundSource, fundSourceByName } from '@/lib/domain/budget/fund-source.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { PROJECT_CATEGORIES, PROJECT_CATEGORY_LABELS } from '@/lib/domain/projects/project.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { WorkbookFault } from '@/lib/domain/workbook/workbook-fault.ts';
import { foldedText, plainText } from '../workbook/cell-outcome.ts';
import { foldHeading } from '../workbook/find-headings.ts';
import { readAmount } from '../workbook/read-number.ts';
import { columnLetters, type SheetCell, type SheetModel, shownCell } from '../workbook/sheet-model.ts';

/** A unit that a file may name. */
export interface KnownUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly projects: readonly ControlledProject[];
  /** Those with a figure whose project may be gone. */
  readonly figures: readonly { readonly item: ControlItem }[];
}

const MAX_HEADING_ROW = 20;
const MAX_FOUND = 60;
const FIELDS = Object.keys(CONTROL_HEADINGS) as readonly ControlHeading[];
/** The name is there for people. */
const NEEDED: readonly ControlHeading[] = ['unitCode', 'category', 'source', 'amountFen'];

interface Layout {
  readonly row: number;
  readonly columns: ReadonlyMap<ControlHeading, number>;
  readonly unit: MoneyUnit;
}

/**
 * Reads figures from a sheet in the form that the export has: columns in any order under their headings, one figure a
 * row. A blank amount means no figure. Every row that is not blank is a figure or has faults by cell.
 */
export function readControlFigures(
  sheets: readonly SheetModel[],
  units: readonly KnownUnit[],
): Result<ControlReading, WorkbookFault> {
  for (const sheet of sheets) {
    const layout = sheet.hidden ? null : findLayout(sheet);
    if (layout) return ok(new SheetReader(sheet, layout, units).read());
  }
  return fail({ reason: 'NOTHING_KNOWN', sheetNames: sheets.map(({ name }) => name) });
}

function findLayout({ rows }: SheetModel): Layout | null {
  for (let row = 0; row < Math.min(MAX_HEADING_ROW, rows.length); row++) {
    const columns = new Map<ControlHeading, number>();
    (rows[row] ?? []).forEach((cell, column) => {
      const heading = foldHeading(shownCell(cell));
      const field = FIELDS.find((candidate) => foldHeading(CONTROL_HEADINGS[candidate]) === heading);
      if (field && !columns.has(field)) columns.set(field, column);
    });
    if (!NEEDED.every((field) => columns.has(field))) continue;
    const amount = shownCell(rows[row]?.[columns.get('amountFen') ?? 0] ?? null);
    return { row, columns, unit: amount.includes('万元') ? 'wanYuan' : 'yuan' };
  }
  return null;
}

/** A value of a cell, or why there is none. */
type Read<T> = Result<T, string>;

class SheetReader {
  readonly #sheet: SheetModel;
  readonly #layout: Layout;
  readonly #units: ReadonlyMap<string, KnownUnit>;
  readonly #figures: ReadFigure[] = [];
  readonly #faults: ControlFault[] = [];
  readonly #seen = new Map<string, number>();

  constructor(sheet: SheetModel, layout: Layout, units: readonly KnownUnit[]) {
    this.#sheet = sheet;
    this.#layout = layout;
    this.#units = new Map(units.map((unit) => [unit.unitCode, unit]));
  }

  read(): ControlReading {
    this.#sheet.rows.forEach((cells, row) => {
      if (row > this.#layout.row && cells.some((cell) => plainText(cell) !== '')) this.#readRow(row);
    });
    return { figures: this.#figures, faults: this.#faults };
  }

  #readRow(row: number): void {
    const unit = this.#take(row, 'unitCode', (cell) => this.#unitOf(cell));
    const named = unit && this.#take(row, 'unitName', (cell) => nameOf(cell, unit));
    const category = this.#take(row, 'category', categoryOf);
    const item = unit && category ? this.#take(row, 'item', (cell) => itemOf(cell, category, unit)) : null;
    const source = this.#take(row, 'source', sourceOf);
    const amount = this.#take(row, 'amountFen', (cell) => this.#amountOf(cell));
    if (!unit || named === null || !category || item === null || !source || !amount) return;
    const figure = { unitId: unit.unitId, category, item, source, amountFen: amount.fen };
    const name = `${figure.unitId} ${category} ${item} ${source}`;
    const earlier = this.#seen.get(name);
    if (earlier === undefined) {
      this.#seen.set(name, row);
      this.#figures.push(figure);
    } else this.#fault(row, 'amountFen', `与第 ${earlier + 1} 行是同一个控制数，请只保留一行。`);
  }

  /** Null where the cell has a fault, which is noted. */
  #take<T>(row: number, field: ControlHeading, read: (cell: SheetCell | null) => Read<T>): T | null {
    const outcome = read(this.#cell(row, field));
    if (outcome.ok) return outcome.value;
    this.#fault(row, field, outcome.error);
    return null;
  }

  #cell(row: number, field: ControlHeading): SheetCell | null {
    const column = this.#layout.columns.get(field);
    return column === undefined ? null : (this.#sheet.rows[row]?.[column] ?? null);
  }

  #fault(row: number, field: ControlHeading, message: string): void {
    const address = `${this.#sheet.name}!${columnLetters(this.#layout.columns.get(field) ?? 0)}${row + 1}`;
    const found = shownCell(this.#cell(row, field)).slice(0, MAX_FOUND);
    this.#faults.push({ address, heading: CONTROL_HEADINGS[field], found, message });
  }

  #unitOf(cell: SheetCell | null): Read<KnownUnit> {
    const code = foldedText(cell);
    const unit = this.#units.get(code);
    if (unit) return ok(unit);
    return fail(code === '' ? '请填写单位编码。' : '没有这个编码的单位，或单位已停用。');
  }

  #amountOf(cell: SheetCell | null): Read<{ readonly fen: bigint | null }> {
    const outcome = readAmount(cell, this.#layout.unit);
    return outcome.kind === 'value' ? ok({ fen: outcome.value }) : fail(outcome.message);
  }
}

/** A name that is left out is not missed; a different one means that the code may be wrong. */
function nameOf(cell: SheetCell | null, { unitName }: KnownUnit): Read<string> {
  const name = foldedText(cell);
  const isSame = name === '' || name === unitName.normalize('NFKC').replace(/\s/g, '');
  return isSame ? ok(unitName) : fail(`单位名称与编码不符，此编码的单位是“${unitName}”。`);
}

function categoryOf(cell: SheetCell | null): Read<ControlCategory> {
  const text = foldedText(cell);
  const found = CONTROL_CATEGORIES.find((category) => CONTROL_CATEGORY_LABELS[category] === text);
  if (found) return ok(found);
  if (text === '公用经费') return ok('ROUTINE');
  return fail('类别应为人员经费、日常公用经费或项目支出。');
}

function sourceOf(cell: SheetCell | null): Read<FundSource> {
  const source = fundSourceByName(foldedText(cell));
  return source ? ok(source) : fail('没有这种资金来源，请写成“一般公共预算”“政府性基金预算”等。');
}

const KEY = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A group by its name with or without its class, a project by its name or its key. */
function itemOf(cell: SheetCell | null, category: ControlCategory, unit: KnownUnit): Read<ControlItem> {
  const text = foldedText(cell);
  if (text === '') return ok('');
  if (category !== 'PROJECT') return fail('只有项目支出可以细分到项目组或项目，此处应为空白。');
  const group = PROJECT_CATEGORIES.find((candidate) =>
    [groupLabel(candidate), PROJECT_CATEGORY_LABELS[candidate].label].some((label) => fold(label) === text),
  );
  if (group) return ok(groupItem(group));
  const key = KEY.exec(text)?.[0];
  const known = [...unit.projects.map((project) => projectItem(project.key)), ...unit.figures.map(({ item }) => item)];
  if (key && known.includes(projectItem(key))) return ok(projectItem(key));
  const named = unit.projects.filter((project) => fold(itemLabel(projectItem(project.key), unit.projects)) === text);
  const [first] = named;
  if (!first) return fail(`“${unit.unitName}”没有这个项目组或项目。`);
  if (named.length > 1) return fail(`“${unit.unitName}”有 ${named.length} 个同名项目，请用导出的文件填写。`);
  return ok(projectItem(first.key));
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
