import Papa from 'papaparse';
import type { ZodType } from 'zod';
import type { InputIssue } from '@/lib/domain/problem.ts';

/** A record of a CSV file with the number of its row as a spreadsheet shows it (the headings are row 1). */
export interface CsvRecord<T> {
  readonly row: number;
  readonly value: T;
}

export interface CsvTable<T> {
  readonly records: readonly CsvRecord<T>[];
  readonly issues: readonly InputIssue[];
}

/** Where an issue of a CSV file is: `functional.csv:31` or `functional.csv:31:code`. */
export function csvPath(file: string, row: number, column?: string): string {
  return column === undefined ? `${file}:${row}` : `${file}:${row}:${column}`;
}

/**
 * Reads CSV text with a row of headings. Blank rows are passed over; columns that the schema does not name are ignored.
 *
 * @param file the name that issues bear
 * @param schema of one record: strings in, the domain's value out
 * @returns the good records, and an issue for each bad one
 */
export function readCsv<T>(file: string, text: string, schema: ZodType<T, Record<string, string>>): CsvTable<T> {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  const [headings = [], ...rows] = parsed.data;
  const records: CsvRecord<T>[] = [];
  const issues: InputIssue[] = parsed.errors.map((error) => ({
    path: csvPath(file, (error.row ?? 0) + 1),
    message: '此行引号不配对，无法读取。',
  }));
  rows.forEach((cells, index) => {
    const row = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return;
    const result = schema.safeParse(
      Object.fromEntries(headings.map((name, i) => [name.trim(), cells[i]?.trim() ?? ''])),
    );
    if (result.success) records.push({ row, value: result.data });
    else
      for (const issue of result.error.issues) {
        const column = issue.path[0];
        issues.push({
          path: csvPath(file, row, column === undefined ? undefined : String(column)),
          message: issue.message,
        });
      }
  });
  return { records, issues };
}
