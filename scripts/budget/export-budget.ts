import path from 'node:path';
import { FUND_SOURCE_LABELS, type FundSource } from '../../lib/domain/budget/fund-source.ts';
import type { Fen } from '../../lib/domain/money/fen.ts';
import { formatExact } from '../../lib/domain/money/format.ts';
import { stageLabel } from '../../lib/domain/workflow/round.ts';
import { VERSION_STATE_LABELS } from '../../lib/domain/workflow/transitions.ts';
import { transferFaultText } from '../../lib/messages/transfer-words.ts';
import type { ExportFile } from '../../lib/publishing/export-file.ts';
import {
  type DepartmentExport,
  exportDepartmentBudget,
} from '../../lib/services/command-line/export-department-budget.ts';
import { exportUnitBudget } from '../../lib/services/command-line/export-unit-budget.ts';
import type { OpenedBudget } from '../../lib/services/command-line/open-unit-budget.ts';
import type { ExportCommand, NamedDepartment, NamedUnit } from './parse-command.ts';
import { noSuchBudget, noSuchDepartmentBudget, refusalOf } from './refusal.ts';
import { typedPath } from './typed-path.ts';
import { writeFolder } from './write-folder.ts';

type Output = Pick<ExportCommand, 'folder' | 'formats' | 'options'>;

/** `budget export`: a unit's version, or a department's units together, in the formats asked for, into one folder. */
export async function exportBudget(command: ExportCommand): Promise<number> {
  const lines =
    'departmentCode' in command ? await exportDepartment(command, command) : await exportUnit(command, command);
  for (const line of lines) console.log(line);
  return 0;
}

async function exportUnit({ unitCode, year, number }: NamedUnit, { folder, formats, options }: Output) {
  const exported = await exportUnitBudget({ unitCode, year, number }, { formats, options });
  if (!exported.ok) {
    if (exported.error.code === 'NOT_FOUND') throw noSuchBudget(unitCode, year, number);
    throw refusalOf(exported.error);
  }
  const { opened, files } = exported.value;
  const { unit } = opened.budget;
  const place = write(folder, files, { unit: unit.code, year, ...versionAbout(opened) });
  return [
    `已导出：${unit.code} ${unit.name} ${year} 年预算${versionText(opened)}，${files.length} 个文件，在 ${place}`,
  ];
}

async function exportDepartment({ departmentCode, year }: NamedDepartment, { folder, formats, options }: Output) {
  const exported = await exportDepartmentBudget({ departmentCode, year }, { formats, options });
  if (!exported.ok) {
    if (exported.error.code === 'NOT_FOUND') throw noSuchDepartmentBudget(departmentCode, year);
    throw refusalOf(exported.error);
  }
  const { department, opened, missing, files } = exported.value;
  const units = opened.map((budget) => ({ unit: budget.budget.unit.code, ...versionAbout(budget) }));
  const about = { department: department.code, year, units, missing: missing.map(({ code }) => code) };
  const place = write(folder, files, about);
  return [
    `已导出：${department.code} ${department.name} ${year} 年部门预算，汇总 ${opened.length} 个单位，${files.length} 个文件，在 ${place}`,
    ...departmentLines(exported.value),
  ];
}

/** Which versions are in it, and why it is marked 草稿 where it is. */
function departmentLines({ year, opened, missing, isApproved, merged }: DepartmentExport): readonly string[] {
  return [
    ...opened.map((budget) => `  ${budget.budget.unit.code} ${budget.budget.unit.name} ${versionText(budget)}`),
    ...missing.map(({ code, name }) => `  ${code} ${name} 还没有 ${year} 年的预算，没有计入`),
    ...(opened.some(({ version }) => version.adjustment > 0) ? ['有单位是预算调整，导出的文件标注“含预算调整”。'] : []),
    ...transferLines(merged),
    ...(isApproved ? [] : ['尚有单位未审核、没有预算，或内部往来待核对，导出的文件标注“草稿”。']),
  ];
}

function transferLines({ eliminations, faults }: DepartmentExport['merged']): readonly string[] {
  return [
    ...eliminations.map(({ payer, receiver, source, amountFen }) => {
      return `  内部往来抵销：${payer.name} 付 ${receiver.name} ${sourceAmount(source, amountFen)}`;
    }),
    ...faults.map(({ kind, receipt: { unit, line, amountFen } }) => {
      return `  没有抵销：${unit.name} ${sourceAmount(line.source, amountFen)}，${transferFaultText(kind)}`;
    }),
  ];
}

function sourceAmount(source: FundSource, amountFen: Fen): string {
  return `${FUND_SOURCE_LABELS[source].name} ${formatExact(amountFen, 'yuan')} 元`;
}

function versionAbout({ version: { number: version, state, adjustment } }: OpenedBudget) {
  return adjustment > 0 ? { version, state, adjustment } : { version, state };
}

function versionText({ version: { number, state, round, adjustment } }: OpenedBudget): string {
  const stage = stageLabel(round, adjustment);
  return `第 ${number} 版（${stage && `${stage}，`}${VERSION_STATE_LABELS[state]}）`;
}

/** @returns where the files are now */
function write(folder: string, files: readonly ExportFile[], about: Readonly<Record<string, unknown>>): string {
  const place = typedPath(folder);
  const flat = files.map(({ name, bytes }) => ({ name: path.basename(name), content: bytes }));
  writeFolder(place, flat, about);
  return place;
}
