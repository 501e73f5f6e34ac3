import {
  type ClassificationEdition,
  type EconomicCode,
  type FunctionalCode,
  isLeaf,
} from '@/lib/domain/classification/edition.ts';
import { currentCodes } from '@/lib/domain/versions/current-codes.ts';
import {
  brokenFormula,
  type CellOutcome,
  fault,
  plainText,
  question,
  quoted,
  repaired,
  value,
} from './cell-outcome.ts';
import type { SheetCell } from './sheet-model.ts';

type Classification = 'functional' | 'economic';
type Code = FunctionalCode | EconomicCode;

/** The code books that a cell is read with. */
export interface CodeContext {
  readonly edition: ClassificationEdition;
  readonly classification: Classification;
  /** Whether a code that ended before the year may stand: last year's figures bear it. */
  readonly allowsFormer: boolean;
}

const LEAF_WORDS: Readonly<Record<Classification, string>> = { functional: '项级（7 位）', economic: '款级（5 位）' };
const MAX_CHOICES = 12;
const MIN_NAME = 2;

/**
 * Reads a code as it may stand in a spreadsheet: as text, as a number, as what the spreadsheet made of it (a date, lost
 * zeros), with its name behind it, in parts with spaces or dots, or as a name alone.
 *
 * @param nameCell the cell of the column with the code's name, which speaks where the code is missing
 */
export function readCode(
  cell: SheetCell | null,
  nameCell: SheetCell | null,
  context: CodeContext,
): CellOutcome<string> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  const name = nameCell?.type === 'text' ? tidyName(nameCell.text) : '';
  const text = cell?.type === 'date' ? String(cell.serial) : plainText(cell);
  if (text === '') return name === '' ? value('') : readName(name, context);
  const digits = /^\d(?:[\d\s.\-_/·]*\d)?/.exec(text)?.[0];
  if (digits === undefined) return readName(tidyName(text), context);
  const rest = tidyName(text.slice(digits.length));
  const outcome = readDigits(digits, cell, context);
  return withName(outcome, rest === '' ? name : rest, context);
}

function readDigits(digits: string, cell: SheetCell | null, context: CodeContext): CellOutcome<string> {
  const parts = digits.split(/[^\d]+/);
  const joined = parts.map((part, index) => (index > 0 && part.length === 1 ? `0${part}` : part)).join('');
  if (parts.length === 2 && parts[1]?.length === 1 && isNumeric(digits)) return readDecimal(parts, context);
  if (isUsable(joined, context)) {
    const reason = codeRepair(joined, digits, cell);
    return reason === null ? value(joined) : repaired(joined, reason, joined);
  }
  return readUnknown(joined, context);
}

/** `302.2`, typed for 302.02 or for 302.20. */
function readDecimal([head = '', tail = '']: readonly string[], context: CodeContext): CellOutcome<string> {
  const found = [`${head}0${tail}`, `${head}${tail}0`].filter((code) => isUsable(code, context));
  const [only] = found;
  if (only !== undefined && found.length === 1) return repaired(only, '小数形式的编码已还原', only);
  if (found.length === 0) return fault(unknownSentence(`${head}.${tail}`, context));
  return question(`${quoted(`${head}.${tail}`)}可能是下面的编码，请选择。`, choicesOf(found, context));
}

function codeRepair(code: string, digits: string, cell: SheetCell | null): string | null {
  if (cell?.type === 'date') return '编码被表格显示成了日期，已还原';
  if (digits !== code) return digits.replace(/\D/g, '') === code ? '去除了编码中的分隔符' : '补上了丢失的 0';
  if (cell?.type === 'number') return '编码存成了数字，已转为文字';
  if (cell?.type !== 'text' || cell.text === code) return null;
  if (/[^\s\d]/.test(cell.text.normalize('NFKC'))) return '只保留了编码';
  return /[０-９]/.test(cell.text) ? '全角数字已转为半角' : '去除了空格';
}

/** A code that is not in force, or no leaf: what it may have been. */
function readUnknown(code: string, context: CodeContext): CellOutcome<string> {
  const { edition, classification } = context;
  const filled = withLostZeros(code, classification).filter((candidate) => isUsable(candidate, context));
  const known = edition[classification].get(code);
  const [only] = filled;
  if (only !== undefined && filled.length === 1 && !known) return repaired(only, '补上了丢失的 0', only);
  const below = known ? leavesBelow(code, context) : [];
  const later = known ? [] : currentCodes(edition, classification, code).filter((found) => isUsable(found, context));
  const candidates = [...new Set([...filled, ...later, ...below])];
  if (candidates.length === 0 || candidates.length > MAX_CHOICES) return fault(unknownSentence(code, context));
  return question(whyAsked(code, known, later.length > 0, context), choicesOf(candidates, context));
}

