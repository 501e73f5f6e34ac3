import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { SheetBuilder } from './sheet-builder.ts';
import type { CellLook, SheetCell, SheetContent, SheetPlan } from './sheet-plan.ts';
import { writeWorkbook } from './write-workbook.ts';

const PROPERTIES = { title: '甲&乙', organisation: '信访<办>', date: '2023-02-20' };

function plan(cells: readonly (readonly SheetCell[])[], name = '附件1'): SheetPlan {
  const sheet = new SheetBuilder((cells[0] ?? [null]).map(() => 12.34));
  for (const row of cells) sheet.addRow(row);
  return sheet.build({ name, orientation: 'portrait', repeatedRows: null, frozen: { rows: 0, columns: 0 } });
}

const text = (words: string, look: CellLook = 'text'): SheetCell => ({ content: { kind: 'text', text: words }, look });
const cell = (content: SheetContent): SheetCell => ({ content, look: 'amount' });

/** Read by another's program than wrote it. */
async function readBack(sheets: readonly SheetPlan[]) {
  const workbook = await readXlsx(writeWorkbook(sheets, PROPERTIES), { readStyles: true });
  return { ...workbook, first: workbook.sheets[0] };
}

function partsOf(sheets: readonly SheetPlan[]): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(writeWorkbook(sheets, PROPERTIES)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('what stands in cells', () => {
  test('any text is read back as it was, whatever signs it has', async () => {
    const words = fc.string({
      unit: fc.constantFrom('<', '&', '"', "'", ' ', '\n', '_', 'x', '0041', '=', '＋', '预', '𠮷'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (texts) => {
        const { first } = await readBack([plan(texts.map((word) => [text(word)]))]);
        // Cells without a text at the end are not told of
        expect(texts.map((_word, row) => first?.rows[row]?.[0] ?? '')).toEqual(texts);
      }),
    );
  });

  test('what XML cannot hold is left out, and no text is read as a number of a sign', () => {
    const { 'xl/sharedStrings.xml': strings } = partsOf([
      plan([[text('甲\u0000乙')], [text('_x0041_')], [text('a\r\nb')]]),
    ]);
    expect(strings).toContain('<t>甲乙</t>');
    expect(strings).toContain('<t>_x005F_x0041_</t>');
    expect(strings).toContain('<t xml:space="preserve">a\nb</t>');
  });

  test('any figure is read back as it was, and a formula with its result', async () => {
    const hundredths = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map((value) => value / 100);
    await fc.assert(
      fc.asyncProperty(hundredths, async (value) => {
        const { first } = await readBack([
          plan([
            [cell({ kind: 'number', value, format: '0.00' })],
            [cell({ kind: 'formula', formula: 'SUM(A1:A1)', value, format: '#,##0.00' })],
          ]),
        ]);
        expect(first?.rows.map(([figure]) => figure)).toEqual([value, value]);
        expect(first?.cells?.get('1,0')?.formula).toBe('SUM(A1:A1)');
      }),
    );
  });

  test('a text is kept once, however often it stands', () => {
    const { 'xl/sharedStrings.xml': strings } = partsOf([
      plan([[text('合计'), text('合计')]]),
      plan([[text('合计')]], '附件2'),
    ]);
    expect(strings).toContain('count="3" uniqueCount="1"><si><t>合计</t></si></sst>');
  });
});

describe('how cells look', () => {
  test('each look once, with its format and indent', async () => {
    const { first } = await readBack([
      plan([
        [text('名称', 'heading'), { ...text('款'), indent: 2 }],
        [cell({ kind: 'number', value: 1, format: '0.00' }), cell({ kind: 'blank' })],
      ]),
    ]);
    const styleOf = (place: string) => first?.cells?.get(place)?.style;
    expect(styleOf('0,0')).toMatchObject({
      font: { name: '黑体', size: 11 },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
      border: { left: { style: 'thin' } },
    });
    expect(styleOf('0,1')?.alignment).toMatchObject({ horizontal: 'left', indent: 2 });
    expect(styleOf('1,0')?.numFmt).toBe('0.00');
    expect(styleOf('1,1')?.border?.bottom?.style).toBe('thin');
  });

  test('as many styles as there are looks, not cells', () => {
    const row = [text('甲'), text('乙'), text('丙', 'centred')];
    const { 'xl/styles.xml': styles } = partsOf([plan([row, row, row])]);
    expect(styles).toContain('<cellXfs count="3">');
  });
});

describe('sheets', () => {
  test('a sheet is set up to be printed and read as its plan says', async () => {
    const sheet = new SheetBuilder([20, 20, 20]);
    sheet.addMergedRow({ kind: 'text', text: '标题' }, 'title');
    sheet.addRow([text('甲'), text('乙'), text('丙')]);
    const { first, namedRanges } = await readBack([
      sheet.build({
        name: '附件1',
        orientation: 'landscape',
        fitsOnePage: true,
        repeatedRows: { from: 0, to: 0 },
        frozen: { rows: 1, columns: 1 },
        names: [{ name: '附件1_表体', fromRow: 1, toRow: 1 }],
        pageMark: '草稿 & 第2版',
      }),
    ]);
    expect(first?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]);
    expect(first?.freezePane).toMatchObject({ rows: 1, columns: 1 });
    expect(first?.pageSetup).toMatchObject({ orientation: 'landscape', fitToHeight: 1, printTitlesRow: '$1:$1' });
    expect(first?.headerFooter?.oddHeader).toBe('&R草稿 && 第2版');
    expect(namedRanges?.map(({ name, range }) => [name, range])).toContainEqual(['附件1_表体', "'附件1'!$A$2:$C$2"]);
  });

  test('a link leads to its sheet', async () => {
    const link: SheetCell = { content: { kind: 'link', text: '附件2', sheet: '附件2' }, look: 'centred' };
    const { first } = await readBack([plan([[link]]), plan([[text('甲')]], '附件2')]);
    expect(first?.cells?.get('0,0')).toMatchObject({ value: '附件2', hyperlink: { location: "'附件2'!A1" } });
  });

  test('an empty sheet opens', async () => {
    const { sheets } = await readBack([plan([])]);
    expect(sheets.map(({ name }) => name)).toEqual(['附件1']);
  });
});

test('the properties are those given, and nothing of the machine or the clock', () => {
  const parts = partsOf([plan([[text('甲')]])]);
  expect(parts['docProps/core.xml']).toContain('<dc:title>甲&amp;乙</dc:title><dc:creator>信访&lt;办&gt;</dc:creator>');
  expect(parts['docProps/core.xml']).toContain('>2023-02-20T00:00:00Z</dcterms:modified>');
  const unnamed = writeWorkbook([plan([[text('甲')]])], { ...PROPERTIES, organisation: null });
  expect(strFromU8(unzipSync(unnamed)['docProps/core.xml'] ?? new Uint8Array())).not.toContain('creator');
});

test('every part is told of, and every part told of is there', () => {
  const parts = partsOf([plan([[text('甲')]]), plan([[text('乙')]], '附件2')]);
  const told = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
  const unnamed = ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'];
  expect([...told, ...unnamed].sort()).toEqual(Object.keys(parts).sort());
  const targets = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(
    ([, name]) => `xl/${name}`,
  );
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(targets));
});
