import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { rowsOfSheet } from '@/lib/domain/workbook/rows-of-sheet.ts';
import type { WorkbookFault } from '@/lib/domain/workbook/workbook-fault.ts';
import type { Corrections, ImportedRow, ReadSheet, WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';
import {
  CODES_SHEET,
  GUIDE_SHEET,
  PROFILE_SHEET,
  SHEETS,
  type SheetId,
  type SheetSpec,
} from '@/lib/domain/workbook/workbook-sheets.ts';
import { question, quoted } from './cell-outcome.ts';
import { findHeadings, type SheetLayout } from './find-headings.ts';
import { identityNotices } from './identity-notices.ts';
import { ProjectDirectory } from './project-directory.ts';
import { readFacts } from './read-facts.ts';
import { readRows } from './read-rows.ts';
import { ReadingLog } from './reading-log.ts';
import { columnLetters, type SheetModel } from './sheet-model.ts';

export interface WorkbookContext {
  /** The draft as it is stored. */
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  readonly corrections: Corrections;
}

interface Assigned {
  readonly sheet: SheetModel;
  readonly spec: SheetSpec;
  readonly layout: SheetLayout;
}

/**
 * Reads the sheets of a workbook as rows of a draft: what each cell says, what was repaired, what cannot be read and
 * what has to be asked. Nothing is compared with the draft but what the template itself wrote.
 */
export function readWorkbook(
  sheets: readonly SheetModel[],
  context: WorkbookContext,
): Result<WorkbookReading, WorkbookFault> {
  const log = new ReadingLog(context.corrections);
  log.notices.push(...identityNotices(sheets, context.budget));
  const assigned = assignSheets(sheets, log);
  const profileSheet = sheets.find(({ name }) => foldName(name) === PROFILE_SHEET);
  const isAnswered = Object.keys(context.corrections).length > 0;
  if (assigned.length === 0 && !profileSheet && log.questions.length === 0 && !isAnswered) {
    return fail({ reason: 'NOTHING_KNOWN', sheetNames: sheets.map(({ name }) => name) });
  }
  const rows = readAll(assigned, context, log);
  const facts = profileSheet ? readFacts(profileSheet, context.budget.profile, log) : [];
  const read: ReadSheet[] = assigned.map(({ sheet, spec }) => ({
    ...{ sheetName: sheet.name, id: spec.id },
    rowCount: rows.filter((row) => row.sheet === spec.id).length,
  }));
  if (profileSheet) read.push({ sheetName: profileSheet.name, id: 'profile', rowCount: facts.length });
  const { repairs, questions, faults, skipped, notices, heldKeys } = log;
  return ok({ sheets: read, rows, facts, heldKeys, repairs, questions, faults, skipped, notices });
}

/** Projects first: other rows name them. */
function readAll(assigned: readonly Assigned[], context: WorkbookContext, log: ReadingLog): readonly ImportedRow[] {
  const { budget, edition } = context;
  const projectName = (key: string) => budget.projects.find((project) => project.key === key)?.name ?? '';
  const read = ({ sheet, spec, layout }: Assigned, projects: ProjectDirectory | null) => {
    const draftRows = new Map(rowsOfSheet(budget, spec.id).map((row) => [row.key, fieldsOf(row)]));
    noteLayout(sheet, spec, layout, log);
    return readRows({ sheetName: sheet.name, spec, layout, edition, projects, draftRows, projectName, log }, sheet);
  };
  const projectRows = assigned.filter(({ spec }) => spec.id === 'projects').flatMap((sheet) => read(sheet, null));
  const directory = new ProjectDirectory(budget, projectRows);
  const others = assigned.filter(({ spec }) => spec.id !== 'projects');
  return [...projectRows, ...others.flatMap((sheet) => read(sheet, directory))];
}

function fieldsOf(row: Row): Readonly<Record<string, unknown>> {
  return { ...row };
}

/** Which sheet of the file is read as which list; every list is read once. */
function assignSheets(sheets: readonly SheetModel[], log: ReadingLog): readonly Assigned[] {
  const known = new Set([PROFILE_SHEET, CODES_SHEET, GUIDE_SHEET]);
  const assigned: Assigned[] = [];
  const isTaken = (id: SheetId) => assigned.some(({ spec }) => spec.id === id);
  for (const sheet of sheets) {
    if (known.has(foldName(sheet.name)) || sheet.rows.length === 0) continue;
    const spec = sheet.hidden ? undefined : (specByName(sheet.name) ?? askForSpec(sheet, log));
    if (!spec) {
      log.notices.push(`工作表“${sheet.name}”${sheet.hidden ? '是隐藏的' : '无法识别'}，已忽略。`);
    } else if (isTaken(spec.id)) {
      log.notices.push(`工作表“${sheet.name}”与另一张工作表都是“${spec.name}”，只读取了前一张。`);
    } else {
      const layout = findHeadings(sheet, spec);
      if (layout) assigned.push({ sheet, spec, layout });
      else log.faults.push(noHeadings(sheet, spec));
    }
  }
  return assigned;
}

function noHeadings(sheet: SheetModel, spec: SheetSpec) {
  const headings = spec.columns.map(({ heading }) => heading).join('、');
  const message = `没有找到表头。“${spec.name}”表的列标题应为：${headings}。请在前 20 行内补上表头后重新选择文件。`;
  return { address: `${sheet.name}!A1`, heading: '', found: '', message };
}

export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\d\s.、_-]+/, '')
    .replace(/[\s()]/g, '');
}

