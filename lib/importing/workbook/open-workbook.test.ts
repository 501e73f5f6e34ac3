import * as xls from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { MAX_SHEET_ROWS, type SheetModel } from './sheet-model.ts';

const good = () => writeXlsx({ sheets: [{ name: '收入', rows: [['资金来源'], ['事业收入']] }] });

async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetModel[]> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.reason);
  return opened.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const opened = await openWorkbook(bytes);
  return opened.ok ? 'opened' : opened.error.reason;
}

/** A workbook of the old format, as offices still have them. */
function oldWorkbook(rows: unknown[][], change: (sheet: xls.WorkSheet) => void = () => undefined): Uint8Array {
  const sheet = xls.utils.aoa_to_sheet(rows);
  change(sheet);
  const book = xls.utils.book_new();
  xls.utils.book_append_sheet(book, sheet, '基本支出');
  return new Uint8Array(xls.write(book, { type: 'array', bookType: 'biff8' }));
}

describe('cells', () => {
  it('keep their kind in an .xlsx', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [['文字', 12.5, true, null]],
          cells: new Map([
            ['1,0', { value: 0.95, type: 'number', style: { numFmt: '0.00%' } }],
            ['1,1', { value: 44_561, type: 'number', style: { numFmt: 'yyyy"年"m"月"' } }],
            ['1,2', { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 }],
            ['1,3', { value: null, type: 'formula', formula: '1+2' }],
            ['2,0', { value: 5, type: 'number', style: { numFmt: '0"%"' } }],
          ]),
          rowDefs: new Map([[2, { hidden: true }]]),
          merges: [{ startRow: 0, endRow: 1, startCol: 4, endCol: 4 }],
        },
        { name: '藏', rows: [['x']], hidden: true },
      ],
    });
    const [sheet, hidden] = await sheetsOf(bytes);
    expect(sheet?.rows.map((row) => row.slice(0, 4))).toEqual([
      [
        { type: 'text', text: '文字' },
        { type: 'number', value: 12.5, percent: false },
        { type: 'boolean', value: true },
        null,
      ],
      [
        { type: 'number', value: 0.95, percent: true },
        { type: 'date', serial: 44_561, date: { year: 2021, month: 12, day: 31 } },
        { type: 'number', value: 3, percent: false },
        { type: 'uncalculated' },
      ],
      [{ type: 'number', value: 5, percent: false }, null, null, null],
    ]);
    expect(sheet?.hiddenRows).toEqual(new Set([2]));
    expect(sheet?.merges).toEqual([{ fromRow: 0, toRow: 1, fromColumn: 4, toColumn: 4 }]);
    expect([sheet?.hidden, hidden?.hidden]).toEqual([false, true]);
  });

  it('keep their kind in an .xls', async () => {
    const bytes = oldWorkbook(
      [
        ['编码', '金额', '是'],
        ['30201', 1200.5, true],
      ],
      (sheet) => {
        sheet.D2 = { t: 'n', v: 44_561, z: 'yyyy-mm-dd' };
        sheet.E2 = { t: 'n', v: 0.5, z: '0%' };
        sheet.F2 = { t: 'e', v: 0x2a, w: '#N/A' };
        sheet['!ref'] = 'A1:F2';
      },
    );
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.name).toBe('基本支出');
    expect(sheet?.rows[1]).toEqual([
      { type: 'text', text: '30201' },
      { type: 'number', value: 1200.5, percent: false },
      { type: 'boolean', value: true },
      { type: 'date', serial: 44_561, date: { year: 2021, month: 12, day: 31 } },
      { type: 'number', value: 0.5, percent: true },
      { type: 'error', text: '#N/A' },
    ]);
  });
});

