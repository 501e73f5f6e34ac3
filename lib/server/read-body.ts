import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** Reads a request's body, no further than `maxBytes`: what is larger is refused without being held in memory. */
export async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array, Problem>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return fail({ code: 'TOO_LARGE', maxBytes });
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined };
    if (done) return ok(Buffer.concat(chunks));
    size += value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return fail({ code: 'TOO_LARGE', maxBytes });
    }
    chunks.push(value);
  }
}

/**
 * As `readBytes`, decoded.
 *
 * @returns the text; NOT the parsed JSON
 */
export async function readBody(request: Request, maxBytes: number): Promise<Result<string, Problem>> {
  const bytes = await readBytes(request, maxBytes);
  return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : bytes;
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
