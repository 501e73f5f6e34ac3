import { SheetBuilder } from './sheet-builder.ts';
import type { SheetCell } from './sheet-plan.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface ListColumn {
  readonly heading: string;
  /** In characters of the body's type. */
  readonly width: number;
}

interface PlainList {
  /** Of the sheet, and the file's title. */
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Below the rows; null for none. */
  readonly note: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A plain list as a workbook of one sheet: every cell is text, so that none is run as a formula. */
export function renderListXlsx({ name, columns, rows, note, date }: PlainList): Uint8Array {
  const sheet = new SheetBuilder(columns.map(({ width }) => width));
  sheet.addHeadingRows([columns.map(({ heading }, column) => ({ text: heading, column, colSpan: 1, rowSpan: 1 }))]);
  for (const row of rows) {
    sheet.addRow(row.map((text): SheetCell => ({ content: { kind: 'text', text }, look: 'text' })));
  }
  if (note !== null) sheet.addMergedRow({ kind: 'text', text: note }, 'note');
  const plan = sheet.build({
    name,
    orientation: 'landscape',
    repeatedRows: { from: 0, to: 0 },
    frozen: { rows: 1, columns: 0 },
  });
  return writeWorkbook([plan], { title: name, organisation: null, date });
}
