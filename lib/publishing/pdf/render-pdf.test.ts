import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { countGlyphs, linesOf, openPdf, readPages, taggedTables, wordsOf } from '@/tests/pdf-reader.ts';
import { amount, FORM, GRID, SAMPLE, words } from '@/tests/sample-publication.ts';
import { type DocumentOption, layoutOf } from '../document-layout.ts';
import type { Publication } from '../publication.ts';
import { renderPdf } from './render-pdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pdfOf(publication: Publication): Promise<Uint8Array> {
  const pdf = await renderPdf(publication);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  return pdf.value;
}

/** poppler and qpdf are tools of the reader's machine, not of the product: without them their part is not run. */
function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function run(tool: string, bytes: Uint8Array, ...args: string[]): string {
  const file = path.join(folder, 'document.pdf');
  writeFileSync(file, bytes);
  return execFileSync(tool, [...args.map((arg) => (arg === '%' ? file : arg))], { encoding: 'utf8' });
}

const textOf = (bytes: Uint8Array) => run('pdftotext', bytes, '%', '-').replace(/\s+/g, '');
const pages = (bytes: Uint8Array) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', bytes, '%'))?.[1]);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Hundreds of rows, figures of the greatest length, a name that must wrap. */
const LONG: AnnexTable = {
  ...GRID,
  rows: Array.from({ length: 400 }, (_, index) => ({
    id: `row-${index}`,
    role: 'body',
    level: 1 + (index % 3),
    cells: {
      code: words(`${2_010_000 + index}`),
      name: words('机关事业单位𠮷基本养老保险缴费支出'.repeat(4)),
      exact: amount(9_899_999_999_990_000n - BigInt(index) * 10_000n),
      rounded: amount(9_899_999_999_990_000n),
      reception: amount(9_899_999_999_990_000n),
    },
  })),
};

describe('renderPdf', async () => {
  const bytes = await pdfOf(SAMPLE);

  test('is a tagged PDF/A-2a with title, language and an outline', () => {
    const source = latin1(bytes);
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(source).toContain('/MarkInfo');
    expect(source).toContain('/Outlines');
    expect(source).toMatch(/\/Lang\s*\(zh-CN\)/);
  });

  test('bears the date of the version, and the same publication gives the same bytes', async () => {
    expect(latin1(bytes)).toContain('2023-02-10');
    expect(Buffer.compare(await pdfOf(structuredClone(SAMPLE)), bytes)).toBe(0);
    expect(Buffer.compare(await pdfOf({ ...SAMPLE, date: '2023-02-11' }), bytes)).not.toBe(0);
  });

  test('a character that no font holds is named, not left out', async () => {
    const cells = { ...GRID.rows[1]?.cells, name: words('某🧧某') };
    const rows = GRID.rows.map((row) => (row.id === '30101' ? { ...row, cells } : row));
    expect(await renderPdf({ ...SAMPLE, tables: [{ ...GRID, rows }] })).toEqual({
      ok: false,
      error: { kind: 'unprintable', characters: ['🧧'] },
    });
  });

  test('annexes alone, and a narrative alone, are documents too', async () => {
    expect((await pdfOf({ ...SAMPLE, narrative: null })).byteLength).toBeGreaterThan(1000);
    expect((await pdfOf({ ...SAMPLE, tables: [] })).byteLength).toBeGreaterThan(1000);
  });

  test('documents asked for at once come out whole', async () => {
    const dates = ['2023-01-01', '2023-01-02', '2023-01-03'];
    const together = await Promise.all(dates.map((date) => pdfOf({ ...SAMPLE, date })));
    const alone = await pdfOf({ ...SAMPLE, date: '2023-01-02' });
    expect(Buffer.compare(together[1] ?? new Uint8Array(), alone)).toBe(0);
  });
});

