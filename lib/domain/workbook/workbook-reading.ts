import type { SheetId } from './workbook-sheets.ts';

/** `ready`: can be taken; `open`: waits for an answer; `faulty`: holds a cell that cannot be read. */
export type ImportedRowState = 'ready' | 'open' | 'faulty';

/** The project that a row of a file belongs to: one of the draft, or a row of the file's own sheet 项目. */
export type ProjectReference = { readonly key: string } | { readonly row: number };

/** One row of a sheet as it would stand in the draft. */
export interface ImportedRow {
  readonly sheet: SheetId;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** Key of the draft's row that the template was filled with; null for a row that somebody added. */
  readonly key: string | null;
  readonly project: ProjectReference | null;
  /** Values by field, those that could be read; a field whose column is missing has none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly state: ImportedRowState;
}

/** A value of the unit's facts, by its path. */
export interface ImportedFact {
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  readonly state: ImportedRowState;
}

/** What a file held and what was made of it: the clerk sees each one before it is taken. */
export interface Repair {
  /** As the spreadsheet names it, e.g. `基本支出!C12`. */
  readonly address: string;
  readonly heading: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** A cell that cannot be read. */
export interface CellFault {
  readonly address: string;
  readonly heading: string;
  readonly found: string;
  /** A sentence in Chinese: what is wrong, what to do. */
  readonly message: string;
}

/** Something the reader is not sure of; all cells of a column with the same content ask together. */
export interface CellQuestion {
  readonly id: string;
  readonly addresses: readonly string[];
  readonly heading: string;
  readonly found: string;
  readonly message: string;
  /** `text` is what the answer puts in place of the cells. */
  readonly choices: readonly { readonly label: string; readonly text: string }[];
}

/** Rows that were passed over. */
export interface SkippedRows {
  readonly sheetName: string;
  readonly rows: readonly number[];
  readonly reason: string;
}

/** Which sheet of the file was read as what. */
export interface ReadSheet {
  readonly sheetName: string;
  readonly id: SheetId | 'profile';
  readonly rowCount: number;
}

/** All that an upload says, before it is compared with the draft. Nothing of it is stored. */
export interface WorkbookReading {
  readonly sheets: readonly ReadSheet[];
  readonly rows: readonly ImportedRow[];
  readonly facts: readonly ImportedFact[];
  /** Keys of rows that the file holds but that are not taken: replacing a section must leave them alone. */
  readonly heldKeys: readonly string[];
  readonly repairs: readonly Repair[];
  readonly questions: readonly CellQuestion[];
  readonly faults: readonly CellFault[];
  readonly skipped: readonly SkippedRows[];
  /** Sentences about sheets and columns that are ignored, the unit of amounts, another unit's file. */
  readonly notices: readonly string[];
}

/** What the clerk put in place of cells of the file, by address: answers and corrections. */
export type Corrections = Readonly<Record<string, string>>;