describe('files that are no workbook', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'NOT_A_WORKBOOK'],
    ['text', strToU8('编码,金额\n30201,5\n'), 'NOT_A_WORKBOOK'],
    [
      'a web page with the name of a workbook',
      strToU8('<html><table><tr><td>1</td></tr></table></html>'),
      'NOT_A_WORKBOOK',
    ],
    ['a PDF', strToU8('%PDF-1.7'), 'NOT_A_WORKBOOK'],
    ['another archive', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'NOT_A_WORKBOOK'],
    ['another compound file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'NOT_A_WORKBOOK'],
    ['the beginning of an archive', new Uint8Array([0x50, 0x4b, 0x03, 0x04]), 'DAMAGED'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  it('says of an encrypted one that it needs a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '收入', rows: [['x']] }],
      encryption: { password: 'geheim', spinCount: 1_000 },
    });
    expect(await refusal(bytes)).toBe('PASSWORD');
  });
});

describe('damaged files', () => {
  it('never throw, wherever they are cut off or spoilt', async () => {
    const bytes = await good();
    for (let length = 0; length < bytes.length; length += 97) {
      expect(await refusal(bytes.slice(0, length))).toMatch(/DAMAGED|NOT_A_WORKBOOK/);
    }
    for (let at = 4; at < bytes.length; at += 61) {
      const spoilt = bytes.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      expect(await refusal(spoilt)).toMatch(/DAMAGED|NOT_A_WORKBOOK|opened/);
    }
    const old = oldWorkbook([['a', 1]]);
    for (let length = 8; length < old.length; length += 211) {
      expect(await refusal(old.slice(0, length))).toMatch(/DAMAGED|NOT_A_WORKBOOK|opened/);
    }
  });

  it('are refused where a part is missing', async () => {
    const { 'xl/workbook.xml': _left, ...parts } = unzipSync(await good());
    expect(await refusal(zipSync(parts))).toBe('DAMAGED');
  });
});

describe('files that are too much', () => {
  const parts = async (more: Record<string, Uint8Array>) => zipSync({ ...unzipSync(await good()), ...more });

  it('are refused where they unpack to too much', async () => {
    expect(await refusal(await parts({ 'xl/media/image1.png': new Uint8Array(65 * 1_048_576) }))).toBe(
      'UNPACKS_TOO_LARGE',
    );
  });

  it('are refused where they unpack to more than they claim', async () => {
    const bytes = await parts({ 'xl/media/image1.png': new Uint8Array(65 * 1_048_576) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusal(bytes)).toBe('UNPACKS_TOO_LARGE');
  });

  it('are refused where many entries share one part', async () => {
    const names = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(1_048_576)]),
    );
    const bytes = await parts(names);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory: number[] = [];
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) directory.push(at);
    const last = directory.at(-1) ?? 0;
    for (const at of directory) {
      view.setUint32(at + 20, view.getUint32(last + 20, true), true);
      view.setUint32(at + 42, view.getUint32(last + 42, true), true);
    }
    expect(await refusal(bytes)).toBe('UNPACKS_TOO_LARGE');
  });

  it('are refused where they hold too many entries, sheets or rows', async () => {
    const entries = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`xl/${index}.xml`, strToU8('x')]));
    expect(await refusal(await parts(entries))).toBe('UNPACKS_TOO_LARGE');
    const sheets = Array.from({ length: 41 }, (_, index) => ({ name: `表${index}`, rows: [['x']] }));
    expect(await refusal(await writeXlsx({ sheets }))).toBe('TOO_MANY_SHEETS');
    const rows = Array.from({ length: MAX_SHEET_ROWS + 1 }, () => [1]);
    expect(await refusal(await writeXlsx({ sheets: [{ name: '长', rows }] }))).toBe('TOO_MANY_ROWS');
  });

  it('are read where only formats reach far below', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '收入',
          rows: [['x']],
          cells: new Map([['900000,200', { value: null, type: 'empty', style: { numFmt: '@' } }]]),
        },
      ],
    });
    expect((await sheetsOf(bytes))[0]?.rows).toHaveLength(1);
  });
});