function specByName(name: string): SheetSpec | undefined {
  const folded = foldName(name);
  return (
    SHEETS.find((spec) => spec.name === folded) ??
    SHEETS.find(({ synonyms, name: own }) => synonyms.includes(folded) || `${own}表` === folded)
  );
}

/** Of how many columns the headings must be known before a sheet of another name is asked about. */
const SIGNS = 3;
const NONE = { label: '不导入这张工作表', text: '' };

/** A sheet of another name whose headings look like those of a list: the clerk says which. */
function askForSpec(sheet: SheetModel, log: ReadingLog): SheetSpec | undefined {
  const likely = SHEETS.map((spec) => ({ spec, columns: findHeadings(sheet, spec)?.columns.size ?? 0 }))
    .filter(({ spec, columns }) => columns >= Math.min(SIGNS, spec.columns.length))
    .sort((a, b) => b.columns - a.columns)
    .slice(0, 4);
  if (likely.length === 0) return undefined;
  const place = log.place(`${sheet.name}!A1`, '工作表', { type: 'text', text: sheet.name });
  if (place.correction !== undefined) return likely.find(({ spec }) => spec.name === place.correction)?.spec;
  const choices = likely.map(({ spec }) => ({ label: `按“${spec.name}”导入`, text: spec.name }));
  log.note(
    place,
    question(`工作表${quoted(sheet.name)}的名称不在模板中，但有认识的列标题，按哪一类导入？`, [...choices, NONE]),
  );
  return undefined;
}

function noteLayout(sheet: SheetModel, spec: SheetSpec, layout: SheetLayout, log: ReadingLog): void {
  if (layout.ignored.length > 0) {
    const named = layout.ignored.map(({ column, heading }) => `${heading}（${columnLetters(column)} 列）`);
    log.notices.push(`${sheet.name}中不认识的列已忽略：${named.slice(0, 15).join('、')}。`);
  }
  if ([...layout.units.values()].includes('wanYuan')) log.notices.push(`${sheet.name}的金额按万元读取。`);
  const missing = spec.columns.filter(
    (column) =>
      column.kind.kind !== 'codeName' &&
      column.kind.kind !== 'flag' &&
      !layout.columns.has(column) &&
      !isSplit(layout, column.kind),
  );
  if (missing.length > 0) {
    log.notices.push(
      `${sheet.name}没有这些列，已有行的内容不变：${missing.map(({ heading }) => heading).join('、')}。`,
    );
  }
}

function isSplit({ splitCodes }: SheetLayout, kind: SheetSpec['columns'][number]['kind']): boolean {
  return kind.kind === 'code' && splitCodes.some(({ classification }) => classification === kind.classification);
}
