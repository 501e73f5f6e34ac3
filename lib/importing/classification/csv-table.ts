import Papa from 'papaparse';
import * as z from 'zod';
import type { InputIssue } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** A record of a CSV file with the number of its row as a spreadsheet shows it (the headings are row 1). */
export interface CsvRecord<T> {
  readonly row: number;
  readonly value: T;
}

export interface CsvTable<T> {
  readonly records: readonly CsvRecord<T>[];
  readonly issues: readonly InputIssue[];
}

type Columns = Readonly<Record<string, z.ZodType>>;

/** What the columns of a record hold once each was read. */
export type CellsOf<C extends Columns> = { readonly [Name in keyof C]: z.output<C[Name]> };

/** A fault of one column of a row. */
export interface ColumnFault {
  readonly column: string;
  readonly message: string;
}

/** How a row is read: each of its columns by a schema from a text, then all of them together. */
export interface RecordReader<C extends Columns, T> {
  readonly columns: C;
  readonly toValue: (cells: CellsOf<C>) => Result<T, readonly ColumnFault[]>;
}

/** A reader of rows whose columns have nothing to agree on. */
export function recordReader<C extends Columns, T>(columns: C, toValue: (cells: CellsOf<C>) => T): RecordReader<C, T> {
  return { columns, toValue: (cells) => ok(toValue(cells)) };
}

/** Where an issue of a CSV file is: `functional.csv:31` or `functional.csv:31:code`. */
export function csvPath(file: string, row: number, column?: string): string {
  return column === undefined ? `${file}:${row}` : `${file}:${row}:${column}`;
}

/**
 * Reads CSV text with a row of headings. Blank rows are passed over; columns that the reader does not name are ignored.
 * A column is read text by text, not row by row: of the ten columns of a code list eight repeat a handful of words.
 *
 * @param file the name that issues bear
 * @returns the good records, and an issue for each bad cell of the others
 */
export function readCsv<C extends Columns, T>(file: string, text: string, reader: RecordReader<C, T>): CsvTable<T> {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  const [headings = [], ...lines] = parsed.data;
  const rows = lines
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const names = headings.map((name) => name.trim());
  const columns = Object.entries(reader.columns).map(([name, schema]) => {
    const place = names.indexOf(name);
    const texts = rows.map(({ cells }) => (place < 0 ? undefined : (cells[place] ?? '').trim()));
    return { name, cells: readTexts(schema, texts) };
  });
  const records: CsvRecord<T>[] = [];
  const issues: InputIssue[] = parsed.errors.map((error) => ({
    path: csvPath(file, (error.row ?? 0) + 1),
    message: '此行引号不配对，无法读取。',
  }));
  for (const [index, { row }] of rows.entries()) {
    const record = recordAt(columns, index, reader);
    if (record.ok) records.push({ row, value: record.value });
    else for (const { column, message } of record.error) issues.push({ path: csvPath(file, row, column), message });
  }
  return { records, issues };
}

function recordAt<C extends Columns, T>(
  columns: readonly { readonly name: string; readonly cells: readonly ReadText[] }[],
  index: number,
  { toValue }: RecordReader<C, T>,
): Result<T, readonly ColumnFault[]> {
  const values: Record<string, unknown> = {};
  const faults: ColumnFault[] = [];
  for (const { name, cells } of columns) {
    const cell = cells[index];
    values[name] = cell?.value;
    for (const message of cell?.faults ?? []) faults.push({ column: name, message });
  }
  // Without a fault every column holds what its schema gives
  return faults.length > 0 ? fail(faults) : toValue(values as CellsOf<C>);
}

interface ReadText {
  readonly value?: unknown;
  readonly faults?: readonly string[];
}

/** What a schema makes of each text, asked once for those that are alike; undefined stands for a column that is not there. */
function readTexts(schema: z.ZodType, texts: readonly (string | undefined)[]): readonly ReadText[] {
  const different = [...new Set(texts)];
  const together = z.array(schema).safeParse(different);
  const known = new Map(
    different.map((text, index): [string | undefined, ReadText] => [
      text,
      together.success ? { value: together.data[index] } : readText(schema, text),
    ]),
  );
  return texts.map((text) => known.get(text) ?? {});
}

function readText(schema: z.ZodType, text: string | undefined): ReadText {
  const read = schema.safeParse(text);
  return read.success ? { value: read.data } : { faults: read.error.issues.map(({ message }) => message) };
}
