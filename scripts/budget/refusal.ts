import type { Problem } from '../../lib/domain/problem.ts';
import { problemMessage } from '../../lib/messages/problem-message.ts';

/** A command that was understood but cannot be done: told on stderr in Chinese, with exit code 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** All places of a bad input, one a line; any other problem in its sentence. */
export function refusalOf(problem: Problem): Refusal {
  if (problem.code !== 'INVALID_INPUT') return new Refusal(problemMessage(problem));
  const places = problem.issues.map((issue) => `  ${issue.path}  ${issue.message}`);
  return new Refusal([`文件有 ${problem.issues.length} 处需要改正，没有导入任何内容：`, ...places].join('\n'));
}

/** @param number of the version asked for; undefined: the newest */
export function noSuchBudget(unitCode: string, year: number, number: number | undefined): Refusal {
  const version = number === undefined ? '' : `第 ${number} 版`;
  return new Refusal(`没有找到单位 ${unitCode} 的 ${year} 年预算${version}。请核对单位编码、年度和版本号。`);
}
