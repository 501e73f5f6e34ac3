import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';

/** The published cells of one annex, as tests/fixtures/golden keeps them. */
interface PublishedAnnex {
  readonly annex: string;
  readonly title: string;
  readonly columns: readonly AnnexColumn[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/** The same annex as the directory of the source keeps it. */
interface SourceAnnex extends Omit<PublishedAnnex, 'rows' | 'fields'> {
  readonly notes: readonly string[];
  readonly fields?: readonly { readonly key: string; readonly value: string | readonly string[] }[];
  readonly rows: readonly {
    readonly cells: Readonly<Record<string, string | null>>;
    /** Cells that the source misprints, as its totals require them. */
    readonly restored?: Readonly<Record<string, string>>;
  }[];
}

const ROOT = path.resolve(import.meta.dirname, '..');
const FIXTURES = path.join(ROOT, 'tests/fixtures/golden');
const SOURCE = process.env.GOLDEN_DIR ?? path.join(ROOT, '../shared/golden');
const ANNEXES = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  ...Array.from({ length: 9 }, (_, n) => `12-${n + 1}`),
];

function readJson<T>(...parts: readonly string[]): T {
  return JSON.parse(readFileSync(path.join(...parts), 'utf8')) as T;
}

async function annexesOf(packageFile: string): Promise<ReadonlyMap<string, AnnexTable>> {
  let rows = 0;
  const read = parseBudgetPackage(readJson<unknown>(packageFile), () => `row-${++rows}`);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { department, units, year } = read.value;
  const edition = await loadEdition(year);
  const tables = buildAnnexes({ department, units, year, edition, annexSet: annexSetById('chongqing') });
  return new Map(tables.map((table) => [table.annex, table]));
}

function fileOf(annex: string): string {
  return `${annex.padStart(2, '0')}.json`;
}

/** Labels and keys of a column tree, without the rest. */
function headings(columns: readonly AnnexColumn[]): readonly unknown[] {
  return columns.map(({ key, label, children }) => [key, fold(label), ...(children ? headings(children) : [])]);
}

/** Annex 9 of the source calls one column by another name than annexes 6 and 7 do. */
function fold(text: string | null): string | null {
  return text === null ? null : text.replaceAll('财政专户管理资金收入', '财政专户管理收入');
}

/** Annex 2 of the source prints two of its figures without both decimals. */
function withDecimals(annex: string, text: string | null): string | null {
  return annex === '2' && (text === '10' || text === '14.7') ? Number(text).toFixed(2) : text;
}

/** The printed cells, those of the keys that are asked for. */
function printedRows(table: AnnexTable | undefined, keys: readonly string[]): readonly unknown[] {
  return (table?.rows ?? []).map((row) => Object.fromEntries(keys.map((key) => [key, cellText(row.cells[key])])));
}

function printedFields(table: AnnexTable | undefined): Readonly<Record<string, string | readonly string[] | null>> {
  const fields = (table?.fields ?? []).map(
    ({ key, value }) => [key, 'kind' in value ? cellText(value) : value] as const,
  );
  return Object.fromEntries(fields);
}

describe('the annexes of the demonstration budget', async () => {
  const tables = await annexesOf(path.join(ROOT, 'prisma/demonstration/petition-office-2023.json'));

  it('are the published ones, in their order', () => {
    expect([...tables.keys()]).toEqual(ANNEXES);
  });

  it.each(ANNEXES)('annex %s prints every published figure, code and name', (annex) => {
    const published = readJson<PublishedAnnex>(FIXTURES, fileOf(annex));
    const table = tables.get(annex);
    const keys = Object.keys(published.rows[0] ?? {});
    expect(keys.length).toBeGreaterThan(1);
    expect(table?.title).toBe(published.title);
    expect(headings(table?.columns ?? [])).toEqual(headings(published.columns));
    expect(printedRows(table, keys)).toEqual(published.rows);
    expect(printedFields(table)).toMatchObject(published.fields ?? {});
  });

  it('says by how much the printed parts of 301 in annex 3 differ from the printed whole', () => {
    const table = tables.get('3');
    const shown = (columnKey: string) => ({ rowId: '301', columnKey });
    const figures = { along: 'rows', printedCentiWanYuan: 48_791n, partsCentiWanYuan: 48_790n };
    expect(table?.roundingDifferences).toEqual([
      { at: shown('total'), ...figures },
      { at: shown('personnel'), ...figures },
    ]);
    expect(table?.notes).toEqual([expect.stringContaining('尾差')]);
    expect([...tables.values()].filter(({ roundingDifferences }) => roundingDifferences.length > 0)).toEqual([table]);
  });
});

// Runs where the digitised source lies beside the project (or at GOLDEN_DIR); its wording is not ours to carry.
describe.runIf(existsSync(SOURCE))(`the annexes of the source at ${SOURCE}`, async () => {
  const tables = existsSync(SOURCE) ? await annexesOf(path.join(SOURCE, 'input.json')) : new Map<string, AnnexTable>();
  const files = existsSync(SOURCE) ? readdirSync(path.join(SOURCE, 'annexes')) : [];

  it('are as many as were published', () => {
    expect([...tables.keys()].map(fileOf).sort()).toEqual(files.toSorted());
  });

  it.each(files)('%s is printed cell by cell', (file) => {
    const source = readJson<SourceAnnex>(SOURCE, 'annexes', file);
    const table = tables.get(source.annex);
    const keys = leafColumns(source.columns).map(({ key }) => key);
    const expected = source.rows.map(({ cells, restored }) => {
      const text = (key: string) => restored?.[key] ?? cells[key] ?? null;
      return Object.fromEntries(keys.map((key) => [key, fold(withDecimals(source.annex, text(key)))]));
    });
    const printed = printedRows(table, keys).map((row) =>
      Object.fromEntries(Object.entries(row as object).map(([key, text]) => [key, fold(text)])),
    );
    expect(table?.title).toBe(source.title);
    expect(headings(table?.columns ?? [])).toEqual(headings(source.columns));
    expect(printed).toEqual(expected);
    expect(table?.notes.slice(0, source.notes.length)).toEqual(source.notes);
    expect(printedFields(table)).toEqual(
      Object.fromEntries((source.fields ?? []).map(({ key, value }) => [key, value])),
    );
  });
});

describe.runIf(!existsSync(SOURCE))('the source of the golden figures', () => {
  it(`is not at ${SOURCE}: compared with the figures of tests/fixtures/golden alone`, () => {
    expect(readdirSync(FIXTURES).filter((file) => /^\d+(-\d+)?\.json$/.test(file))).toHaveLength(ANNEXES.length);
  });
});
