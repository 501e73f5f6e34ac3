import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxDocument, docxTables, docxText } from '@/tests/document-readers.ts';
import { FORM, GRID, SAMPLE } from '@/tests/sample-publication.ts';
import { layoutOf } from '../document-layout.ts';
import { renderDocx } from './render-docx.ts';

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe('renderDocx', async () => {
  const bytes = await renderDocx(SAMPLE);
  const parts = partsOf(bytes);
  const xml = docxDocument(bytes);

  test('titles and headings bear styles, not looks', () => {
    const styled = [...xml.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style);
    expect(styled).toEqual(['Title', 'Title', 'Heading1', 'BodyText', 'AnnexTitle', 'AnnexTitle']);
    expect(parts['word/styles.xml']).toMatch(/w:styleId="AnnexTitle".*?<w:basedOn w:val="Heading1"\/>/);
  });

  test('figures stand close to the characters around them in every style', () => {
    expect(parts['word/styles.xml']).toMatch(
      /w:styleId="Normal"[^>]*>.*?<w:autoSpaceDN w:val="false"\/>.*?<\/w:style>/,
    );
  });

  test('a grid is one table: its heading rows repeat and are merged over the same columns', () => {
    const [table, ...others] = docxTables(xml, '3');
    expect(others).toEqual([]);
    expect(table?.head).toEqual([
      Array.from({ length: 5 }, () => '单位：万元'),
      ['科目编码', '科目名称', '2023年预算数', '2023年预算数', '2023年预算数'],
      ['科目编码', '科目名称', '总计', '公务用车', '公务用车'],
      ['科目编码', '科目名称', '总计', '购置', '接待'],
    ]);
    expect(table?.body[0]).toEqual(['', '合计', '937.60', '0.01', '0.00']);
  });

  test('the columns of a form repeat too: its fields are a table of their own', () => {
    const [fields, indicators] = docxTables(xml, '12-3');
    expect(fields?.body.flat()).toEqual(expect.arrayContaining(['疑难信访问题专项', '1.化解积案；\n2.排查矛盾。']));
    expect(indicators?.head).toEqual([['一级指标', '二级指标', '三级指标', '指标性质', '权重']]);
    expect(indicators?.body.map(([first]) => first)).toEqual(['产出指标', '产出指标']);
    expect(FORM.rows).toHaveLength(2);
  });

  test('upright and broad pages are mixed, all of A4', () => {
    const pages = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"\/>/g)].map((page) =>
      page.slice(1),
    );
    expect(pages.map(([width, height, orientation]) => [orientation, Number(width) > Number(height)])).toEqual([
      ['portrait', false],
      ['landscape', true],
      ['portrait', false],
    ]);
    expect(GRID.print.orientation).toBe('landscape');
  });

  test('no table is broader than its page', () => {
    for (const [, grid = ''] of xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect([9637, 9638, 14796, 14797]).toContain(widths.reduce((sum, width) => sum + width, 0));
    }
  });

  test('pages are numbered outside, right on odd ones and left on even ones', () => {
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name));
    expect(footers.map(([, footer]) => /<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1])).toEqual(['right', 'left']);
    for (const [, footer] of footers) expect(footer).toMatch(/<w:instrText[^>]*>PAGE</);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  test('a draft is marked on every page, an approved document on none', async () => {
    const marked = Object.entries(parts).filter(([name]) => /^word\/header\d\.xml$/.test(name));
    expect(marked).toHaveLength(2);
    for (const [, header] of marked) expect(docxText(header)).toBe('草稿 · 第2版（已提交）');
    const approved = partsOf(await renderDocx({ ...SAMPLE, draft: false }));
    expect(Object.values(approved).filter((part) => part.includes('草稿'))).toEqual([]);
  });

  test('fonts of official documents are named, with those that stand in', () => {
    expect(parts['word/fontTable.xml']).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,/);
    expect(parts['word/styles.xml']).toContain('方正小标宋简体');
  });

  test('cover and contents stand in front: links with fields of pages, which Word is asked to fill in', async () => {
    const fronted = partsOf(await renderDocx(SAMPLE, layoutOf(['cover', 'contents'])));
    const document = fronted['word/document.xml'] ?? '';
    expect(docxText(document)).toMatch(/^示例区信访办公室2023年部门预算2023年2月目　录一、部门收支总体情况\t附件3　/);
    const asked = [...document.matchAll(/PAGEREF (\w+)/g)].map(([, name]) => name);
    expect(asked).toEqual(['heading_1', 'annex_3', 'annex_12_3']);
    for (const name of asked) expect(document).toMatch(new RegExp(`<w:bookmarkStart w:name="${name}"`));
    expect(fronted['word/settings.xml']).toContain('<w:updateFields');
    expect(document).toContain('<w:pgNumType w:start="1"/>');
    expect(docxText(document)).not.toContain('附件目录');
    expect(parts['word/settings.xml']).not.toContain('<w:updateFields');
  });

  test('what Word cannot hold is left out, and markup is text', async () => {
    const titleLines = ['甲\u0001<b>&局\ud800'];
    expect(docxText(docxDocument(await renderDocx({ ...SAMPLE, titleLines })))).toMatch(/^甲<b>&局/);
  });

  test('the same publication gives the same bytes, whatever the clock says', async () => {
    expect(await renderDocx(structuredClone(SAMPLE))).toEqual(bytes);
    expect(await renderDocx({ ...SAMPLE, date: '2023-02-11' })).not.toEqual(bytes);
  });

  test('a document without annexes or without a narrative still opens', async () => {
    const words = docxText(docxDocument(await renderDocx({ ...SAMPLE, tables: [] })));
    expect(words).not.toContain('附件目录');
    const annexes = docxText(docxDocument(await renderDocx({ ...SAMPLE, narrative: null })));
    expect(annexes).toMatch(/^附件3/);
    const nothing = docxText(docxDocument(await renderDocx({ ...SAMPLE, narrative: null, tables: [] })));
    expect(nothing).toBe(SAMPLE.titleLines.join(''));
  });
});
