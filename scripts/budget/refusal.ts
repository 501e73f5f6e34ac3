import type { Problem } from '../../lib/domain/problem.ts';
import { problemMessage } from '../../lib/messages/problem-message.ts';

/** A command that was understood but cannot be done: told on stderr in Chinese, with exit code 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** As many places of a bad input as a person works through at a time: a file of another form has thousands. */
const MAX_PLACES = 100;

/** The places of a bad input, one a line; any other problem in its sentence. */
export function refusalOf(problem: Problem): Refusal {
  if (problem.code !== 'INVALID_INPUT') return new Refusal(problemMessage(problem));
  const { issues } = problem;
  const places = issues.slice(0, MAX_PLACES).map((issue) => `  ${issue.path}  ${issue.message}`);
  const more =
    issues.length > MAX_PLACES ? [`  其余 ${issues.length - MAX_PLACES} 处未列出，改正以上各处后请重新导入。`] : [];
  return new Refusal([`文件有 ${issues.length} 处需要改正，没有导入任何内容：`, ...places, ...more].join('\n'));
}

export function noSuchDepartmentBudget(departmentCode: string, year: number): Refusal {
  return new Refusal(
    `没有找到部门 ${departmentCode} 的 ${year} 年预算：部门不存在，或所属单位都还没有预算。请核对部门编码和年度。`,
  );
}

/** @param number of the version asked for; undefined: the newest */
export function noSuchBudget(unitCode: string, year: number, number: number | undefined): Refusal {
  const version = number === undefined ? '' : `第 ${number} 版`;
  return new Refusal(`没有找到单位 ${unitCode} 的 ${year} 年预算${version}。请核对单位编码、年度和版本号。`);
}
