import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type AnnexColumn, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { allParagraphs, paragraphText } from '@/lib/domain/narrative/narrative-document.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { annexFileStem } from '@/lib/publishing/annex-names.ts';
import { flatHeadings } from '@/lib/publishing/csv/render-csv.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { EXPORT_FORMATS, exportFiles } from '@/lib/services/exports/export-files.ts';
import { packFiles } from '@/lib/services/exports/pack-files.ts';
import { publicationOf } from '@/lib/services/exports/publication-of.ts';
import { unitSet } from '@/lib/services/exports/published-set.ts';
import { docxDocument, docxTables, docxText, htmlTables, htmlText } from './document-readers.ts';

/** The published cells of one annex, as tests/fixtures/golden keeps them. */
interface PublishedAnnex {
  readonly annex: string;
  readonly title: string;
  readonly columns: readonly AnnexColumn[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures/golden');
const PUBLISHED: readonly PublishedAnnex[] = readdirSync(FIXTURES)
  .filter((name) => /^\d+(-\d+)?\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')));

/** The demonstration budget, whose annexes are the published ones, out of the archive that a user gets. */
async function archive(): Promise<Readonly<Record<string, Uint8Array>>> {
  const read: unknown = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));
  let rows = 0;
  const parsed = parseBudgetPackage(read, () => `row-${++rows}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error('the demonstration package has no budget');
  const version = sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' });
  const set = unitSet({
    budget,
    edition: await loadEdition(2023),
    annexSetRef: 'chongqing',
    rounding: 'EACH_CELL',
    version,
  });
  const files = await exportFiles(set, { formats: EXPORT_FORMATS.filter((format) => format !== 'pdf') });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  const packed = packFiles(set, files.value);
  narrative = publicationOf(set).narrative;
  return unzipSync(packed?.bytes ?? new Uint8Array());
}

let narrative: ReturnType<typeof publicationOf>['narrative'] = null;
const ENTRIES = await archive();

function entry(pattern: RegExp): Uint8Array {
  const found = Object.entries(ENTRIES).filter(([name]) => pattern.test(name));
  const [file] = found;
  if (!file || found.length > 1) throw new Error(`${found.length} files are named ${pattern}`);
  return file[1];
}

/** The cells below the headings, by key of their columns. */
type ReadRows = (annex: PublishedAnnex) => readonly Readonly<Record<string, unknown>>[];

function byKey({ columns }: PublishedAnnex, rows: readonly (readonly unknown[])[]) {
  const keys = leafColumns(columns).map(({ key }) => key);
  return rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] === '' ? null : row[index]])));
}

const DOCUMENT = docxDocument(entry(/\.docx$/));
const PAGE = strFromU8(entry(/\.html$/));
const { sheets: SHEETS } = await readXlsx(entry(/\.xlsx$/), { readStyles: true });

/** Without the apostrophe that keeps a spreadsheet from running it. */
const unguarded = (text: string) => text.replace(/^'/, '');

function csvLines(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = strFromU8(bytes).replace(/^\ufeff/, '');
  return Papa.parse<string[]>(text).data.map((line) => line.map(unguarded));
}

const READERS: Readonly<Record<string, ReadRows>> = {
  docx: (annex) => byKey(annex, docxTables(DOCUMENT, annex.annex).at(-1)?.body ?? []),
  html: (annex) => byKey(annex, htmlTables(PAGE, annex.annex).at(-1)?.body ?? []),
  csv: (annex) => {
    const lines = csvLines(entry(new RegExp(`^csv/${annexFileStem(annex.annex)} `)));
    const head = flatHeadings(annex.columns).join();
    const first = lines.findIndex((line) => line.join() === head) + 1;
    return byKey(annex, lines.slice(first, first + annex.rows.length));
  },
  json: (annex) => {
    const file = JSON.parse(strFromU8(entry(new RegExp(`^json/${annexFileStem(annex.annex)}\\.json`))));
    return file.rows.map(({ cells }: { cells: Record<string, unknown> }) => cells);
  },
  datapackage: (annex) => {
    const [keys = [], ...lines] = csvLines(entry(new RegExp(`^datapackage/annex-${annexFileStem(annex.annex)}\\.csv`)));
    const rows = lines.filter((line) => line.length > 1);
    return rows.map((line) => Object.fromEntries(keys.map((key, index) => [key, line[index] || null])));
  },
  xlsx: (annex) => {
    const sheet = SHEETS.find(({ name }) => name === `附件${annex.annex.replace('-', '_')}`);
    const first = Number(/\$(\d+)$/.exec(sheet?.pageSetup?.printTitlesRow ?? '')?.[1]);
    return byKey(annex, sheet?.rows.slice(first, first + annex.rows.length) ?? []);
  },
};

/** A workbook holds numbers, whose decimals are a matter of format. */
function asWritten(format: string, read: unknown, published: string | null): unknown {
  return format === 'xlsx' && typeof read === 'number' && published !== null && Number(published) === read
    ? published
    : (read ?? null);
}

describe.each(Object.entries(READERS))('%s read back', (format, read) => {
  test.each(PUBLISHED.map((annex) => [annex.annex, annex] as const))(
    'annex %s: every published figure, code and name',
    (_name, annex) => {
      const keys = Object.keys(annex.rows[0] ?? {});
      const rows = read(annex);
      const cells = annex.rows.map((row, index) =>
        Object.fromEntries(keys.map((key) => [key, asWritten(format, rows[index]?.[key], row[key] ?? null)])),
      );
      expect(cells).toEqual(annex.rows);
    },
  );
});

describe('documents read back', () => {
  test.each(PUBLISHED.filter(({ fields }) => fields).map((annex) => [annex.annex, annex] as const))(
    'annex %s: the labelled values stand above the columns',
    (annex, { fields = {} }) => {
      const document = docxTables(DOCUMENT, annex)[0]?.body.flat() ?? [];
      const page = htmlTables(PAGE, annex)[0]?.body.flat() ?? [];
      for (const value of Object.values(fields)) {
        expect(document).toContain(value);
        expect(page).toContain(value);
      }
    },
  );

  test.each(PUBLISHED.map((annex) => [annex.annex, annex] as const))(
    'annex %s: its headings are merged over the same columns in both',
    (annex) => {
      const document = docxTables(DOCUMENT, annex).at(-1)?.head ?? [];
      const page = htmlTables(PAGE, annex).at(-1)?.head ?? [];
      const unbroken = document.map((line) => line.map((text) => text.replaceAll('\n', '')));
      expect(unbroken.filter(([first]) => !first?.startsWith('单位：'))).toEqual(page);
    },
  );

  test('the narrative, word by word', () => {
    if (!narrative) throw new Error('no narrative');
    const [document, page] = [docxText(DOCUMENT), htmlText(PAGE)];
    expect(allParagraphs(narrative).length).toBeGreaterThan(10);
    for (const paragraph of allParagraphs(narrative)) {
      expect(document).toContain(paragraphText(paragraph));
      expect(page).toContain(paragraphText(paragraph));
    }
  });
});