describe("what a reader's program finds in it", async () => {
  const opened: Awaited<ReturnType<typeof openPdf>>[] = [];
  afterAll(() => Promise.all(opened.map((pdf) => pdf.destroy())));
  async function open(publication: Publication, ...options: DocumentOption[]) {
    const made = await renderPdf(publication, layoutOf(options));
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const pdf = await openPdf(made.value);
    opened.push(pdf);
    return { pdf, byteLength: made.value.byteLength };
  }
  const plain = await open(SAMPLE);

  test('cover and contents stand in front, without numbers; the contents name the pages', async () => {
    const { pdf } = await open(SAMPLE, 'cover', 'contents');
    expect(await pdf.getPageLabels()).toEqual(['i', 'ii', '1', '2', '3']);
    const [cover, contents, first, ...annexes] = (await readPages(pdf)).map(wordsOf);
    expect(cover).toContain('示例区信访办公室2023年部门预算2023年2月');
    expect(contents).toMatch(/一、部门收支总体情况·+1附件3\D+·+2附件12-3.*·+3$/);
    expect(first).toMatch(/情况说明.*—1—$/);
    expect(annexes.map((text) => /—(\d+)—$/.exec(text)?.[1])).toEqual(['2', '3']);
    expect(annexes[0]).not.toContain('附件目录');
  });

  test('the small one has no tags, the same words, and still an answer to a character without a glyph', async () => {
    const small = await open(SAMPLE, 'untagged');
    expect((await small.pdf.getMarkInfo())?.Marked ?? false).toBe(false);
    expect(small.byteLength).toBeLessThan(plain.byteLength);
    expect((await readPages(small.pdf)).map(wordsOf)).toEqual((await readPages(plain.pdf)).map(wordsOf));
    const title = { ...SAMPLE, titleLines: ['某🧧局'] };
    expect(await renderPdf(title, layoutOf(['untagged']))).toMatchObject({ error: { characters: ['🧧'] } });
  });

  test('headings of a table are told as such, in its columns', async () => {
    const [grid] = await taggedTables(plain.pdf);
    expect(grid?.head.flat()).toEqual(
      expect.arrayContaining(['科目编码', '2023年预算数', '总计', '公务用车', '购置', '接待']),
    );
    expect(grid?.body[0]).toEqual(['', '合计', '937.60', '0.01', '0.00']);
  });

  test('a page of the narrative holds 22 lines of 28 characters of 16 points (GB/T 9704)', async () => {
    const text = '预'.repeat(28 * 60);
    const paragraphs = [{ id: 'long', runs: [{ kind: 'text', text }] as const }];
    const sections = [{ heading: '一、总体情况', level: 1 as const, paragraphs, sections: [] }];
    const long = { ...SAMPLE, tables: [], narrative: { titleLines: [], sections, closing: [] } };
    const { pdf } = await open(long);
    const page = (await readPages(pdf))[1];
    if (!page) throw new Error('no second page');
    const lines = linesOf({ ...page, pieces: page.pieces.filter(({ size }) => size === 16) });
    expect(lines).toHaveLength(22);
    for (const line of lines) expect(line.map(({ text: words }) => words).join('')).toHaveLength(28);
  });

  test('broad tables of long names and great amounts stay within their page', async () => {
    const years = Array.from({ length: 14 }, (_, index) => ({
      ...{ key: `a${index}`, label: `一般公共预算拨款收入（含上年结转）第${index + 1}项`, content: 'amount' as const },
    }));
    const cells = Object.fromEntries(years.map(({ key }) => [key, amount(-9_899_999_999_990_000n)]));
    const rows = [
      { id: 'r', role: 'body', level: 1, cells: { ...cells, name: words('社会保障和就业支出'.repeat(9)) } },
    ] as const;
    const name = { key: 'name', label: '科目名称', content: 'text' as const };
    const { pdf } = await open({ ...SAMPLE, narrative: null, tables: [{ ...GRID, columns: [name, ...years], rows }] });
    const [page] = await readPages(pdf);
    if (!page) throw new Error('no page');
    expect([page.width, page.height].map(Math.round)).toEqual([842, 595]);
    const figures = page.pieces.filter(({ text }) => text === '-9899999999.99').sort((a, b) => a.x - b.x);
    expect(figures).toHaveLength(14);
    for (const [index, { x, width }] of figures.entries()) {
      expect(x + width).toBeLessThanOrEqual(figures[index + 1]?.x ?? page.width - 51);
    }
  });

  test('rare characters of names are drawn, each with a glyph of its own', async () => {
    const { pdf } = await open({ ...SAMPLE, titleLines: ['𬭎㑇龘𠮷䶮𫖯鿭'] });
    expect(await countGlyphs(pdf)).toMatchObject({ missing: 0 });
    expect(wordsOf((await readPages(pdf))[0] ?? { width: 0, height: 0, pieces: [] })).toContain('𬭎㑇龘𠮷䶮𫖯鿭');
  });
});

