import { MAIN_NAMESPACE, XML_DECLARATION } from './package-xml.ts';
import type { CellLook, NumberFormat, SheetCell } from './sheet-plan.ts';

interface Font {
  readonly face: string;
  /** In points. */
  readonly size: number;
  readonly bold?: true;
}

/** Faces are named, never embedded: every office PC in question has them. The first is that of cells without a look. */
const FONTS = {
  body: { face: '宋体', size: 11 },
  bold: { face: '宋体', size: 11, bold: true },
  heading: { face: '黑体', size: 11 },
  number: { face: '黑体', size: 14 },
  title: { face: '宋体', size: 16, bold: true },
} as const satisfies Readonly<Record<string, Font>>;

const FONT_NAMES = Object.keys(FONTS);

interface Look {
  readonly font: keyof typeof FONTS;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly wraps?: true;
  readonly boxed?: true;
}

const LOOKS: Readonly<Record<CellLook, Look>> = {
  number: { font: 'number', horizontal: 'left' },
  mark: { font: 'heading', horizontal: 'right' },
  title: { font: 'title', horizontal: 'center', wraps: true },
  unit: { font: 'body', horizontal: 'right' },
  heading: { font: 'heading', horizontal: 'center', wraps: true, boxed: true },
  text: { font: 'body', horizontal: 'left', wraps: true, boxed: true },
  centred: { font: 'body', horizontal: 'center', wraps: true, boxed: true },
  amount: { font: 'body', horizontal: 'right', boxed: true },
  totalText: { font: 'bold', horizontal: 'center', wraps: true, boxed: true },
  totalAmount: { font: 'bold', horizontal: 'right', boxed: true },
  note: { font: 'body', horizontal: 'left', wraps: true },
};

/** Every spreadsheet program knows these formats by these numbers. */
const FORMAT_NUMBERS: Readonly<Record<NumberFormat, number>> = { General: 0, '0.00': 2, '#,##0.00': 4 };

const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')}<diagonal/></border>`,
];
/** A program takes the first two for its own, whatever they are. */
const FILLS = ['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`);

/** The styles that the cells of a workbook have, each once, in the order in which they are asked for. */
export class StyleTable {
  readonly #indexes = new Map<string, number>();
  readonly #formats = [PLAIN];

  /** What a cell names its style by. */
  indexOf({ content, look, indent = 0 }: SheetCell): number {
    const format = 'format' in content ? content.format : 'General';
    const key = `${look} ${indent} ${format}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#formats.push(cellFormat(LOOKS[look], indent, format)) - 1;
    this.#indexes.set(key, index);
    return index;
  }

  /** `xl/styles.xml`. */
  xml(): string {
    return [
      `${XML_DECLARATION}<styleSheet xmlns="${MAIN_NAMESPACE}">`,
      counted('fonts', Object.values(FONTS).map(fontXml)),
      counted('fills', FILLS),
      counted('borders', BORDERS),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      counted('cellXfs', this.#formats),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}

function cellFormat({ font, horizontal, wraps, boxed }: Look, indent: number, format: NumberFormat): string {
  const alignment = [
    `horizontal="${horizontal}" vertical="center"`,
    ...(wraps ? ['wrapText="1"'] : []),
    ...(indent > 0 ? [`indent="${indent}"`] : []),
  ].join(' ');
  const applied = ['NumberFormat', 'Font', 'Border', 'Alignment'].map((part) => `apply${part}="1"`).join(' ');
  const parts = `numFmtId="${FORMAT_NUMBERS[format]}" fontId="${FONT_NAMES.indexOf(font)}" fillId="0" borderId="${boxed ? 1 : 0}"`;
  return `<xf ${parts} xfId="0" ${applied}><alignment ${alignment}/></xf>`;
}

/** 134 is the Chinese character set: a program in another language then takes a Chinese face in place of one it lacks. */
function fontXml({ face, size, bold }: Font): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${face}"/><family val="3"/><charset val="134"/></font>`;
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
