import type { InputIssue } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { findJsonFault } from './json-fault.ts';

/** Reads JSON text, with or without a byte order mark; a fault is located by line and column. */
export function parseJsonText(text: string): Result<unknown, readonly InputIssue[]> {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return ok(JSON.parse(plain));
  } catch {
    return fail([{ path: '$', message: faultMessage(plain) }]);
  }
}

function faultMessage(text: string): string {
  if (text.trim() === '') return '文件是空的，没有可导入的内容。';
  const before = text.slice(0, findJsonFault(text) ?? text.length);
  const [line, column] = [before.split('\n').length, before.length - before.lastIndexOf('\n')];
  return `文件不是有效的 JSON，读到第 ${line} 行第 ${column} 列为止。请用生成该文件的程序重新导出。`;
}
