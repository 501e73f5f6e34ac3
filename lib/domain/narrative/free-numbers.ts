import { claimHolds, claimsIn, plainDigits } from './claims.ts';
import type { Figure, Figures } from './figure.ts';
import { compareFigures } from './figure-names.ts';

/** What a number counts, by the words behind it; it is compared with figures of the same kind only. */
export type Measure = 'wanYuan' | 'yuan' | 'people' | 'vehicles' | 'percent' | 'other';

/** A number that somebody typed into free words. */
export interface FreeNumber {
  /** Where number and measure stand in the text. */
  readonly start: number;
  readonly end: number;
  /** As typed, e.g. 14.21 and 万元. */
  readonly text: string;
  readonly unit: string;
  readonly measure: Measure;
  /**
   * `wrong`: the words speak of a figure that is another. `unknown`: it stands in no table. `bindable`: it is one of the
   * figures `refs`, and would follow the tables if it were bound. `known`: it stands in a table.
   */
  readonly state: 'wrong' | 'unknown' | 'bindable' | 'known';
  /** Of `bindable` the figures that it may be, the likeliest first; of `wrong` the one that is meant. */
  readonly refs: readonly string[];
}

/** What numbers are compared with; asked for when there is a number. */
export interface KnownNumbers {
  readonly figures: () => Figures;
  /** Further numbers that stand in the tables, without separators and trailing noughts. */
  readonly printed: () => ReadonlySet<string>;
}

/**
 * Numbers that are no figures of a budget, and so are left alone: dates and years, numbers of documents, ordinals and
 * articles, numbering, telephones, titles and quotations, names in Latin letters, lengths of time.
 */
const NO_FIGURES: readonly RegExp[] = [
  /《[^》]*》|“[^”]*”/g,
  /[〔【﹝[［（(]\s*\d{4}\s*[〕】﹞\]］）)]\s*第?\s*\d+\s*号/g,
  /\d{4}\s*[-—–~～至到]+\s*\d{4}\s*年?/g,
  /\d{4}年(?:度|(?:\d{1,2}月(?:\d{1,2}日)?))?|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)/g,
  /\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{1,2}[:：]\d{2}/g,
  /第\s*\d+(?:\s*[-—–~～至到、]\s*\d+)*|\d+号/g,
  /(?<=^|[\n。；;：:，,、])\s*(?:[（(]\d{1,2}[）)]|\d{1,2}(?:[、)）]|[.．](?!\d)))/g,
  /(?<!\d)0\d{2,3}[-－—–]?\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?:电话|热线|传真)[：:为是]?\s*\d[\d－—–-]*|\d{5}(?=热线|平台)/g,
  /[A-Za-z][A-Za-z/—-]*\s?\d+(?:[.—-]\d+)*|\d+[A-Za-z]+/g,
  /\d+\s*[×xX*]\s*\d+|\d+(?:个?小时|分钟|个?工作日|个?月|(?<!\d{4})年|周年|天|周)/g,
];

const NUMBER = /(?<![\d.])\d+(?:[,，]\d{3})*(?:\.\d+)?/g;

const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/^\s*万元/, 'wanYuan'],
  [/^\s*(?:亿元|元)/, 'yuan'],
  [/^\s*(?:人|名|位)/, 'people'],
  [/^\s*(?:辆|台车)/, 'vehicles'],
  [/^\s*(?:[%％]|个百分点)/, 'percent'],
];

/** Numbers typed into a text, in their order, each with what is known of it. */
export function freeNumbersIn(text: string, known: KnownNumbers): readonly FreeNumber[] {
  const plain = plainDigits(text);
  const masked = maskNoFigures(plain);
  const claims = new Map(claimsIn(plain).map((claim) => [claim.start, claim]));
  return [...masked.matchAll(NUMBER)].map((match): FreeNumber => {
    const behind = plain.slice(match.index + match[0].length);
    const [unit = '', measure] = measureBehind(behind);
    const place = { start: match.index, end: match.index + match[0].length + unit.length };
    const number = { ...place, text: match[0], unit: unit.trim(), measure };
    const claim = claims.get(match.index);
    const holds = claim ? claimHolds(claim, known.figures()) : null;
    if (claim && holds === false) return { ...number, state: 'wrong', refs: [claim.ref] };
    const equal = equalFigures(number, known.figures());
    const refs = claim && holds ? [claim.ref, ...equal.filter((ref) => ref !== claim.ref)] : equal;
    if (refs.length > 0) return { ...number, state: 'bindable', refs };
    return { ...number, state: isPrinted(number, known) ? 'known' : 'unknown', refs: [] };
  });
}

function maskNoFigures(text: string): string {
  return NO_FIGURES.reduce((rest, pattern) => rest.replace(pattern, (piece) => '\u0000'.repeat(piece.length)), text);
}

function measureBehind(text: string): readonly [string, Measure] {
  for (const [pattern, measure] of MEASURES) {
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) return [word, measure];
  }
  return ['', 'other'];
}

type Measured = Pick<FreeNumber, 'text' | 'unit' | 'measure'>;

/** Figures of the same kind and size; a nought may be any of them, so it is none. */
function equalFigures(number: Measured, figures: Figures): readonly string[] {
  const value = plainNumber(number.text);
  if (value === '0') return [];
  return [...figures]
    .filter(([ref, figure]) => isMeasuredIn(number.measure, ref, figure) && figure.text === value)
    .map(([ref]) => ref)
    .sort(compareFigures);
}

function isMeasuredIn(measure: Measure, ref: string, { kind }: Figure): boolean {
  switch (measure) {
    case 'wanYuan':
      return kind === 'amount' && !ref.startsWith('change.');
    case 'people':
      return kind === 'count' && ref.startsWith('staff.');
    case 'vehicles':
      return kind === 'count' && ref.startsWith('vehicles.');
    case 'percent':
      return ref.startsWith('percent.');
    default:
      return false;
  }
}

/** Whether the tables have the number somewhere; people and vehicles have to be those of the unit. */
function isPrinted(number: Measured, known: KnownNumbers): boolean {
  const figures = known.figures();
  const value = plainNumber(number.text);
  const isNoughtOf = (measure: Measure) =>
    value === '0' && [...figures].some(([ref, figure]) => isMeasuredIn(measure, ref, figure) && figure.text === '0');
  switch (number.measure) {
    case 'people':
    case 'vehicles':
      return isNoughtOf(number.measure);
    case 'yuan':
      return [...figures.values()].some((figure) => figure.kind === 'amount' && isSameYuan(number, figure.amountFen));
    case 'wanYuan':
      return value === '0' || known.printed().has(value) || isChange(value, figures);
    default:
      return known.printed().has(value);
  }
}

function isChange(value: string, figures: Figures): boolean {
  return [...figures].some(([ref, figure]) => ref.startsWith('change.') && figure.text === value);
}

const FEN: Readonly<Record<string, number>> = { 元: 100, 亿元: 10_000_000_000 };

function isSameYuan({ text, unit }: Measured, amountFen: bigint): boolean {
  const stated = Math.round(Number(plainNumber(text)) * (FEN[unit] ?? 100));
  return stated !== 0 && Number.isSafeInteger(stated) && BigInt(stated) === amountFen;
}

/** Without separators and trailing noughts: `1,040.50` → `1040.5`. */
export function plainNumber(text: string): string {
  const plain = plainDigits(text).replace(/[,，]/g, '');
  return (plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain).replace(/^0+(?=\d)/, '');
}
