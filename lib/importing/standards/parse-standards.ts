import { groupBy } from '@/lib/domain/group-by.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { percentText } from '@/lib/domain/staffing/formula.ts';
import {
  type Standard,
  type StandardFault,
  type StandardTarget,
  WHOLE_PARTS_PER_MILLION,
} from '@/lib/domain/staffing/standard.ts';
import { type CsvRecord, csvPath, readCsv } from '../classification/csv-table.ts';
import { distributionRecord, type StandardRow, standardRecord } from './standard-record.ts';

/** The files that a folder of standards holds. */
export const STANDARD_FILES = { standards: 'standards.csv', distribution: 'distribution.csv' } as const;

export type StandardTexts = Readonly<Record<keyof typeof STANDARD_FILES, string>>;

type Share = CsvRecord<{ readonly standardId: string } & StandardTarget>;

/**
 * Reads a folder of standards: every row of every period.
 *
 * @param texts the contents of the files
 * @returns all standards, or each fault with file, row and column
 */
export function parseStandards(texts: StandardTexts): Result<readonly Standard[], readonly StandardFault[]> {
  const { standards: file } = STANDARD_FILES;
  const rows = readCsv(file, texts.standards, standardRecord);
  const shares = readCsv(STANDARD_FILES.distribution, texts.distribution, distributionRecord);
  const issues = [
    ...rows.issues,
    ...shares.issues,
    ...overlaps(rows.records),
    ...shareIssues(rows.records, shares.records),
  ];
  if (issues.length > 0) return fail(issues);
  if (rows.records.length === 0) return fail([{ path: file, message: '文件里没有任何支出标准。' }]);
  const byStandard = groupBy(shares.records, ({ value }) => value.standardId);
  return ok(
    rows.records.map(({ value: { economicCode, ...standard } }) => ({
      ...standard,
      targets:
        economicCode === ''
          ? (byStandard.get(standard.id) ?? []).map(({ value: { standardId: _id, ...target } }) => target)
          : [{ economicCode, sharePartsPerMillion: WHOLE_PARTS_PER_MILLION }],
    })),
  );
}

/** In each period there is one row of a standard. */
function overlaps(records: readonly CsvRecord<StandardRow>[]): readonly StandardFault[] {
  const same = groupBy(records, ({ value }) => value.id);
  return [...same.values()].flatMap((rows) =>
    rows.flatMap((row, index) => {
      const other = rows.slice(0, index).find((earlier) => overlap(earlier.value, row.value));
      if (!other) return [];
      const message = `标准 ${row.value.id} 的有效期与第 ${other.row} 行重叠，请写明前一行的停用日期。`;
      return [{ path: csvPath(STANDARD_FILES.standards, row.row, 'valid_from'), message }];
    }),
  );
}

type Period = Pick<StandardRow, 'validFrom' | 'validTo'>;

function overlap(a: Period, b: Period): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validTo ?? '9999-12-31');
}

/** What is not for one economic code alone goes to several, whose shares make a whole. */
function shareIssues(records: readonly CsvRecord<StandardRow>[], shares: readonly Share[]): readonly StandardFault[] {
  const file = STANDARD_FILES.distribution;
  const distributed = new Set(records.filter(({ value }) => value.economicCode === '').map(({ value }) => value.id));
  const byStandard = groupBy(shares, ({ value }) => value.standardId);
  const issues: StandardFault[] = [];
  for (const [id, rows] of byStandard) {
    const [first] = rows;
    const codes = rows.map(({ value }) => value.economicCode);
    const twice = rows.find(({ value }, index) => codes.indexOf(value.economicCode) < index);
    const sum = rows.reduce((total, { value }) => total + value.sharePartsPerMillion, 0n);
    if (!first) continue;
    if (!distributed.has(id)) {
      const message = `standards.csv 中没有经济科目留空的标准 ${id}。`;
      issues.push({ path: csvPath(file, first.row, 'standard_id'), message });
    } else if (twice) {
      const message = `标准 ${id} 的经济科目 ${twice.value.economicCode} 重复。`;
      issues.push({ path: csvPath(file, twice.row, 'economic_code'), message });
    } else if (sum !== WHOLE_PARTS_PER_MILLION) {
      const message = `标准 ${id} 的各项比例合计为 ${percentText(sum)}，应为 100%。`;
      issues.push({ path: csvPath(file, first.row, 'share'), message });
    }
  }
  for (const { row, value } of records) {
    if (value.economicCode !== '' || byStandard.has(value.id)) continue;
    const message = `标准 ${value.id} 没有经济科目，distribution.csv 中也没有它的分配比例。`;
    issues.push({ path: csvPath(STANDARD_FILES.standards, row, 'economic_code'), message });
  }
  return issues;
}
