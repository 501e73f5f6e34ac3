import { describe, expect, test } from 'vitest';
import { htmlTables, htmlText } from '@/tests/document-readers.ts';
import { GRID, SAMPLE, words } from '@/tests/sample-publication.ts';
import { renderHtml } from './render-html.ts';

describe('renderHtml', () => {
  const page = renderHtml(SAMPLE);

  test('is a whole page in Chinese that fetches and runs nothing', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:|\son\w+=/i);
  });

  test('ids are unique, and whatever is referred to is there', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/(?:href="#|aria-(?:labelledby|describedby)=")([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(ids).toContain(target);
  });

  test('headings go down one level at a time', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels).toEqual([1, 2, 3, 2, 2]);
  });

  test('every table has a caption, its headings are merged and scoped, each row has its own', () => {
    expect(page.match(/<table/g)).toHaveLength(3);
    expect(page.match(/<caption>/g)).toHaveLength(3);
    expect(page.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
    expect(page).toContain('<th scope="colgroup" colspan="3">2023年预算数</th>');
    expect(page).toContain('<th scope="col" rowspan="3">科目编码</th>');
    expect(page).toContain('<th scope="rowgroup" class="mid" rowspan="2">产出指标</th>');
    expect(htmlTables(page, '3')[0]?.body[0]).toEqual(['', '合计', '937.60', '0.01', '0.00']);
    expect(page).toContain('<tr class="total"><td></td><th scope="row">合计</th>');
  });

  test('notes stand below and the table refers to them', () => {
    expect(page).toContain('<table aria-describedby="annex-3-notes">');
    expect(page).toContain('<div class="notes" id="annex-3-notes">\n<p>备注：因四舍五入');
  });

  test('text is never markup', () => {
    const [first, ...rest] = GRID.rows;
    const rows = first ? [{ ...first, cells: { ...first.cells, name: words('<b>"合计"&\u0001') } }, ...rest] : [];
    const drawn = renderHtml({ ...SAMPLE, tables: [{ ...GRID, rows }], titleLines: ['<script>x</script>'] });
    expect(drawn).not.toContain('<script>');
    expect(drawn).toContain('&lt;b&gt;&quot;合计&quot;&amp;<');
    expect(htmlTables(drawn, '3')[0]?.body[0]?.[1]).toBe('<b>"合计"&');
  });

  test('a draft says so in its title and on the page, an approved document nowhere', () => {
    expect(page).toContain('<title>示例区信访办公室2023年部门预算情况说明（草稿 · 第2版（已提交））</title>');
    expect(page).toContain('<p class="draft">草稿');
    expect(htmlText(renderHtml({ ...SAMPLE, draft: false }))).not.toContain('草稿');
  });

  test('printed, a broad annex stands on a broad page', () => {
    expect(page).toContain('<section class="annex broad" aria-labelledby="annex-3">');
    expect(page).toContain('<section class="annex" aria-labelledby="annex-12-3">');
    expect(page).toContain('@page broad{size:A4 landscape');
  });
});
