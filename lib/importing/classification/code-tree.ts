import type { CodeLevel } from '@/lib/domain/classification/edition.ts';
import type { InputIssue } from '@/lib/domain/problem.ts';
import { type CsvRecord, csvPath } from './csv-table.ts';

/** What a code needs to stand in its tree. */
export interface TreeCode {
  readonly code: string;
  readonly parent: string | null;
  readonly level: CodeLevel;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const CODE_LENGTH: Readonly<Record<CodeLevel, number>> = { 1: 3, 2: 5, 3: 7 };
const LEVEL_NAMES: Readonly<Record<CodeLevel, string>> = { 1: '类', 2: '款', 3: '项' };

/**
 * The rules of a code list: no code twice, 类/款/项 of 3, 5 and 7 digits, each code begins with its parent, the parent
 * stands one level above in the same list and is in force for as long as the code.
 */
export function treeIssues(file: string, records: readonly CsvRecord<TreeCode>[]): readonly InputIssue[] {
  const byCode = new Map<string, CsvRecord<TreeCode>>();
  const issues: InputIssue[] = [];
  for (const record of records) {
    const first = byCode.get(record.value.code);
    if (first) {
      const message = `科目 ${record.value.code} 重复，第 ${first.row} 行已有此科目。`;
      issues.push({ path: csvPath(file, record.row, 'code'), message });
    } else byCode.set(record.value.code, record);
  }
  for (const { row, value } of records) {
    const found = placeProblem(value, value.parent === null ? undefined : byCode.get(value.parent)?.value);
    if (found) issues.push({ path: csvPath(file, row, found.column), message: found.message });
  }
  return issues;
}

interface PlaceProblem {
  readonly column: 'code' | 'parent' | 'valid_from';
  readonly message: string;
}

function placeProblem(value: TreeCode, parent: TreeCode | undefined): PlaceProblem | null {
  const { code, level } = value;
  if (code.length !== CODE_LENGTH[level]) {
    const message = `${LEVEL_NAMES[level]}级科目 ${code} 应为 ${CODE_LENGTH[level]} 位数字。`;
    return { column: 'code', message };
  }
  if ((value.validFrom ?? '') > (value.validTo ?? '9999-12-31')) {
    return { column: 'valid_from', message: `科目 ${code} 的启用日期晚于停用日期。` };
  }
  if (level === 1) {
    return value.parent === null ? null : { column: 'parent', message: `类级科目 ${code} 不应有上级科目。` };
  }
  if (value.parent === null || !parent) {
    return { column: 'parent', message: `科目 ${code} 的上级科目 ${value.parent ?? ''} 不在表中。` };
  }
  if (parent.level !== level - 1 || !code.startsWith(parent.code)) {
    return { column: 'parent', message: `科目 ${code} 应以上级科目 ${parent.code} 开头，且只低一级。` };
  }
  return outlives(value, parent)
    ? { column: 'valid_from', message: `科目 ${code} 的有效期超出上级科目 ${parent.code} 的有效期。` }
    : null;
}

function outlives(value: TreeCode, parent: TreeCode): boolean {
  const beginsEarlier = parent.validFrom !== null && (value.validFrom ?? '') < parent.validFrom;
  const endsLater = parent.validTo !== null && (value.validTo ?? '9999-12-31') > parent.validTo;
  return beginsEarlier || endsLater;
}
