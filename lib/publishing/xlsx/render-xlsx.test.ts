import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { FORM, SAMPLE } from '@/tests/sample-publication.ts';
import { renderXlsx } from './render-xlsx.ts';

async function sheetsOf(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

describe('renderXlsx', async () => {
  const bytes = renderXlsx(SAMPLE);
  const sheets = await sheetsOf(bytes);

  test('a sheet of contents, then one sheet an annex', () => {
    expect([...sheets.keys()]).toEqual(['目录', '附件3', '附件12_3']);
    expect(sheets.get('目录')?.cells?.get('4,0')?.hyperlink?.location).toBe("'附件3'!A1");
  });

  test('every cell reads back as it was written', () => {
    expect(sheets.get('附件3')?.rows.slice(6, 9)).toEqual([
      [null, '合计', 937.6, 0.01, 0],
      ['30101', '=HYPERLINK("x")', 937.6, 0.01, null],
      ['30102', '津贴，补贴', 0, 0.01, null],
    ]);
    expect(sheets.get('附件12_3')?.rows[7]).toEqual(['产出指标', '数量指标', '化解疑难信访案件', '＝', 40]);
  });

  test('totals are live formulas with the printed figure cached; where rounding forbids it, plain figures', () => {
    const cells = sheets.get('附件3')?.cells;
    expect(cells?.get('6,2')).toMatchObject({ formula: 'SUM(C8:C9)', formulaResult: 937.6 });
    expect(cells?.get('6,3')?.formula).toBeUndefined();
  });

  test('text that looks like a formula is a string', () => {
    const cell = sheets.get('附件3')?.cells?.get('7,1');
    expect(cell?.formula).toBeUndefined();
    expect(sheets.get('附件3')?.rows[7]?.[1]).toBe('=HYPERLINK("x")');
  });

  test('figures are formatted as printed: two decimals in annexes 1–9, trimmed in 10–12', () => {
    expect(sheets.get('附件3')?.cells?.get('7,2')?.style?.numFmt).toBe('0.00');
    expect(sheets.get('附件12_3')?.cells?.get('4,1')?.style?.numFmt ?? 'General').toBe('General');
    expect(sheets.get('附件12_3')?.rows[4]?.[1]).toBe(937.6);
  });

  test('A4, fitted to the width, headings repeated, numbered pages, draft marked', () => {
    const sheet = sheets.get('附件3');
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: '$1:$6',
    });
    expect(sheet?.headerFooter?.oddFooter).toBe('&C第 &P 页 共 &N 页');
    expect(sheet?.headerFooter?.oddHeader).toBe('&R草稿 · 第2版（已提交）');
    expect(sheet?.freezePane).toMatchObject({ rows: 6, columns: 2 });
    expect(sheets.get('附件12_3')?.pageSetup?.orientation).toBe('portrait');
  });

  test('each table prints whole, and its head and body can be called by name', async () => {
    expect(sheets.get('附件3')?.pageSetup?.printArea).toBe('$A$1:$E$10');
    const { namedRanges } = await readXlsx(bytes);
    expect(namedRanges?.map(({ name, range }) => [name, range])).toEqual([
      ['附件3_表头', "'附件3'!$A$4:$E$6"],
      ['附件3_表体', "'附件3'!$A$7:$E$9"],
      ['附件12_3_表头', "'附件12_3'!$A$7:$E$7"],
      ['附件12_3_表体', "'附件12_3'!$A$8:$E$9"],
    ]);
  });

  test('an approved workbook bears no mark anywhere', async () => {
    const approved = await sheetsOf(renderXlsx({ ...SAMPLE, draft: false }));
    const texts = [...approved.values()].flatMap((sheet) => [...sheet.rows.flat(), sheet.headerFooter?.oddHeader]);
    expect(texts.filter((text) => typeof text === 'string' && text.includes('草稿'))).toEqual([]);
  });

  test('the same publication gives the same bytes, whatever the clock says', () => {
    expect(renderXlsx(structuredClone(SAMPLE))).toEqual(bytes);
    expect(renderXlsx({ ...SAMPLE, date: '2023-02-11' })).not.toEqual(bytes);
  });

  test('a workbook without annexes still opens', async () => {
    const empty = await sheetsOf(renderXlsx({ ...SAMPLE, tables: [] }));
    expect([...empty.keys()]).toEqual(['目录']);
  });

  test('borders close around merged cells', () => {
    const covered = sheets.get('附件12_3')?.cells?.get('3,4');
    expect(covered?.style?.border?.right?.style).toBe('thin');
    expect(FORM.fields).toHaveLength(4);
  });
});
