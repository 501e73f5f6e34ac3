import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { allParagraphs, paragraphText } from '@/lib/domain/narrative/narrative-document.ts';
import { annexFileStem } from '@/lib/publishing/annex-names.ts';
import { flatHeadings } from '@/lib/publishing/csv/render-csv.ts';
import { EXPORT_FORMATS, exportFiles } from '@/lib/services/exports/export-files.ts';
import { packFiles } from '@/lib/services/exports/pack-files.ts';
import { publicationOf } from '@/lib/services/exports/publication-of.ts';
import { demonstrationSet } from './demonstration-set.ts';
import { docxDocument, docxTables, docxText, htmlTables, htmlText } from './document-readers.ts';
import { bookmarks, countGlyphs, openPdf, readPages, taggedTables, wordsOf } from './pdf-reader.ts';
import { PUBLISHED, type PublishedAnnex } from './published-annexes.ts';

/** The demonstration budget, whose annexes are the published ones, out of the archive that a user gets. */
async function archive(): Promise<Readonly<Record<string, Uint8Array>>> {
  const set = await demonstrationSet();
  const files = await exportFiles(set, { formats: EXPORT_FORMATS });
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

const PDF = await openPdf(entry(/\.pdf$/));
afterAll(() => PDF.destroy());
const PDF_TABLES = await taggedTables(PDF);

function pdfTable(annex: string) {
  const [table, ...others] = PDF_TABLES.filter(
    ({ heading }) => heading.startsWith(`附件${annex}`) && !/^\d|^-\d/.test(heading.slice(2 + annex.length)),
  );
  if (!table || others.length > 0) throw new Error(`the PDF has not one table of annex ${annex}`);
  return table;
}

/** A cell that is merged over rows is told in the first of them; merged are the columns on the left. */
function filledDown(rows: readonly (readonly string[])[], columns: number): readonly (readonly string[])[] {
  const filled: string[][] = [];
  for (const row of rows) filled.push([...(filled.at(-1) ?? []).slice(0, columns - row.length), ...row]);
  return filled;
}

/** Without the apostrophe that keeps a spreadsheet from running it. */
const unguarded = (text: string) => text.replace(/^'/, '');

function csvLines(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = strFromU8(bytes).replace(/^\ufeff/, '');
  return Papa.parse<string[]>(text).data.map((line) => line.map(unguarded));
}

const READERS: Readonly<Record<string, ReadRows>> = {
  pdf: (annex) => {
    const columns = leafColumns(annex.columns).length;
    return byKey(annex, filledDown(pdfTable(annex.annex).body.slice(-annex.rows.length), columns));
  },
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
      const printed = pdfTable(annex).body.flat();
      for (const value of Object.values(fields)) {
        expect(document).toContain(value);
        expect(page).toContain(value);
        // A line that is broken on the page is one piece after the other.
        expect(printed).toContain(value.replaceAll('\n', ''));
      }
    },
  );

  test.each(PUBLISHED.map((annex) => [annex.annex, annex] as const))(
    'annex %s: its headings are merged over the same columns in both, and the PDF tells each of them',
    (annex) => {
      const document = docxTables(DOCUMENT, annex).at(-1)?.head ?? [];
      const page = htmlTables(PAGE, annex).at(-1)?.head ?? [];
      const unbroken = document.map((line) => line.map((text) => text.replaceAll('\n', '')));
      expect(unbroken.filter(([first]) => !first?.startsWith('单位：'))).toEqual(page);
      const told = pdfTable(annex)
        .head.flat()
        .filter((text) => !text.startsWith('单位：') && text !== '');
      expect(new Set(told)).toEqual(new Set(page.flat()));
    },
  );

  test('the PDF has no empty box for a glyph, and a bookmark for each annex', async () => {
    const glyphs = await countGlyphs(PDF);
    expect(glyphs.missing).toBe(0);
    expect(glyphs.all).toBeGreaterThan(5000);
    const titles = (await bookmarks(PDF)).filter((title) => title.startsWith('附件'));
    expect(titles).toHaveLength(PUBLISHED.length);
  });

  test('the narrative, word by word', async () => {
    if (!narrative) throw new Error('no narrative');
    const [document, page] = [docxText(DOCUMENT), htmlText(PAGE)];
    const printed = (await readPages(PDF)).map((sheet) => wordsOf(sheet).replace(/—\d+—$/, '')).join('');
    expect(allParagraphs(narrative).length).toBeGreaterThan(10);
    for (const paragraph of allParagraphs(narrative)) {
      expect(document).toContain(paragraphText(paragraph));
      expect(page).toContain(paragraphText(paragraph));
      expect(printed).toContain(paragraphText(paragraph).replace(/\s+/g, ''));
    }
  });
});