function whyAsked(code: string, known: Code | undefined, replaced: boolean, context: CodeContext): string {
  if (known) return `${code} ${known.name}不是末级科目，请选到${LEAF_WORDS[context.classification]}。`;
  if (replaced) return `${code} 不是 ${context.edition.year} 年的科目，请选择对应的新科目。`;
  return `${context.edition.year} 年的科目中没有 ${code}，可能丢失了 0，请选择。`;
}

function unknownSentence(code: string, { edition, classification }: CodeContext): string {
  const known = edition[classification].get(code);
  const level = LEAF_WORDS[classification];
  if (known) return `${code} ${known.name}不是末级科目，请填写${level}编码。`;
  return `${edition.year} 年的${classification === 'functional' ? '功能' : '经济'}科目中没有 ${code}，请核对，填写${level}编码。`;
}

/** The code with noughts put back at the beginning of its levels: `3021` → `30201`, `201038` → `2010308`. */
function withLostZeros(code: string, classification: Classification): readonly string[] {
  const head = code.slice(0, 3);
  const tail = code.slice(3);
  if (classification === 'economic') return tail.length === 1 ? [`${head}0${tail}`] : [];
  if (tail.length === 2) return [`${head}0${tail[0]}0${tail[1]}`];
  if (tail.length !== 3) return [];
  return [...new Set([`${head}${tail.slice(0, 2)}0${tail[2]}`, `${head}0${tail}`])];
}

/** A text in place of a code: the name of one, or part of it. */
function readName(name: string, context: CodeContext): CellOutcome<string> {
  const codes = usableCodes(context);
  const folded = fold(name);
  const same = codes.filter((code) => fold(code.name) === folded);
  const [only] = same;
  if (only && same.length === 1) return repaired(only.code, '按科目名称找到了编码', only.code);
  const similar =
    same.length > 0 || folded.length < MIN_NAME ? same : codes.filter((code) => isPart(fold(code.name), folded));
  if (similar.length === 0 || similar.length > MAX_CHOICES) {
    return fault(`没有名称为${quoted(name)}的末级科目，请填写编码。`);
  }
  const why =
    same.length > 0 ? `名称为${quoted(name)}的科目有 ${same.length} 个` : `没有名称正好是${quoted(name)}的科目`;
  return question(
    `${why}，请选择。`,
    similar.map(({ code }) => code).map((code) => choiceOf(code, context)),
  );
}

/** The name beside a code decides nothing, but where it is the exact name of another code somebody has to say which. */
function withName(outcome: CellOutcome<string>, name: string, context: CodeContext): CellOutcome<string> {
  if (outcome.kind !== 'value' || name === '') return outcome;
  const own = context.edition[context.classification].get(outcome.value)?.name ?? '';
  if (fold(own) === fold(name)) return outcome;
  const [other, ...more] = usableCodes(context).filter((code) => fold(code.name) === fold(name));
  if (!other || more.length > 0) return outcome;
  return question(
    `编码 ${outcome.value} 的名称是“${own}”，旁边写的却是${quoted(name)}，请选择哪个对。`,
    choicesOf([outcome.value, other.code], context),
  );
}

function isUsable(code: string, { edition, classification, allowsFormer }: CodeContext): boolean {
  return isLeaf(edition[classification], code) || (allowsFormer && edition.formerNames.has(code));
}

const usable = new WeakMap<ReadonlyMap<string, Code>, readonly Code[]>();

function usableCodes({ edition, classification }: CodeContext): readonly Code[] {
  const codes: ReadonlyMap<string, Code> = edition[classification];
  const found = usable.get(codes) ?? [...codes.values()].filter(({ code }) => isLeaf(codes, code));
  usable.set(codes, found);
  return found;
}

function leavesBelow(code: string, context: CodeContext): readonly string[] {
  return usableCodes(context).flatMap((leaf) => (leaf.code.startsWith(code) ? [leaf.code] : []));
}

function choicesOf(codes: readonly string[], context: CodeContext) {
  return codes.map((code) => choiceOf(code, context));
}

function choiceOf(code: string, { edition, classification }: CodeContext) {
  return {
    label: `${code} ${edition[classification].get(code)?.name ?? edition.formerNames.get(code) ?? ''}`,
    text: code,
  };
}

const isNumeric = (text: string) => /^\d+\.\d+$/.test(text);
const fold = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
const isPart = (name: string, part: string) => name.includes(part) || part.includes(name);
const tidyName = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^[\s.\-_/:、·—]+/, '')
    .trim();
