import type { z } from 'zod';

type RawIssue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0];

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表 [ ]',
  object: '对象 { }',
};

/** The Chinese sentence for a fault of form that has no sentence of its own. */
export function issueMessage(issue: RawIssue): string {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return '缺少此项。';
    return `应为${TYPE_NAMES[issue.expected] ?? ` ${issue.expected}`}。`;
  }
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `不能超过 ${issue.maximum} 个字。` : `不能大于 ${issue.maximum}。`;
  if (issue.code === 'too_small') return issue.origin === 'array' ? '不能为空。' : `不能小于 ${issue.minimum}。`;
  if (issue.code === 'invalid_format') return '格式不对，年月应写作 YYYY-MM，如 2022-12。';
  return '内容的形式不对。';
}