for (const tool of ['pdftotext', 'qpdf']) {
  if (!isInstalled(tool)) console.log(`${tool} is not installed: the PDF is not read back with it.`);
}

describe.runIf(isInstalled('pdftotext'))('text of the PDF, read by poppler', () => {
  let text = '';
  beforeAll(async () => {
    text = textOf(await pdfOf(SAMPLE));
  });

  test('every printed figure, heading, field and note stands in it', () => {
    for (const printed of [
      ...['附件3', '单位：万元', '科目编码', '2023年预算数', '公务用车', '合计', '937.60', '0.01', '津贴，补贴'],
      ...['备注：因四舍五入', '附件12-3', '项目名称', '疑难信访问题专项', '资金总额（万元）', '937.6', '2.排查矛盾。'],
      ...['一、部门收支总体情况', '（一）收入预算：2023年年初预算数937.6万元', '—1—'],
    ]) {
      expect(text).toContain(printed);
    }
  });

  test("a user's text is text, whatever it looks like to the compiler", () => {
    expect(text).toContain('#settext(red)*非标记*$x$@引用<标签>');
    expect(text).toContain('=HYPERLINK("x")');
  });

  test('a draft is marked on every page, an approved version on none', async () => {
    const draft = run('pdftotext', await pdfOf(SAMPLE), '-layout', '%', '-')
      .split('\f')
      .slice(0, -1);
    expect(draft.length).toBeGreaterThan(3);
    for (const page of draft) expect(page).toContain('草稿 · 第2版（已提交）');
    expect(textOf(await pdfOf({ ...SAMPLE, draft: false }))).not.toContain('草稿');
  });

  test('a long table repeats its headings on every page and clips nothing', async () => {
    const long = await pdfOf({ ...SAMPLE, narrative: null, tables: [LONG] });
    const sheets = run('pdftotext', long, '-layout', '%', '-').split('\f').slice(0, -1);
    expect(sheets.length).toBeGreaterThan(5);
    for (const page of sheets) {
      for (const heading of ['科目编码', '科目名称', '2023年预算数', '公务用车', '总计'])
        expect(page).toContain(heading);
    }
    for (const page of sheets.slice(1)) expect(page).toContain('附件3（续）');
    const figures = sheets.join('').match(/9899999\d{3}\.\d{2}/g) ?? [];
    expect(figures).toHaveLength(1200);
  });

  test('each annex begins a page', async () => {
    expect(pages(await pdfOf({ ...SAMPLE, narrative: null, tables: [GRID] }))).toBe(1);
    expect(pages(await pdfOf({ ...SAMPLE, narrative: null, tables: [GRID, FORM, { ...FORM, annex: '12-4' }] }))).toBe(
      3,
    );
  });
});

test.runIf(isInstalled('qpdf'))('qpdf finds no fault in its structure, and the scope of each heading', async () => {
  const scopes = run('qpdf', await pdfOf(SAMPLE), '--qdf', '--object-streams=disable', '%', '-').match(
    /\/Scope \/Column/g,
  );
  // The line of the unit is repeated with the headings, and told with them.
  expect(scopes?.length).toBeGreaterThanOrEqual(6 + 5);
  expect(run('qpdf', await pdfOf(SAMPLE), '--check', '%')).toContain('No syntax or stream encoding errors found');
});
