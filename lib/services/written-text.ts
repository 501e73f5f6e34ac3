import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { MAX_LENGTH, text as textField } from '@/lib/schemas/fields.ts';

const field = textField(MAX_LENGTH.comment);

/**
 * A remark, a reason or an explanation as it is kept: without blanks around it, not too long, and storable.
 *
 * @param name of the input's field, for the answer
 */
export function writtenText(written: string, name: string): Result<string, Problem> {
  const parsed = field.safeParse(written.trim());
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ message }) => ({ path: `$.${name}`, message: `${message}。` }));
  return fail({ code: 'INVALID_INPUT', issues });
}
