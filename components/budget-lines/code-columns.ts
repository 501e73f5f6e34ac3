import type { Choice } from '@/components/grid/find-choices.ts';
import type { CellFinding, GridColumn, Suggestion } from '@/components/grid/grid-model.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { codeFault } from '@/lib/domain/checks/code-use.ts';
import { type ClassificationEdition, printedCodeName } from '@/lib/domain/classification/edition.ts';
import { ok } from '@/lib/domain/result.ts';
import { type CodeKind, codesOf, counterpartsOf, leafCodes, readCode } from './code-entry.ts';
import { type LikelyCodes, suggestLikely } from './code-suggestions.ts';
import { recentCodes, rememberCode } from './recent-codes.ts';

interface CodeColumnOptions<R> {
  readonly kind: CodeKind;
  readonly edition: ClassificationEdition;
  readonly codeOf: (row: R) => string;
  /** The fields of a row that take a code. */
  readonly fieldsOf: (code: string) => Partial<R>;
  /** Which codes are offered; all that may stand in a line when it is missing. */
  readonly isOffered?: (code: string) => boolean;
  /** The codes that are likelier than others for a row. */
  readonly likely?: (row: R) => Partial<Omit<LikelyCodes, 'recent'>>;
  /** What is wrong with the code beside the others of its row. */
  readonly check?: (row: R) => CellFinding | null;
}

/** How annexes, and the workbook that is exported, head these columns; a table of one code just calls it 科目编码. */
const SYNONYMS: Readonly<Record<CodeKind, Readonly<Record<'code' | 'name', readonly string[]>>>> = {
  functional: {
    code: ['功能科目编码', '功能分类科目', '功能分类科目编码', '科目编码'],
    name: ['功能分类科目名称', '科目名称'],
  },
  economic: {
    code: ['经济科目编码', '经济分类科目', '经济分类科目编码', '科目编码'],
    name: ['经济分类科目名称', '科目名称'],
  },
};

/** A column that takes a code by itself, its name or pinyin initials, and the computed column of its name beside it. */
export function codeColumns<R extends Row>(
  ids: { readonly code: string; readonly name: string },
  headers: { readonly code: string; readonly name: string },
  widths: { readonly code: number; readonly name: number },
  options: CodeColumnOptions<R>,
): readonly [GridColumn<R>, GridColumn<R>] {
  const { kind, edition, codeOf, fieldsOf, isOffered = () => true, likely, check } = options;
  const codes = codesOf(edition, kind);
  const synonyms = SYNONYMS[kind];
  const choices = codeChoices(edition, kind).filter(({ value }) => isOffered(value));
  return [
    {
      id: ids.code,
      header: headers.code,
      synonyms: synonyms.code,
      width: widths.code,
      read: codeOf,
      write: (_row, text) => {
        const read = readCode(edition, kind, text);
        return read.ok ? ok(fieldsOf(read.value)) : read;
      },
      suggest: (row, typed) => suggestCodes(edition, kind, choices, typed, likely?.(row)),
      check: (row) => codeFinding(edition, kind, codeOf(row)) ?? check?.(row) ?? null,
      replacements: (_row, text) => codeReplacements(edition, kind, text),
      onTyped: (fields) => {
        if (ids.code in fields) rememberCode(kind, codeOf(fields as R));
      },
      remark: (row) => (codes.get(codeOf(row))?.unverified ? '该科目未经官方文本核对，请与财政部门确认。' : undefined),
    },
    {
      id: ids.name,
      header: headers.name,
      synonyms: synonyms.name,
      width: widths.name,
      grows: true,
      read: (row) => (codeOf(row) === '' ? '' : printedCodeName(edition, kind, codeOf(row))),
    },
  ];
}

/** A code that came with an import or from another year may be unknown, ended, or above the last level. */
function codeFinding(edition: ClassificationEdition, kind: CodeKind, code: string): CellFinding | null {
  const fault = code === '' ? null : codeFault(edition, kind, code);
  return fault === null ? null : { severity: 'error', message: `${code}${fault}。` };
}

/** What stands in this year for a code of another one. */
export function codeReplacements(edition: ClassificationEdition, kind: CodeKind, text: string): readonly Suggestion[] {
  const code = /^\d+/.exec(text.normalize('NFKC').trim())?.[0];
  const codes = codesOf(edition, kind);
  if (code === undefined || codes.has(code)) return [];
  return counterpartsOf(edition, code).flatMap((value) => {
    const counterpart = codes.get(value);
    return counterpart ? [{ value, label: `${value} ${counterpart.name}` }] : [];
  });
}

/** A code of another year offers the codes that stand for it this year. */
export function suggestCodes(
  edition: ClassificationEdition,
  kind: CodeKind,
  choices: readonly Choice[],
  typed: string,
  likely: Partial<Omit<LikelyCodes, 'recent'>> = {},
) {
  const counterparts = new Set(counterpartsOf(edition, typed.normalize('NFKC').trim()));
  if (counterparts.size > 0) return choices.filter(({ value }) => counterparts.has(value));
  const exact = codesOf(edition, kind).get(typed.trim());
  const offered = exact ? choices.filter(({ value }) => value.startsWith(exact.code)) : choices;
  return suggestLikely(offered, typed, { paired: [], lastYear: [], ...likely, recent: recentCodes(kind) });
}

/** The codes that may stand in a line, as choices. */
export function codeChoices(edition: ClassificationEdition, kind: CodeKind): readonly Choice[] {
  const codes = codesOf(edition, kind);
  return leafCodes(edition, kind).map(({ code, name, parent }) => ({
    value: code,
    label: `${code} ${name}`,
    detail: parent === null ? undefined : codes.get(parent)?.name,
    words: name,
  }));
}
