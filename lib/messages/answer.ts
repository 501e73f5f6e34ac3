import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { problemMessage } from './problem-message.ts';

/** What a server action gives to a screen: the value, or the problem together with its Chinese sentence. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem; readonly message: string };

export function toAnswer<T>(result: Result<T, Problem>): Answer<T> {
  return result.ok
    ? { ok: true, value: result.value }
    : { ok: false, problem: result.error, message: problemMessage(result.error) };
}
