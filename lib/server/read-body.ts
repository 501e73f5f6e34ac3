import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/**
 * Reads a request's body, no further than `maxBytes`: what is larger is refused without being held in memory.
 *
 * @returns the text; NOT the parsed JSON
 */
export async function readBody(request: Request, maxBytes: number): Promise<Result<string, Problem>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return fail({ code: 'TOO_LARGE', maxBytes });
  const reader = request.body?.getReader();
  if (!reader) return ok('');
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(text + decoder.decode());
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return fail({ code: 'TOO_LARGE', maxBytes });
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** As `readBody`, parsed as JSON. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<Result<unknown, Problem>> {
  const text = await readBody(request, maxBytes);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value) as unknown);
  } catch {
    const message = '请求的内容不是有效的 JSON，请检查格式后重新提交。';
    return fail({ code: 'INVALID_INPUT', issues: [{ path: '$', message }] });
  }
}
