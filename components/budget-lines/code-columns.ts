import type { Choice } from '@/components/grid/find-choices.ts';
import { findChoices } from '@/components/grid/find-choices.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { type ClassificationEdition, codeName } from '@/lib/domain/classification/edition.ts';
import { ok } from '@/lib/domain/result.ts';
import { type CodeKind, codesOf, counterpartsOf, leafCodes, readCode } from './code-entry.ts';

interface CodeColumnOptions<R> {
  readonly kind: CodeKind;
  readonly edition: ClassificationEdition;
  readonly codeOf: (row: R) => string;
  /** The fields of a row that take a code. */
  readonly fieldsOf: (code: string) => Partial<R>;
  /** Which codes are offered; all that may stand in a line when it is missing. */
  readonly isOffered?: (code: string) => boolean;
}

/** A column that takes a code by itself, its name or pinyin initials, and the computed column of its name beside it. */
export function codeColumns<R extends Row>(
  ids: { readonly code: string; readonly name: string },
  headers: { readonly code: string; readonly name: string },
  widths: { readonly code: number; readonly name: number },
  options: CodeColumnOptions<R>,
): readonly [GridColumn<R>, GridColumn<R>] {
  const { kind, edition, codeOf, fieldsOf, isOffered = () => true } = options;
  const codes = codesOf(edition, kind);
  const choices = codeChoices(edition, kind).filter(({ value }) => isOffered(value));
  return [
    {
      id: ids.code,
      header: headers.code,
      width: widths.code,
      read: codeOf,
      write: (_row, text) => {
        const read = readCode(edition, kind, text);
        return read.ok ? ok(fieldsOf(read.value)) : read;
      },
      suggest: (_row, typed) => suggestCodes(edition, kind, choices, typed),
      remark: (row) => (codes.get(codeOf(row))?.unverified ? '该科目未经官方文本核对，请与财政部门确认。' : undefined),
    },
    {
      id: ids.name,
      header: headers.name,
      width: widths.name,
      grows: true,
      read: (row) => (codeOf(row) === '' ? '' : codeName(codes, codeOf(row))),
    },
  ];
}

/** A code of another year offers the codes that stand for it this year. */
export function suggestCodes(
  edition: ClassificationEdition,
  kind: CodeKind,
  choices: readonly Choice[],
  typed: string,
) {
  const counterparts = new Set(counterpartsOf(edition, typed.normalize('NFKC').trim()));
  if (counterparts.size > 0) return choices.filter(({ value }) => counterparts.has(value));
  const exact = codesOf(edition, kind).get(typed.trim());
  return findChoices(exact ? choices.filter(({ value }) => value.startsWith(exact.code)) : choices, typed);
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
