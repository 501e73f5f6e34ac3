import { array, int, object, enum as oneOf, record, string, unknown, type ZodType } from 'zod';
import type { Corrections, WorkbookReading } from '../domain/workbook/workbook-reading.ts';
import { SHEET_IDS } from '../domain/workbook/workbook-sheets.ts';
import { MAX_CHANGES } from './changes.ts';

/** The largest workbook that is taken: some ten times a template with 5,000 lines. */
export const MAX_WORKBOOK_BYTES = 10 * 1_048_576;

const MAX_ADDRESS = 300;
const MAX_TEXT = 4_000;

/** Answers and corrections by the address of their cell, as they come with a file. */
export const correctionsSchema: ZodType<Corrections> = record(
  string().max(MAX_ADDRESS, '单元格地址无效'),
  string().max(MAX_TEXT, `填写的内容过长，最多 ${MAX_TEXT} 个字`),
).refine(
  (corrections) => Object.keys(corrections).length <= MAX_CHANGES,
  '更正的单元格过多，请在表格中改正后重新选择文件',
);

const stateField = oneOf(['ready', 'open', 'faulty']);

/** Amounts come as decimal strings of fen, in fields whose names end so. */
const fieldsField = record(string(), unknown()).transform((fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decoded(name, value)])),
);

function decoded(name: string, value: unknown): unknown {
  return name.endsWith('Fen') && typeof value === 'string' ? BigInt(value) : value;
}

/** The answer to an upload of a workbook (POST /api/v1/budgets/[budgetId]/workbook). */
export const workbookReadingSchema: ZodType<WorkbookReading> = object({
  sheets: array(object({ sheetName: string(), id: oneOf([...SHEET_IDS, 'profile']), rowCount: int() })),
  rows: array(
    object({
      sheet: oneOf(SHEET_IDS),
      row: int(),
      key: string().nullable(),
      project: object({ key: string() })
        .or(object({ row: int() }))
        .nullable(),
      fields: fieldsField,
      state: stateField,
    }),
  ),
  facts: array(
    object({ path: string(), label: string(), value: unknown(), state: stateField }).transform((fact) => ({
      ...fact,
      value: decoded(fact.path, fact.value),
    })),
  ),
  heldKeys: array(string()),
  repairs: array(object({ address: string(), heading: string(), before: string(), after: string(), reason: string() })),
  questions: array(
    object({
      id: string(),
      addresses: array(string()),
      heading: string(),
      found: string(),
      message: string(),
      choices: array(object({ label: string(), text: string() })),
    }),
  ),
  faults: array(object({ address: string(), heading: string(), found: string(), message: string() })),
  skipped: array(object({ sheetName: string(), rows: array(int()), reason: string() })),
  notices: array(string()),
});

/** The parts of an upload: the file, and what was put in place of its cells. */
export const UPLOAD_PARTS = { file: 'file', corrections: 'corrections' } as const;
