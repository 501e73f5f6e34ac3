import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import {
  MAX_DEFINITION,
  MAX_PROFILE_ITEMS,
  PROFILE_ENTRIES,
  type ProfileEntry,
  profileValue,
} from '@/lib/domain/workbook/profile-sheet.ts';
import type { ImportedFact, ImportedRowState } from '@/lib/domain/workbook/workbook-reading.ts';
import { amountCell } from '@/lib/domain/workbook/written-cell.ts';
import { type CellOutcome, plainText } from './cell-outcome.ts';
import { foldHeading } from './find-headings.ts';
import { readAmount, readCount } from './read-number.ts';
import { addressOf } from './read-row.ts';
import { readMonth, readText } from './read-text.ts';
import { effectiveCell, type ReadingLog, worseState } from './reading-log.ts';
import type { SheetCell, SheetModel } from './sheet-model.ts';

interface FactRow {
  readonly entry: ProfileEntry;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly cell: SheetCell | null;
  readonly definition: SheetCell | null;
}

/**
 * Reads the sheet of the unit's facts: a label, and the content in the cell at its right. A list has a row for each of
 * its items; a label that is missing leaves the draft's fact alone.
 */
export function readFacts(sheet: SheetModel, profile: UnitProfile, log: ReadingLog): readonly ImportedFact[] {
  const rows = factRows(sheet, log);
  return PROFILE_ENTRIES.flatMap((entry): readonly ImportedFact[] => {
    const own = rows.filter((row) => row.entry === entry);
    return own.length === 0 ? [] : [readFact(sheet, entry, own, profile, log)];
  });
}

function factRows(sheet: SheetModel, log: ReadingLog): readonly FactRow[] {
  const unknown: string[] = [];
  const found = sheet.rows.flatMap((cells, index): readonly FactRow[] => {
    const column = cells.findIndex((cell) => cell !== null);
    const label = plainText(cells[column] ?? null);
    if (label === '') return [];
    const entry = PROFILE_ENTRIES.find(({ label: own, synonyms }) =>
      [own, ...synonyms].some((word) => foldHeading(word) === foldHeading(label)),
    );
    if (sheet.hiddenRows.has(index)) {
      log.skip(sheet.name, index + 1, '隐藏的行');
      return [];
    }
    if (!entry) {
      if (index > 1 && cells[column + 1]) unknown.push(label);
      return [];
    }
    const cell = cells[column + 1] ?? null;
    return [{ entry, row: index + 1, column: column + 1, cell, definition: cells[column + 2] ?? null }];
  });
  if (unknown.length > 0) log.notices.push(`${sheet.name}中不认识的项目已忽略：${unknown.slice(0, 10).join('、')}。`);
  return found;
}

function readFact(
  sheet: SheetModel,
  entry: ProfileEntry,
  rows: readonly FactRow[],
  profile: UnitProfile,
  log: ReadingLog,
): ImportedFact {
  let state: ImportedRowState = 'ready';
  const before = profileValue(profile, entry.path);
  const values = rows.map((row, index) => {
    const address = addressOf(sheet.name, row.column, row.row);
    const place = log.place(address, entry.label, row.cell);
    const stored = Array.isArray(before) ? before[index] : before;
    if (place.correction === undefined && isUntouched(entry, stored, row)) return stored;
    const outcome = readValue(entry, effectiveCell(place), row, sheet, log);
    state = worseState(state, log.note(place, outcome));
    return outcome.kind === 'value' ? outcome.value : null;
  });
  const isList = entry.kind === 'texts' || entry.kind === 'terms';
  const items = values.flat().filter((item) => item !== null && item !== undefined && !isBlankItem(item));
  if (isList && items.length > (MAX_PROFILE_ITEMS[entry.path] ?? Number.POSITIVE_INFINITY)) {
    const message = `“${entry.label}”最多 ${MAX_PROFILE_ITEMS[entry.path]} 项，请精简。`;
    log.faults.push({ address: `${sheet.name}!${rows[0]?.row}`, heading: entry.label, found: '', message });
    state = 'faulty';
  }
  if (!isList && rows.length > 1)
    log.notices.push(`${sheet.name}中“${entry.label}”写了 ${rows.length} 次，以第一次为准。`);
  return { path: entry.path, label: entry.label, value: isList ? items : values[0], state };
}

function isBlankItem(item: unknown): boolean {
  return item === '' || (typeof item === 'object' && item !== null && 'term' in item && item.term === '');
}

function isUntouched({ kind }: ProfileEntry, stored: unknown, { cell, definition }: FactRow): boolean {
  if (kind === 'terms') {
    const term = stored as { term: string; definition: string } | undefined;
    return term !== undefined && saysText(cell, term.term) && saysText(definition, term.definition);
  }
  if (typeof stored === 'string') return saysText(cell, stored);
  if (stored === null) return cell === null;
  if (typeof stored === 'number') return cell?.type === 'number' && cell.value === stored;
  if (typeof stored !== 'bigint') return false;
  const written = amountCell(stored);
  return written.type === 'text'
    ? saysText(cell, written.text)
    : cell?.type === 'number' && Math.round(cell.value * 100) === Number(stored);
}

function saysText(cell: SheetCell | null, text: string): boolean {
  if (text === '') return cell === null;
  return cell?.type === 'text' && cell.text.replace(/\r\n?/g, '\n') === text.replace(/\r\n?/g, '\n');
}

function readValue(
  { kind, maxLength, label }: ProfileEntry,
  cell: SheetCell | null,
  { row, column, definition }: FactRow,
  sheet: SheetModel,
  log: ReadingLog,
): CellOutcome {
  switch (kind) {
    case 'month':
      return readMonth(cell);
    case 'count':
      return readCount(cell);
    case 'amount':
      return readAmount(cell, 'yuan');
    case 'text':
      return readText(cell, maxLength, false);
    case 'paragraph':
      return readText(cell, maxLength, true);
    case 'texts':
      return readItems(cell, maxLength);
    case 'terms': {
      const term = readText(cell, maxLength, false);
      const place = log.place(addressOf(sheet.name, column + 1, row), label, definition);
      const explained = readText(effectiveCell(place), MAX_DEFINITION, true);
      log.note(place, explained);
      if (term.kind !== 'value' || explained.kind !== 'value') return term.kind === 'value' ? explained : term;
      return { ...term, value: { term: term.value, definition: explained.value } };
    }
  }
}

/** Names that stand below each other in one cell are as many items. */
function readItems(cell: SheetCell | null, maxLength: number): CellOutcome {
  const whole = readText(cell, maxLength * 50, true);
  if (whole.kind !== 'value') return whole;
  const isNames = maxLength <= 100;
  const items = isNames ? whole.value.split('\n').map((item) => item.trim()) : [whole.value];
  const tooLong = items.find((item) => item.length > maxLength);
  if (tooLong !== undefined) return { kind: 'fault', message: `每项最多 ${maxLength} 个字，请精简。` };
  return { ...whole, value: items };
}
