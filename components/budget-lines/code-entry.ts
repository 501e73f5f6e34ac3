import {
  type ClassificationEdition,
  type EconomicCode,
  type FunctionalCode,
  isLeaf,
} from '@/lib/domain/classification/edition.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

export type CodeKind = 'functional' | 'economic';

type AnyCode = FunctionalCode | EconomicCode;

const LEAF_WORDS: Readonly<Record<CodeKind, string>> = { functional: '项级（7 位）', economic: '款级（5 位）' };

export function codesOf(edition: ClassificationEdition, kind: CodeKind): ReadonlyMap<string, AnyCode> {
  return edition[kind];
}

/** The codes of the kind that may stand in a line, in the order of the book. */
export function leafCodes(edition: ClassificationEdition, kind: CodeKind): readonly AnyCode[] {
  const codes = codesOf(edition, kind);
  const known = leaves.get(codes);
  if (known) return known;
  const found = [...codes.values()].filter(({ code }) => isLeaf(codes, code));
  leaves.set(codes, found);
  return found;
}

const leaves = new WeakMap<ReadonlyMap<string, AnyCode>, readonly AnyCode[]>();

/**
 * Reads a code as a person types or pastes it: the code, its name, or both (`2010308 信访事务`).
 *
 * @returns the code of a leaf in force, blank for blank; else in Chinese what is wrong and what to do
 */
export function readCode(edition: ClassificationEdition, kind: CodeKind, text: string): Result<string, string> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return ok('');
  const digits = /^\d[\d\s]*/.exec(plain)?.[0].replace(/\s/g, '');
  return digits === undefined ? readName(edition, kind, plain) : readDigits(edition, kind, digits);
}

function readDigits(edition: ClassificationEdition, kind: CodeKind, digits: string): Result<string, string> {
  const codes = codesOf(edition, kind);
  if (isLeaf(codes, digits)) return ok(digits);
  const parent = codes.get(digits);
  if (parent) return fail(`${digits} ${parent.name}不是末级科目，请选到${LEAF_WORDS[kind]}。`);
  const counterparts = counterpartsOf(edition, digits);
  if (counterparts.length > 0) {
    const names = counterparts.map((code) => `${code} ${codes.get(code)?.name ?? ''}`).join('、');
    return fail(`${digits} 不是 ${edition.year} 年的科目，请改用 ${names}。`);
  }
  return fail(`${edition.year} 年的科目中没有 ${digits}。请核对编码，或输入名称、拼音首字母后从列表选择。`);
}

function readName(edition: ClassificationEdition, kind: CodeKind, name: string): Result<string, string> {
  const same = leafCodes(edition, kind).filter((code) => code.name === name);
  const [only] = same;
  if (only && same.length === 1) return ok(only.code);
  if (same.length > 1) {
    return fail(
      `名称为“${name}”的科目有 ${same.length} 个（${same.map(({ code }) => code).join('、')}），请输入编码。`,
    );
  }
  return fail(`没有名称为“${name}”的末级科目。请从列表选择，或输入编码。`);
}

/** The codes in force that stand for one of another year: what followed an earlier one, what a later one was before. */
export function counterpartsOf({ successions, functional, economic }: ClassificationEdition, code: string) {
  const later = successions.filter(({ oldCode }) => oldCode === code).flatMap(({ newCodes }) => newCodes);
  const earlier = successions.filter(({ newCodes }) => newCodes.includes(code)).map(({ oldCode }) => oldCode);
  return [...later, ...earlier].filter((counterpart) => functional.has(counterpart) || economic.has(counterpart));
}
