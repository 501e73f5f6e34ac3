import * as z from 'zod';
import type { Budget, Department } from '@/lib/domain/budget/budget.ts';
import type { InputIssue } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import { departmentCodeField, unitCodeField } from '@/lib/schemas/unit.ts';
import { issueMessage } from './issue-message.ts';
import { jsonPath } from './json-path.ts';
import {
  CONTENT_FIELDS,
  MAX_YEAR,
  MIN_YEAR,
  type PackageAdjustment,
  packageSchema,
  type ReadPackage,
} from './package-schema.ts';
import { readUnitBudget } from './read-unit-budget.ts';

/** The budgets of one department's units for one year. */
export interface ImportedPackage {
  readonly department: Department;
  readonly year: number;
  readonly units: readonly Budget[];
  /** What the file says that is not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/** Compiling a parser for each kind of record takes longer than reading a package with it, large ones too. */
const UNCOMPILED = { jitless: true } as const;

/**
 * Reads a budget package (budget-package/1): the exchange form of a department's budget, with amounts in yuan.
 *
 * @param json the parsed file
 * @param newKey makes the stable key (UUID) of each row
 * @returns the budgets with rows in their order in the file (projects by `seq`), or every fault with its JSON path
 */
export function parseBudgetPackage(
  json: unknown,
  newKey: () => string,
): Result<ImportedPackage, readonly InputIssue[]> {
  const parsed = packageSchema.safeParse(json, { error: issueMessage, ...UNCOMPILED });
  const issues = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: jsonPath(path), message: closed(message) })),
    ...compositionIssues(json),
  ];
  if (!parsed.success || issues.length > 0) return fail(issues);
  return ok(toBudgets(parsed.data, newKey));
}

/** With its full stop: sentences of form fields stand without one. */
function closed(sentence: string): string {
  return /[。？！]$/.test(sentence) ? sentence : `${sentence}。`;
}

function toBudgets(read: ReadPackage, newKey: () => string): ImportedPackage {
  const { department, year } = read;
  const parts = read.units ?? (read.unit ? [{ ...read, unit: read.unit }] : []);
  const units = parts.map(({ unit, ...content }) => readUnitBudget({ department, unit, year, content, newKey }));
  const notes = parts.flatMap(({ unit, adjustment }) => (adjustment ? [adjustmentNote(unit.code, adjustment)] : []));
  return { department, year, units, notes };
}

function adjustmentNote(unitCode: string, { number, reason }: PackageAdjustment): string {
  const why = reason === '' ? '' : `（${reason}）`;
  return `单位 ${unitCode} 的数据是${stageLabel(null, number)}${why}的预算，按一般预算数据导入，不会成为预算调整。`;
}

/** The parts that bear on each other from afar, read as they are, so that a fault elsewhere hides none of these. */
const composition = z.object({
  year: z.int().min(MIN_YEAR).max(MAX_YEAR).catch(Number.NaN),
  department: z.object({ code: z.string().trim() }).nullish().catch(null),
  unit: z.object({ code: z.string().trim() }).nullish().catch(null),
  units: z
    .array(z.looseObject({ unit: z.object({ code: z.string().trim() }) }).catch({ unit: { code: '' } }))
    .nullish()
    .catch(null),
});

/** One unit or several, each under its department and named once, with last year's figures of the year before. */
function compositionIssues(json: unknown): readonly InputIssue[] {
  const read = composition.loose().safeParse(json, UNCOMPILED);
  if (!read.success) return [];
  const { data } = read;
  const units = data.units?.map(({ unit }) => unit.code);
  const paths = data.units ? data.units.map((_, index) => ['units', index]) : [[]];
  const codes = units ?? (data.unit ? [data.unit.code] : []);
  return [
    ...formIssues(data),
    ...codes.flatMap((code, index) => {
      const message = unitCodeFault(code, data.department?.code ?? '', codes.indexOf(code) < index);
      return message === null ? [] : [{ path: jsonPath([...(paths[index] ?? []), 'unit', 'code']), message }];
    }),
    ...(data.units ?? [data]).flatMap((part, index) => priorYearIssue(part, paths[index] ?? [], data.year)),
    ...(data.units ?? [data]).flatMap((part, index) => sequenceIssues(part, paths[index] ?? [])),
  ];
}

function formIssues(data: z.output<typeof composition> & Readonly<Record<string, unknown>>): readonly InputIssue[] {
  const hasUnits = 'units' in data && data.units !== undefined;
  const hasUnit = 'unit' in data && data.unit !== undefined;
  if (!hasUnits && !hasUnit) return [{ path: '$.unit', message: '缺少单位：应有 unit，或用 units 列出各单位。' }];
  if (!hasUnits) return [];
  const stray = [...(hasUnit ? ['unit'] : []), ...CONTENT_FIELDS.filter((field) => data[field] != null)];
  return stray.map((field) => ({
    path: jsonPath([field]),
    message: '已用 units 列出各单位，此项应写在所属单位之下，否则不知属于哪个单位。',
  }));
}

function unitCodeFault(code: string, departmentCode: string, isRepeated: boolean): string | null {
  if (isRepeated && code !== '') return `单位编码 ${code} 重复，每个单位只能出现一次。`;
  if (!unitCodeField.safeParse(code).success || !departmentCodeField.safeParse(departmentCode).success) return null;
  if (code.startsWith(departmentCode)) return null;
  return `单位编码 ${code} 应以部门编码 ${departmentCode} 开头。`;
}

function priorYearIssue(
  part: Readonly<Record<string, unknown>>,
  path: PropertyKey[],
  year: number,
): readonly InputIssue[] {
  const stated = z.object({ year: z.int() }).safeParse(part.priorYear, UNCOMPILED);
  if (!stated.success || Number.isNaN(year) || stated.data.year === year - 1) return [];
  const message = `上年应为 ${year - 1} 年，文件中是 ${stated.data.year} 年。`;
  return [{ path: jsonPath([...path, 'priorYear', 'year']), message }];
}

const sequences = z.array(z.object({ seq: z.int() }).nullable().catch(null));

/** A number that two projects bear would leave their order in annexes 10 and 12 open. */
function sequenceIssues(part: Readonly<Record<string, unknown>>, path: PropertyKey[]): readonly InputIssue[] {
  const projects = sequences.safeParse(part.projects, UNCOMPILED);
  const numbers = projects.success ? projects.data.map((project) => project?.seq) : [];
  return numbers.flatMap((number, index) =>
    number === undefined || numbers.indexOf(number) === index
      ? []
      : [{ path: jsonPath([...path, 'projects', index, 'seq']), message: `项目序号 ${number} 重复。` }],
  );
}
