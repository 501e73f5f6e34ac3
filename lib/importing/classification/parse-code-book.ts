import type { CodeBook, EconomicCode, FunctionalCode, Succession } from '@/lib/domain/classification/edition.ts';
import type { InputIssue } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import {
  economicCodeRecord,
  expenditureClassRecord,
  functionalCodeRecord,
  plainCodeRecord,
  successionRecord,
} from './code-record.ts';
import { treeIssues } from './code-tree.ts';
import { type CsvRecord, csvPath, readCsv } from './csv-table.ts';

/** The files of a code book, by what they hold. */
export const CODE_BOOK_FILES = {
  functional: 'functional.csv',
  economic: 'economic.csv',
  governmentEconomic: 'government-economic.csv',
  expenditureClasses: 'expenditure-classes.csv',
  succession: 'succession.csv',
} as const;

export type CodeBookTexts = Readonly<Record<keyof typeof CODE_BOOK_FILES, string>>;

/**
 * Reads a code book from the texts of its CSV files and checks it as a whole: each list is a tree, the government codes
 * that economic codes map to exist, the printed classes and both sides of each succession are functional codes.
 *
 * @returns the book, or every fault with its file, row and column
 */
export function parseCodeBook(texts: CodeBookTexts): Result<CodeBook, readonly InputIssue[]> {
  const functional = readCsv(CODE_BOOK_FILES.functional, texts.functional, functionalCodeRecord);
  const economic = readCsv(CODE_BOOK_FILES.economic, texts.economic, economicCodeRecord);
  const government = readCsv(CODE_BOOK_FILES.governmentEconomic, texts.governmentEconomic, plainCodeRecord);
  const classes = readCsv(CODE_BOOK_FILES.expenditureClasses, texts.expenditureClasses, expenditureClassRecord);
  const successions = readCsv(CODE_BOOK_FILES.succession, texts.succession, successionRecord);
  const issues = [
    ...[functional, economic, government, classes, successions].flatMap((table) => table.issues),
    ...treeIssues(CODE_BOOK_FILES.functional, functional.records),
    ...treeIssues(CODE_BOOK_FILES.economic, economic.records),
    ...treeIssues(CODE_BOOK_FILES.governmentEconomic, government.records),
    ...mappingIssues(economic.records, codesOf(government.records)),
    ...classIssues(classes.records, codesOf(functional.records)),
    ...successionIssues(successions.records, functional.records),
  ];
  if (issues.length > 0) return fail(issues);
  return ok({
    functional: valuesOf(functional.records),
    economic: valuesOf(economic.records),
    expenditureClasses: valuesOf(classes.records),
    successions: valuesOf(successions.records),
  });
}

function valuesOf<T>(records: readonly CsvRecord<T>[]): readonly T[] {
  return records.map((record) => record.value);
}

function codesOf(records: readonly CsvRecord<{ readonly code: string }>[]): ReadonlySet<string> {
  return new Set(records.map((record) => record.value.code));
}

function mappingIssues(
  records: readonly CsvRecord<EconomicCode>[],
  governmentCodes: ReadonlySet<string>,
): readonly InputIssue[] {
  return records.flatMap(({ row, value }) =>
    [value.governmentCodeAdministrative, value.governmentCodeInstitution]
      .filter((code) => code !== null && !governmentCodes.has(code))
      .map((code) => ({
        path: csvPath(CODE_BOOK_FILES.economic, row),
        message: `科目 ${value.code} 对应的政府预算经济分类 ${code} 不在 ${CODE_BOOK_FILES.governmentEconomic} 中。`,
      })),
  );
}

function classIssues(
  records: readonly CsvRecord<{ readonly code: string }>[],
  functionalCodes: ReadonlySet<string>,
): readonly InputIssue[] {
  const seen = new Set<string>();
  return records.flatMap(({ row, value: { code } }) => {
    const message =
      code.length !== 3 || !functionalCodes.has(code)
        ? `${code} 不是类级功能科目。`
        : seen.has(code)
          ? `类级功能科目 ${code} 重复。`
          : null;
    seen.add(code);
    return message === null ? [] : [{ path: csvPath(CODE_BOOK_FILES.expenditureClasses, row, 'code'), message }];
  });
}

function successionIssues(
  records: readonly CsvRecord<Succession>[],
  functional: readonly CsvRecord<FunctionalCode>[],
): readonly InputIssue[] {
  const byCode = new Map(functional.map(({ value }) => [value.code, value]));
  return records.flatMap(({ row, value }) => {
    const at = (column: string, message: string) => ({
      path: csvPath(CODE_BOOK_FILES.succession, row, column),
      message,
    });
    const old = byCode.get(value.oldCode);
    const issues: InputIssue[] = [];
    if (!old) issues.push(at('old_code', `原科目 ${value.oldCode} 不在功能科目表中。`));
    else if (old.validTo === null || old.validTo >= value.from) {
      issues.push(at('from', `原科目 ${value.oldCode} 在 ${value.from} 仍然有效，应先填写停用日期。`));
    }
    for (const code of value.newCodes) {
      const successor = byCode.get(code);
      if (!successor) issues.push(at('new_codes', `新科目 ${code} 不在功能科目表中。`));
      else if ((successor.validFrom ?? '') > value.from) {
        issues.push(at('new_codes', `新科目 ${code} 在 ${value.from} 尚未启用。`));
      }
    }
    return issues;
  });
}
