import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { amount, FORM, GRID, SAMPLE, words } from '@/tests/sample-publication.ts';
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

test.runIf(isInstalled('qpdf'))('qpdf finds no fault in its structure', async () => {
  expect(run('qpdf', await pdfOf(SAMPLE), '--check', '%')).toContain('No syntax or stream encoding errors found');
});
