import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import { colToLetter } from 'hucre/xlsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { rowsOfSheet } from '@/lib/domain/workbook/rows-of-sheet.ts';
import type { SheetColumn } from '@/lib/domain/workbook/sheet-column.ts';
import { KEY_HEADING, PROJECT_KEY_HEADING, type SheetSpec, sheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { writtenCell } from '@/lib/domain/workbook/written-cell.ts';
import { codesRange } from './codes-sheet.ts';
import { listValidation, SheetGrid, yuanNumber } from './sheet-grid.ts';
import type { Look } from './sheet-look.ts';

const TITLE_ROW = 0;
const HEADING_ROW = 1;
const FIRST_ROW = 2;
/** Rows with formats and lists behind the filled ones, to type in. */
const BLANK_ROWS = 60;
const LAST_LISTED_ROW = 5_000;
/** A column of amounts is summed down to there. */
const LAST_SUMMED_ROW = 10_000;

export interface RowsSource {
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
}

/** One section of the draft: title, headings with notes, its rows, blank rows, and hidden keys behind them. */
export function rowsSheet(spec: SheetSpec, source: RowsSource): WriteSheet {
  const hasProjects = spec.columns.some(({ kind }) => kind.kind === 'project');
  const hidden = [KEY_HEADING, ...(hasProjects ? [PROJECT_KEY_HEADING] : [])];
  const grid = new SheetGrid([
    ...spec.columns.map(({ width }) => ({ width })),
    ...hidden.map(() => ({ width: 10, hidden: true })),
  ]);
  const rows = rowsOfSheet(source.budget, spec.id).map((row) => ({ ...row }) as Readonly<Record<string, unknown>>);
  addHead(grid, spec, source, rows, hidden);
  rows.forEach((row, index) => {
    addRow(grid, spec, source, row, FIRST_ROW + index);
  });
  for (let index = 0; index < BLANK_ROWS; index++) addRow(grid, spec, source, null, FIRST_ROW + rows.length + index);
  return grid.build({
    name: spec.name,
    dataValidations: spec.columns.flatMap((column, index) => validation(column, index, source.edition) ?? []),
    freezePane: { rows: FIRST_ROW },
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ printTitlesRow: `$${HEADING_ROW + 1}:$${HEADING_ROW + 1}`, horizontalCentered: true },
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printArea: `$A$1:$${colToLetter(spec.columns.length - 1)}$${FIRST_ROW + Math.max(rows.length, 20)}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
}

function addHead(
  grid: SheetGrid,
  spec: SheetSpec,
  { budget }: RowsSource,
  rows: readonly Readonly<Record<string, unknown>>[],
  hidden: readonly string[],
): void {
  grid.text(TITLE_ROW, 0, `${spec.name}（${budget.unit.name} ${budget.year} 年）`, 'title');
  grid.height(TITLE_ROW, 26);
  spec.columns.forEach((column, index) => {
    grid.text(HEADING_ROW, index, column.heading, 'heading', column.note);
    const isTotal = column.kind.kind === 'amount' && spec.id !== 'staff';
    if (!isTotal || index === 0) return;
    const letter = colToLetter(index);
    const total = yuanNumber(sumFen(rows.map((row) => row[column.field] as Fen | null)));
    grid.formula(TITLE_ROW, index, `SUM(${letter}${FIRST_ROW + 1}:${letter}${LAST_SUMMED_ROW})`, total, 'sum');
  });
  hidden.forEach((heading, index) => {
    grid.text(HEADING_ROW, spec.columns.length + index, heading, 'heading');
  });
  grid.height(HEADING_ROW, 24);
}

function addRow(
  grid: SheetGrid,
  spec: SheetSpec,
  { budget, edition }: RowsSource,
  row: Readonly<Record<string, unknown>> | null,
  at: number,
): void {
  const projectName = (key: string) => budget.projects.find((project) => project.key === key)?.name ?? '';
  spec.columns.forEach((column, index) => {
    const cell = row ? writtenCell(column, row, { edition, projectName }) : ({ type: 'blank' } as const);
    const { kind } = column;
    if (kind.kind !== 'codeName') {
      grid.written(at, index, cell, lookOf(column));
      return;
    }
    const code = `${colToLetter(index - 1)}${at + 1}`;
    const found = `VLOOKUP(${code},${codesRange(edition, kind.classification, true)},2,FALSE)`;
    const name = cell.type === 'text' ? cell.text : '';
    grid.formula(at, index, `IF(${code}="","",IFERROR(${found},""))`, name, 'given');
  });
  if (!row) return;
  const behind = spec.columns.length;
  grid.text(at, behind, String(row.key), 'text');
  if (spec.columns.some(({ kind }) => kind.kind === 'project'))
    grid.text(at, behind + 1, String(row.projectKey), 'text');
}

function lookOf({ kind }: SheetColumn): Look {
  if (kind.kind === 'amount') return 'amount';
  return kind.kind === 'weight' || kind.kind === 'count' ? 'number' : 'text';
}

function validation({ kind }: SheetColumn, index: number, edition: ClassificationEdition): DataValidation | null {
  const letter = colToLetter(index);
  const range = `${letter}${FIRST_ROW + 1}:${letter}${LAST_LISTED_ROW}`;
  switch (kind.kind) {
    case 'choice':
      return listValidation(range, { values: kind.choices.map(({ label }) => label) });
    case 'flag':
      return listValidation(range, { values: ['是', '否'] });
    case 'code':
      return listValidation(range, { range: codesRange(edition, kind.classification) });
    case 'project':
      return listValidation(range, { range: `${sheetSpec('projects').name}!$A$${FIRST_ROW + 1}:$A$500` });
    default:
      return null;
  }
}
