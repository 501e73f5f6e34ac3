import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** Validates what came from outside; each fault is named by its JSON path, in Chinese. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): Result<z.output<S>, Problem> {
  const parsed = schema.safeParse(raw, { error: (issue) => zhCN().localeError(issue) });
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: jsonPath(path),
    message: asSentence(message),
  }));
  return fail({ code: 'INVALID_INPUT', issues });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), '$');
}

function asSentence(message: string): string {
  return /[。！？]$/.test(message) ? message : `${message}。`;
}
