import type { Problem } from '@/lib/domain/problem.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { httpStatus } from './http-status.ts';

/** JSON with every bigint as a decimal string: amounts in fen are exact on the wire. Never cached. */
export function jsonResponse(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const text = JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return new Response(text ?? 'null', {
    status: init.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...init.headers },
  });
}

/** `{ code, message, … }`: the problem's own data beside its Chinese sentence. */
export function problemResponse(problem: Problem): Response {
  const headers: Record<string, string> =
    problem.code === 'TOO_MANY_REQUESTS' ? { 'retry-after': String(Math.ceil(problem.retryAfterSeconds)) } : {};
  return jsonResponse({ ...problem, message: problemMessage(problem) }, { status: httpStatus(problem.code), headers });
}
