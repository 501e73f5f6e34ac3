import type { AlignmentStyle, BorderStyle, CellStyle, FontStyle } from 'hucre';
import type { CellLook } from './sheet-plan.ts';

/** Faces are named, never embedded: every office PC in question has them. */
const SONG = '宋体';
const HEI = '黑体';

const THIN = { style: 'thin' } as const;
const BOX: BorderStyle = { top: THIN, right: THIN, bottom: THIN, left: THIN };

interface Look {
  readonly font: FontStyle;
  readonly alignment: AlignmentStyle;
  readonly boxed: boolean;
}

const body: FontStyle = { name: SONG, size: 11 };
const bold: FontStyle = { ...body, bold: true };

const LOOKS: Readonly<Record<CellLook, Look>> = {
  number: { font: { name: HEI, size: 14 }, alignment: { horizontal: 'left' }, boxed: false },
  mark: { font: { name: HEI, size: 11 }, alignment: { horizontal: 'right' }, boxed: false },
  title: {
    font: { name: SONG, size: 16, bold: true },
    alignment: { horizontal: 'center', wrapText: true },
    boxed: false,
  },
  unit: { font: body, alignment: { horizontal: 'right' }, boxed: false },
  heading: { font: { name: HEI, size: 11 }, alignment: { horizontal: 'center', wrapText: true }, boxed: true },
  text: { font: body, alignment: { horizontal: 'left', wrapText: true }, boxed: true },
  centred: { font: body, alignment: { horizontal: 'center', wrapText: true }, boxed: true },
  amount: { font: body, alignment: { horizontal: 'right' }, boxed: true },
  totalText: { font: bold, alignment: { horizontal: 'center', wrapText: true }, boxed: true },
  totalAmount: { font: bold, alignment: { horizontal: 'right' }, boxed: true },
  note: { font: body, alignment: { horizontal: 'left', wrapText: true }, boxed: false },
};

/** The writer's style of a cell; text is never wrapped around a figure's format. */
export function cellStyle(look: CellLook, indent: number, format: string | undefined): CellStyle {
  const { font, alignment, boxed } = LOOKS[look];
  return {
    font,
    alignment: { vertical: 'center', ...alignment, ...(indent > 0 ? { indent } : {}) },
    ...(boxed ? { border: BOX } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}
