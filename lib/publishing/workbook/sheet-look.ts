import type { CellStyle } from 'hucre/xlsx';

const SONG = '宋体';
const HEI = '黑体';
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

/** Text stays text there: `@` keeps a spreadsheet from making numbers or dates of codes. */
const AS_TEXT = '@';

/** The looks of the workbook's cells: grey is not filled in. */
export const LOOKS = {
  title: { font: { name: HEI, size: 14, bold: true }, alignment: { vertical: 'center' } },
  hint: { font: { name: SONG, size: 10, color: { rgb: '595959' } }, alignment: { vertical: 'center' } },
  sum: {
    font: { name: SONG, size: 11, bold: true },
    alignment: { horizontal: 'right', vertical: 'center' },
    numFmt: '"合计 "#,##0.00',
  },
  heading: {
    font: { name: HEI, size: 11 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    fill: fill('DDE7F3'),
    border: BOX,
  },
  text: {
    font: { name: SONG, size: 11 },
    alignment: { vertical: 'center', wrapText: true },
    border: BOX,
    numFmt: AS_TEXT,
  },
  number: {
    font: { name: SONG, size: 11 },
    alignment: { horizontal: 'right', vertical: 'center' },
    border: BOX,
    numFmt: '0',
  },
  amount: {
    font: { name: SONG, size: 11 },
    alignment: { horizontal: 'right', vertical: 'center' },
    border: BOX,
    numFmt: '#,##0.00',
  },
  given: {
    font: { name: SONG, size: 11, color: { rgb: '595959' } },
    alignment: { vertical: 'center', wrapText: true },
    fill: fill('F2F2F2'),
    border: BOX,
  },
  body: { font: { name: SONG, size: 11 }, alignment: { vertical: 'top', wrapText: true } },
} satisfies Readonly<Record<string, CellStyle>>;

export type Look = keyof typeof LOOKS;
