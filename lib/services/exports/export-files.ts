import { NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import type { NarrativeSection } from '@/lib/domain/narrative/narrative-document.ts';
import { paragraphText } from '@/lib/domain/narrative/narrative-document.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { toBudgetPackage } from '@/lib/importing/budget-package/to-budget-package.ts';
import { eachAnnex } from '@/lib/publishing/annex-error.ts';
import { annexFileStem, safeFileName } from '@/lib/publishing/annex-names.ts';
import { renderCsv } from '@/lib/publishing/csv/render-csv.ts';
import { renderDataPackage } from '@/lib/publishing/datapackage/render-data-package.ts';
import { type DocumentLayout, type DocumentOption, layoutOf } from '@/lib/publishing/document-layout.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { fieldLines } from '@/lib/publishing/field-text.ts';
import { renderHtml } from '@/lib/publishing/html/render-html.ts';
import { renderAnnexJson } from '@/lib/publishing/json/render-annex-json.ts';
import { renderPdf } from '@/lib/publishing/pdf/render-pdf.ts';
import { type PdfFailure, prepareCompiler } from '@/lib/publishing/pdf/typst-compiler.ts';
import type { Publication } from '@/lib/publishing/publication.ts';
import { renderXlsx } from '@/lib/publishing/xlsx/render-xlsx.ts';
import { fiscalLines } from './fiscal-lines.ts';
import { publicationOf } from './publication-of.ts';
import { adjustmentLabel, isApproved, type PublishedSet } from './published-set.ts';

export const EXPORT_FORMATS = ['pdf', 'docx', 'xlsx', 'html', 'csv', 'json', 'datapackage'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  readonly formats: readonly ExportFormat[];
  /** Ids of annexes, and `narrative`; everything when left out. */
  readonly parts?: readonly string[] | undefined;
  /** How PDF and DOCX are made up; plain when left out. */
  readonly options?: readonly DocumentOption[] | undefined;
}

/** Hears of each format before it is drawn: `number` of `all`, from 1 on. What it throws ends the export. */
export type FormatListener = (step: {
  readonly number: number;
  readonly all: number;
  readonly making: ExportFormat;
}) => Promise<void>;

/** A file and the format it belongs to; names are unique in a format and hold no folder. */
export interface DrawnFile extends ExportFile {
  readonly format: ExportFormat;
  /** The annex that the file holds alone; null for a file of several parts. */
  readonly annex: string | null;
}

type AnnexFile = Omit<DrawnFile, 'format'>;

const encoder = new TextEncoder();

/**
 * Draws a set in each of the formats. PDF, DOCX, XLSX and HTML are one file each; CSV is one file an annex; JSON is one
 * file an annex, `narrative.json` and the budget package `budget.json`; a data package is its descriptor, the lines and
 * one file an annex.
 *
 * @throws AnnexError naming the annex that could not be drawn (a bug)
 */
export async function exportFiles(
  set: PublishedSet,
  { formats, parts, options = [] }: ExportRequest,
  onFormat?: FormatListener,
): Promise<Result<readonly DrawnFile[], Problem>> {
  const publication = chooseParts(publicationOf(set), parts);
  if (!publication.ok) return publication;
  const wanted = EXPORT_FORMATS.filter((candidate) => formats.includes(candidate));
  const begin = (format: ExportFormat) =>
    draw(format, publication.value, { set, whole: parts === undefined, layout: layoutOf(options) });
  // The PDF is set in a thread of its own: it is begun first and waited for last; what is wrong with it is told then
  const pdf = wanted.includes('pdf') ? begin('pdf') : null;
  pdf?.catch(() => {});
  const inTurn = [...wanted].sort((a, b) => Number(a === 'pdf') - Number(b === 'pdf'));
  const drawn = new Map<ExportFormat, readonly AnnexFile[]>();
  for (const [index, format] of inTurn.entries()) {
    await onFormat?.({ number: index + 1, all: inTurn.length, making: format });
    const files = await (format === 'pdf' && pdf ? pdf : begin(format));
    if (!files.ok) return files;
    drawn.set(format, files.value);
  }
  return ok(wanted.flatMap((format) => (drawn.get(format) ?? []).map((file) => ({ ...file, format }))));
}

/** To be called before a set is gathered that is to be drawn: what takes long to start, starts beside it. */
export function prepareDrawing(formats: readonly ExportFormat[]): void {
  if (formats.includes('pdf')) prepareCompiler();
}

/** e.g. `309001信访办（本级）2023年部门预算（第1次调整）（草稿）`. */
export function exportBaseName(set: PublishedSet): string {
  const { subject, year } = set;
  const adjustment = adjustmentLabel(set);
  const marks = `${adjustment ? `（${adjustment}）` : ''}${isApproved(set) ? '' : '（草稿）'}`;
  return safeFileName(`${subject.code}${subject.name}${year}年部门预算${marks}`);
}

function chooseParts(publication: Publication, parts: readonly string[] | undefined): Result<Publication, Problem> {
  if (parts === undefined) return ok(publication);
  const known = new Set([NARRATIVE, ...publication.tables.map(({ annex }) => annex)]);
  const unknown = parts.filter((part) => !known.has(part));
  if (unknown.length > 0) {
    const message = `没有附件 ${unknown.join('、')}，请从本版本的附件中选择。`;
    return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.annexes', message }] });
  }
  return ok({
    ...publication,
    narrative: parts.includes(NARRATIVE) ? publication.narrative : null,
    tables: publication.tables.filter(({ annex }) => parts.includes(annex)),
  });
}

interface Drawing {
  readonly set: PublishedSet;
  /** Whether no part was left out. */
  readonly whole: boolean;
  readonly layout: DocumentLayout;
}

async function draw(
  format: ExportFormat,
  publication: Publication,
  { set, whole, layout }: Drawing,
): Promise<Result<readonly AnnexFile[], Problem>> {
  const one = (bytes: Uint8Array, mediaType: string) =>
    ok([{ name: `${exportBaseName(set)}.${format}`, mediaType, bytes, annex: null }]);
  switch (format) {
    case 'pdf': {
      const pdf = await renderPdf(publication, layout);
      if (!pdf.ok) return fail(problemOf(pdf.error, publication));
      return one(pdf.value, MEDIA_TYPES.pdf);
    }
    case 'xlsx':
      return one(renderXlsx(publication), MEDIA_TYPES.xlsx);
    // The library behind it is large: a process that draws none does without it
    case 'docx': {
      const { renderDocx } = await import('@/lib/publishing/docx/render-docx.ts');
      return one(await renderDocx(publication, layout), MEDIA_TYPES.docx);
    }
    case 'html':
      return one(encoder.encode(renderHtml(publication)), MEDIA_TYPES.html);
    case 'csv':
      return ok(eachAnnex(publication.tables, csvFile));
    case 'json':
      return ok(jsonFiles(publication, set, whole));
    case 'datapackage':
      return ok(dataPackageFiles(publication, set, whole));
  }
}

function csvFile(table: AnnexTable): AnnexFile {
  const name = `${annexFileStem(table.annex)} ${safeFileName(table.title)}.csv`;
  return { name, mediaType: MEDIA_TYPES.csv, bytes: encoder.encode(renderCsv(table)), annex: table.annex };
}

function jsonFiles(publication: Publication, { units }: PublishedSet, whole: boolean): AnnexFile[] {
  const file = (name: string, text: string, annex: string | null = null): AnnexFile => ({
    name,
    mediaType: MEDIA_TYPES.json,
    bytes: encoder.encode(text),
    annex,
  });
  return [
    ...eachAnnex(publication.tables, (table) =>
      file(`${annexFileStem(table.annex)}.json`, renderAnnexJson(table), table.annex),
    ),
    ...(publication.narrative ? [file('narrative.json', jsonText(publication.narrative))] : []),
    ...(whole ? [file('budget.json', jsonText(packageOf(units)))] : []),
  ];
}

/** The lines, like the budget package, belong to the whole budget alone. */
function dataPackageFiles(publication: Publication, set: PublishedSet, whole: boolean): AnnexFile[] {
  const { subject, year } = set;
  const name = `budget-${subject.code}-${year}`.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  return renderDataPackage(publication, { name, lines: whole ? fiscalLines(set) : null }).map((file) => ({
    ...file,
    mediaType: file.name.endsWith('.json') ? MEDIA_TYPES.json : MEDIA_TYPES.csv,
  }));
}

function packageOf(units: PublishedSet['units']) {
  const adjusted = units.filter(({ version }) => version.adjustment > 0);
  const adjustments = adjusted.map(({ budget, version }) => {
    const { adjustment: number, adjustmentReason: reason } = version;
    return [budget.unit.code, { number, reason: reason ?? '' }] as const;
  });
  return toBudgetPackage(
    units.map(({ budget }) => budget),
    new Map(adjustments),
  );
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** @throws Error for a fault of the template or the compiler, which is nobody's input */
function problemOf(failure: PdfFailure, publication: Publication): Problem {
  switch (failure.kind) {
    case 'engine-missing':
      return { code: 'EXPORT_FAILED', annex: null, reason: 'ENGINE_MISSING' };
    case 'unprintable':
      return {
        code: 'EXPORT_UNPRINTABLE',
        characters: failure.characters,
        places: placesOf(publication, failure.characters),
      };
    case 'failed':
      throw new Error(`the PDF could not be made: ${failure.detail}`);
  }
}

/** The annexes, and the narrative, in which one of the characters stands. */
function placesOf({ narrative, tables }: Publication, characters: readonly string[]): string[] {
  const holds = (text: string): boolean => characters.some((character) => text.includes(character));
  const annexes = tables.filter((table) => holds(tableText(table))).map(({ number }) => number);
  const words = narrative ? [...narrative.sections.map(sectionText), ...narrative.closing.map(paragraphText)] : [];
  return holds(words.join('')) ? ['情况说明', ...annexes] : annexes;
}

function sectionText({ heading, paragraphs, sections }: NarrativeSection): string {
  return [heading, ...paragraphs.map(paragraphText), ...sections.map(sectionText)].join('');
}

function tableText(table: AnnexTable): string {
  const leaves = leafColumns(table.columns);
  const cells = table.rows.flatMap((row) => leaves.map(({ key }) => cellText(row.cells[key]) ?? ''));
  return [table.title, ...cells, ...table.fields.flatMap(fieldLines), ...table.notes].join('');
}
