import { openDepartmentBudget } from '../../lib/services/command-line/open-department-budget.ts';
import { openUnitBudget } from '../../lib/services/command-line/open-unit-budget.ts';
import { holdsErrors, jsonReport, reportOf, textReport } from './check-report.ts';
import type { CheckCommand, NamedDepartment, NamedUnit } from './parse-command.ts';
import { noSuchBudget, noSuchDepartmentBudget } from './refusal.ts';

/** `budget check`: all findings by severity, and which checks could not run. Exit code 1 when there are errors. */
export async function checkBudget(command: CheckCommand): Promise<number> {
  return 'departmentCode' in command ? checkDepartment(command, command.json) : checkUnit(command, command.json);
}

async function checkUnit({ unitCode, year, number }: NamedUnit, json: boolean): Promise<number> {
  const opened = await openUnitBudget({ unitCode, year, number });
  if (!opened) throw noSuchBudget(unitCode, year, number);
  const report = reportOf(opened);
  console.log(json ? jsonText(jsonReport(report)) : textReport(report).join('\n'));
  return holdsErrors(report) ? 1 : 0;
}

/** Each unit by itself: what a department publishes is the sum of its units. */
async function checkDepartment({ departmentCode, year }: NamedDepartment, json: boolean): Promise<number> {
  const found = await openDepartmentBudget({ departmentCode, year });
  if (!found) throw noSuchDepartmentBudget(departmentCode, year);
  const reports = found.opened.map(reportOf);
  const missing = found.missing.map(({ code }) => code);
  const texts = [
    ...reports.map((report) => textReport(report).join('\n')),
    ...found.missing.map(({ code, name }) => `${code} ${name}：还没有 ${year} 年的预算，没有校验。`),
  ];
  const units = reports.map(jsonReport);
  console.log(json ? jsonText({ department: departmentCode, year, units, missing }) : texts.join('\n\n'));
  return reports.some(holdsErrors) ? 1 : 0;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
