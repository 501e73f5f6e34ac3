import type { ZodType } from 'zod';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { ImportedRow } from '@/lib/domain/workbook/workbook-reading.ts';
import { encodeWire } from '@/lib/schemas/changes.ts';
import { rowSchemas } from '@/lib/schemas/rows.ts';
import { plainText } from './cell-outcome.ts';
import { foldHeading } from './find-headings.ts';
import { addressOf, keyOf, type RowContext, readRow } from './read-row.ts';
import type { SheetCell, SheetMerge, SheetModel } from './sheet-model.ts';

const SUBTOTAL = /^(?:合计|小计|总计|累计|本页小计|本年合计|支出合计|收入合计|栏次|其中)[::]?$/;

/** Reads all rows below the headings. Rows that hold nothing of their own are passed over, and said to be. */
export function readRows(context: RowContext, sheet: SheetModel): readonly ImportedRow[] {
  const { layout, sheetName, log } = context;
  const merged = verticalMerges(sheet, layout.headingRow);
  const seen = new Set<string>();
  const found: ImportedRow[] = [];
  for (let index = layout.headingRow + 1; index < sheet.rows.length; index++) {
    const cells = filled(sheet, merged, index);
    const row = index + 1;
    const key = keyOf(context, cells);
    const reason = reasonToSkip(context, sheet, cells, index, key);
    if (reason !== null) {
      if (reason !== '空行') log.skip(sheetName, row, reason);
      if (key !== null) log.heldKeys.push(key);
      continue;
    }
    const again = key !== null && seen.has(key);
    if (again) log.notices.push(`${sheetName}第 ${row} 行是从另一行复制的，按新增行处理。`);
    if (key !== null) seen.add(key);
    const ownKey = key !== null && !again && context.draftRows.has(key) ? key : null;
    found.push(validRow(context, readRow(context, cells, row, ownKey)));
  }
  noteMerges(context, merged);
  return found;
}

function reasonToSkip(
  context: RowContext,
  sheet: SheetModel,
  cells: readonly (SheetCell | null)[],
  index: number,
  key: string | null,
): string | null {
  const data = dataCells(context, cells);
  if (sheet.hiddenRows.has(index) && data.some((cell) => cell !== null)) return '隐藏的行';
  if (data.every((cell) => cell === null || plainText(cell) === '')) return key === null ? '空行' : '内容已清空的行';
  if (key !== null) return null;
  const first = cells.find((cell) => cell?.type === 'text' && /[^\d.,\s]/.test(plainText(cell))) ?? null;
  if (SUBTOTAL.test(plainText(first).replace(/\s/g, ''))) return '合计、小计等汇总行';
  return isHeadingRow(context, cells) ? '重复的表头' : null;
}

/** The cells that say something of the row: names beside codes are formulas of the template. */
function dataCells({ layout }: RowContext, cells: readonly (SheetCell | null)[]): readonly (SheetCell | null)[] {
  const named = [...layout.columns].filter(([column]) => column.kind.kind !== 'codeName' || layout.keyColumn === null);
  const columns = [...named.map(([, at]) => at), ...layout.splitCodes.flatMap((split) => split.columns)];
  return columns.map((at) => cells[at] ?? null);
}

function isHeadingRow({ layout }: RowContext, cells: readonly (SheetCell | null)[]): boolean {
  const same = [...layout.columns].filter(([column, at]) => {
    const text = foldHeading(plainText(cells[at] ?? null));
    return text !== '' && [foldHeading(column.heading), ...column.synonyms].includes(text);
  });
  return same.length >= 2 && same.length >= layout.columns.size - 1;
}

function verticalMerges(sheet: SheetModel, headingRow: number): readonly SheetMerge[] {
  return sheet.merges.filter(({ fromRow, toRow }) => fromRow > headingRow && toRow > fromRow);
}

/** The cells of a row, where one merged cell over several rows speaks for each of them. */
function filled(sheet: SheetModel, merges: readonly SheetMerge[], row: number): readonly (SheetCell | null)[] {
  const cells = sheet.rows[row] ?? [];
  const over = merges.filter(({ fromRow, toRow }) => fromRow < row && row <= toRow);
  if (over.length === 0) return cells;
  const copy = [...cells];
  for (const { fromRow, fromColumn } of over) copy[fromColumn] = sheet.rows[fromRow]?.[fromColumn] ?? null;
  return Array.from(copy, (cell) => cell ?? null);
}

function noteMerges({ log, sheetName }: RowContext, merges: readonly SheetMerge[]): void {
  if (merges.length === 0) return;
  log.notices.push(`${sheetName}有 ${merges.length} 处跨行合并的单元格，其内容已用于合并范围内的每一行。`);
}

const fieldSchemas: Partial<Record<Collection, ZodType>> = {};

/** The schema of some of a row's fields, made with the first row of a list. */
function fieldsSchema(collection: Collection): ZodType {
  const schema = fieldSchemas[collection] ?? rowSchemas[collection].partial();
  fieldSchemas[collection] = schema;
  return schema;
}

/** A row that the draft would refuse to store is faulty, whatever its cells say one by one. */
function validRow(context: RowContext, row: ImportedRow): ImportedRow {
  if (row.state === 'faulty') return row;
  const { spec, layout, log, sheetName, draftRows } = context;
  const stored = row.key === null ? undefined : draftRows.get(row.key);
  const changed = Object.entries(row.fields).filter(([field, value]) => !stored || stored[field] !== value);
  const result = fieldsSchema(spec.collection).safeParse(JSON.parse(encodeWire(Object.fromEntries(changed))));
  if (result.success) return row;
  for (const issue of result.error.issues) {
    const column = spec.columns.find(({ field }) => field === issue.path[0]);
    const at = column && layout.columns.get(column);
    const address = at === undefined ? `${sheetName}!${row.row}` : addressOf(sheetName, at, row.row);
    log.faults.push({ address, heading: column?.heading ?? '', found: '', message: `${issue.message}。` });
  }
  return { ...row, state: 'faulty' };
}
