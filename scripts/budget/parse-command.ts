import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { DOCUMENT_OPTIONS, type DocumentOption } from '../../lib/publishing/document-layout.ts';
import type { ExportFormat } from '../../lib/services/exports/export-files.ts';
import { foreignOption, type OptionValues, readCommand } from '../read-command.ts';

/** All formats, by the compiler's word; the renderers themselves are loaded when they are needed. */
const FORMATS: Readonly<Record<ExportFormat, true>> = {
  ...{ json: true, xlsx: true, pdf: true, csv: true },
  ...{ docx: true, html: true, datapackage: true },
};

export interface NamedUnit {
  readonly unitCode: string;
  readonly year: number;
  /** Number of the version; the newest when left out. */
  readonly number: number | undefined;
}

/** All units of a department, each by its newest version. */
export interface NamedDepartment {
  readonly departmentCode: string;
  readonly year: number;
}

/** Whose budget a command is about. */
export type Named = NamedUnit | NamedDepartment;

interface ExportOptions {
  readonly folder: string;
  readonly formats: readonly ExportFormat[];
  /** How PDF and DOCX are made up. */
  readonly options: readonly DocumentOption[];
}

interface CheckOptions {
  readonly json: boolean;
}

export type ExportCommand = { readonly name: 'export' } & ExportOptions & Named;
export type CheckCommand = { readonly name: 'check' } & CheckOptions & Named;

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'import'; readonly file: string; readonly replace: boolean }
  | ExportCommand
  | CheckCommand;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  replace: { type: 'boolean' },
  unit: { type: 'string' },
  department: { type: 'string' },
  year: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  options: { type: 'string' },
  version: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<Exclude<Command['name'], 'help'>, readonly OptionName[]>> = {
  import: ['replace'],
  export: ['unit', 'department', 'year', 'to', 'format', 'options', 'version'],
  check: ['unit', 'department', 'year', 'version', 'json'],
};

type Values = OptionValues<typeof OPTIONS>;

/** Reads the words after `npm run budget --`; the error is a sentence in Chinese. */
export function parseCommand(args: readonly string[]): Result<Command, string> {
  const read = readCommand(args, OPTIONS);
  if (!read.ok) return read;
  const { name, rest, values } = read.value;
  if (name === 'help') return ok({ name });
  if (name === undefined) return fail('缺少命令：import、export 或 check。');
  if (name !== 'import' && name !== 'export' && name !== 'check') {
    return fail(`没有“${name}”这个命令，应为 import、export 或 check。`);
  }
  const foreign = foreignOption(name, values, OPTIONS_OF[name]);
  if (foreign !== null) return fail(foreign);
  if (name === 'import') return importCommand(rest, values);
  if (rest.length > 0) return fail(`多余的参数：${rest.join(' ')}`);
  return name === 'export' ? exportCommand(values) : checkCommand(values);
}

function importCommand([file, ...more]: readonly string[], values: Values): Result<Command, string> {
  if (file === undefined) return fail('缺少要导入的文件。');
  if (more.length > 0) return fail(`一次导入一个文件，多余的参数：${more.join(' ')}`);
  return ok({ name: 'import', file, replace: values.replace ?? false });
}

function exportCommand(values: Values): Result<Command, string> {
  const budget = namedBudget(values);
  if (!budget.ok) return budget;
  if (!values.to) return fail('缺少导出目录 --to，如 --to out。');
  const formats = words(values.format ?? 'json');
  if (formats.length === 0) return fail(`请写明格式 --format：${Object.keys(FORMATS).join('、')}，以逗号分隔。`);
  const unknown = formats.find((format) => !isFormat(format));
  if (unknown !== undefined)
    return fail(`没有“${unknown}”这种格式，应为 ${Object.keys(FORMATS).join('、')}，以逗号分隔。`);
  const options = words(values.options ?? '');
  const odd = options.find((option) => !isOption(option));
  if (odd !== undefined) return fail(`没有“${odd}”这个版式选项，应为 ${DOCUMENT_OPTIONS.join('、')}，以逗号分隔。`);
  const chosen = { formats: formats.filter(isFormat), options: options.filter(isOption) };
  return ok({ name: 'export', folder: values.to, ...chosen, ...budget.value });
}

/** A list with commas, each word once. */
function words(list: string): string[] {
  const trimmed = list.split(',').map((word) => word.trim().toLowerCase());
  return [...new Set(trimmed)].filter((word) => word !== '');
}

function checkCommand(values: Values): Result<Command, string> {
  const budget = namedBudget(values);
  return budget.ok ? ok({ name: 'check', json: values.json ?? false, ...budget.value }) : budget;
}

function namedBudget({ unit, department, year, version }: Values): Result<Named, string> {
  if (!unit && !department)
    return fail('缺少单位编码 --unit，如 --unit 309001；或部门编码 --department，如 --department 309。');
  if (unit && department) return fail('--unit 与 --department 只能写一个：一个单位，或一个部门的全部单位。');
  if (!year) return fail('缺少年度 --year，如 --year 2023。');
  if (!/^\d{4}$/.test(year)) return fail(`年度 --year 应为四位数字，不是“${year}”。`);
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version)) {
    return fail(`版本号 --version 应为 1、2、3 这样的数字，不是“${version}”。`);
  }
  if (unit)
    return ok({ unitCode: unit, year: Number(year), number: version === undefined ? undefined : Number(version) });
  if (version !== undefined) return fail('--department 取各单位的最新版本，不能与 --version 同用。');
  return ok({ departmentCode: department ?? '', year: Number(year) });
}

function isOption(text: string): text is DocumentOption {
  return DOCUMENT_OPTIONS.some((option) => option === text);
}

function isFormat(text: string): text is ExportFormat {
  return Object.hasOwn(FORMATS, text);
}
