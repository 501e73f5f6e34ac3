import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { SheetColumn } from '@/lib/domain/workbook/sheet-column.ts';
import type { ImportedRow, ImportedRowState, ProjectReference } from '@/lib/domain/workbook/workbook-reading.ts';
import type { SheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { type WrittenCell, writtenCell } from '@/lib/domain/workbook/written-cell.ts';
import { type CellOutcome, foldedText, plainText } from './cell-outcome.ts';
import type { SheetLayout } from './find-headings.ts';
import type { ProjectDirectory } from './project-directory.ts';
import { readCode } from './read-code.ts';
import { readAmount, readCount, readWeight } from './read-number.ts';
import { readTarget } from './read-target.ts';
import { readPeriod, readText } from './read-text.ts';
import { readChoice, readFlag } from './read-word.ts';
import { type CellPlace, effectiveCell, type ReadingLog, worseState } from './reading-log.ts';
import { columnLetters, type SheetCell } from './sheet-model.ts';

/** What the rows of one sheet are read with. */
export interface RowContext {
  readonly sheetName: string;
  readonly spec: SheetSpec;
  readonly layout: SheetLayout;
  readonly edition: ClassificationEdition;
  readonly projects: ProjectDirectory | null;
  /** The draft's rows that may stand in this sheet, by key. */
  readonly draftRows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly projectName: (key: string) => string;
  readonly log: ReadingLog;
}

type Cells = readonly (SheetCell | null)[];

/**
 * Reads one row of a sheet. A cell of a row of the draft that still says what the template wrote there is taken as it
 * is, so that an untouched workbook changes nothing whatever the draft holds.
 *
 * @param row from 1
 * @param key of the draft's row; null for a new one
 */
export function readRow(context: RowContext, cells: Cells, row: number, key: string | null): ImportedRow {
  const { spec, draftRows } = context;
  const draftRow = key === null ? undefined : draftRows.get(key);
  const fields: Record<string, unknown> = {};
  let project: ProjectReference | null = null;
  let state: ImportedRowState = 'ready';
  const take = (column: SheetColumn, place: CellPlace, outcome: CellOutcome) => {
    state = worseState(state, context.log.note(place, outcome));
    if (outcome.kind !== 'value') return;
    if (column.kind.kind === 'project') project = outcome.value as ProjectReference;
    else fields[column.field] = outcome.value;
  };
  for (const column of spec.columns) {
    if (column.kind.kind === 'codeName' || column.kind.kind === 'target') continue;
    const place = placeOf(context, column, cells, row);
    if (place === null) continue;
    if (draftRow && isUntouched(context, column, draftRow, cells, place)) {
      const kept = draftRow[column.field];
      if (column.kind.kind === 'project') project = { key: String(kept) };
      else fields[column.field] = kept;
    } else take(column, place, readColumn(context, column, cells, place));
  }
  const target = spec.columns.find(({ kind }) => kind.kind === 'target');
  if (target) state = worseState(state, takeTarget(context, target, cells, row, draftRow, fields));
  return { sheet: spec.id, row, key, project, fields, state };
}

/** A column that the file does not have is read, in a new row, only where something has to be chosen. */
function placeOf(context: RowContext, column: SheetColumn, cells: Cells, row: number): CellPlace | null {
  const { layout, log, sheetName, spec } = context;
  const at = layout.columns.get(column) ?? splitOf(layout, column)?.columns[0] ?? nameColumn(context, column);
  const split = layout.columns.has(column) ? undefined : splitOf(layout, column);
  const cell = split ? joinedLevels(split.columns, cells) : ((at === undefined ? null : cells[at]) ?? null);
  if (at !== undefined) return log.place(addressOf(sheetName, at, row), column.heading, cell);
  const mustBeChosen = column.kind.kind === 'choice' && column.kind.blank === null;
  if (!mustBeChosen && column.kind.kind !== 'project') return null;
  if (keyOf(context, cells) !== null && spec.id !== 'projectLines') return null;
  return log.place(`${sheetName}!第${row}行“${column.heading}”`, column.heading, null);
}

/** A code without a column of its own is read from the column with its name. */
function nameColumn({ layout, spec }: RowContext, column: SheetColumn): number | undefined {
  const { kind } = column;
  if (kind.kind !== 'code') return undefined;
  const name = spec.columns.find(
    (other) => other.kind.kind === 'codeName' && other.kind.classification === kind.classification,
  );
  return name && layout.columns.get(name);
}

export function addressOf(sheetName: string, column: number, row: number): string {
  return `${sheetName}!${columnLetters(column)}${row}`;
}

/** The key in the hidden column, if there is one. */
export function keyOf({ layout }: Pick<RowContext, 'layout'>, cells: Cells): string | null {
  const text = layout.keyColumn === null ? '' : plainText(cells[layout.keyColumn] ?? null);
  return text === '' ? null : text;
}

function splitOf(layout: SheetLayout, { kind }: SheetColumn) {
  if (kind.kind !== 'code') return undefined;
  return layout.splitCodes.find(({ classification }) => classification === kind.classification);
}

function isUntouched(
  context: RowContext,
  column: SheetColumn,
  draftRow: Readonly<Record<string, unknown>>,
  cells: Cells,
  { cell, correction }: CellPlace,
): boolean {
  if (correction !== undefined || !context.layout.columns.has(column)) return false;
  if (column.kind.kind === 'project') {
    const { projectKeyColumn } = context.layout;
    if (projectKeyColumn === null || plainText(cells[projectKeyColumn] ?? null) !== draftRow.projectKey) return false;
  }
  return saysSame(writtenCell(column, draftRow, context), cell);
}

/** Whether a cell of a file still is what was written. */
function saysSame(written: WrittenCell, cell: SheetCell | null): boolean {
  switch (written.type) {
    case 'blank':
      return cell === null;
    case 'text':
      return cell?.type === 'text' && lines(cell.text) === lines(written.text);
    case 'count':
      return cell?.type === 'number' && cell.value === written.count;
    case 'amount':
      return cell?.type === 'number' && Math.round(cell.value * 100) === Number(written.amountFen);
  }
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');

function readColumn(context: RowContext, column: SheetColumn, cells: Cells, place: CellPlace): CellOutcome {
  const { kind, heading } = column;
  const cell = effectiveCell(place);
  switch (kind.kind) {
    case 'text':
      return readText(cell, kind.maxLength, kind.manyLines);
    case 'period':
      return readPeriod(cell, kind.maxLength);
    case 'code':
      return readCodeColumn(context, column, cells, place);
    case 'amount':
      return readAmount(cell, place.correction === undefined ? (context.layout.units.get(column) ?? 'yuan') : 'yuan');
    case 'flag':
      return readFlag(cell);
    case 'choice':
      return readChoice(cell, kind.choices, kind.blank, heading);
    case 'weight':
      return readWeight(cell);
    case 'count':
      return readCount(cell);
    case 'project':
      return readProject(context, cells, cell);
    case 'codeName':
    case 'target':
      return { kind: 'value', value: null };
  }
}

function readCodeColumn(context: RowContext, column: SheetColumn, cells: Cells, place: CellPlace): CellOutcome<string> {
  const { edition, layout, spec } = context;
  const { kind } = column;
  if (kind.kind !== 'code') return { kind: 'value', value: '' };
  const { classification } = kind;
  const codes = { edition, classification, allowsFormer: spec.id === 'priorYear' };
  if (place.correction !== undefined) return readCode(effectiveCell(place), null, codes);
  const name = spec.columns.find(
    (other) => other.kind.kind === 'codeName' && other.kind.classification === classification,
  );
  const nameAt = name && layout.columns.get(name);
  const nameCell = nameAt === undefined ? null : (cells[nameAt] ?? null);
  const isOwn = layout.columns.has(column) || splitOf(layout, column) !== undefined;
  return readCode(isOwn ? place.cell : null, nameCell, codes);
}

/** A code written in levels, as one cell: together where none lost a nought, else apart. */
function joinedLevels(columns: readonly number[], cells: Cells): SheetCell | null {
  const parts = columns.map((at) => foldedText(cells[at] ?? null)).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const whole = parts.every((part, index) => part.length === (index === 0 ? 3 : 2));
  return { type: 'text', text: parts.join(whole ? '' : ' ') };
}

function readProject({ layout, projects }: RowContext, cells: Cells, cell: SheetCell | null): CellOutcome {
  const key = layout.projectKeyColumn === null ? '' : plainText(cells[layout.projectKeyColumn] ?? null);
  return projects?.read(cell, key) ?? { kind: 'fault', message: '没有项目可供对应。' };
}

/** The target value is read last: its cell may speak for the columns of comparison and unit. */
function takeTarget(
  context: RowContext,
  column: SheetColumn,
  cells: Cells,
  row: number,
  draftRow: Readonly<Record<string, unknown>> | undefined,
  fields: Record<string, unknown>,
): ImportedRowState {
  const place = placeOf(context, column, cells, row);
  if (place === null) return 'ready';
  if (draftRow && isUntouched(context, column, draftRow, cells, place)) {
    fields[column.field] = draftRow[column.field];
    return 'ready';
  }
  const comparison = cellOf(context, 'comparison', cells, row);
  const reading = readTarget(effectiveCell(place), plainText(comparison), String(fields.unitOfMeasure ?? ''));
  const state = context.log.note(place, reading.outcome);
  if (reading.outcome.kind !== 'value') return state;
  fields[column.field] = reading.outcome.value;
  if (reading.comparison !== null && comparison === null) fields.comparison = reading.comparison;
  if (reading.unitOfMeasure !== null && fields.unitOfMeasure === '') fields.unitOfMeasure = reading.unitOfMeasure;
  return state;
}

function cellOf(context: RowContext, field: string, cells: Cells, row: number): SheetCell | null {
  const column = context.spec.columns.find((candidate) => candidate.field === field);
  const place = column && placeOf(context, column, cells, row);
  return place ? effectiveCell(place) : null;
}
