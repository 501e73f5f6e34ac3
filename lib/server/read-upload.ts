import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Corrections } from '@/lib/domain/workbook/workbook-reading.ts';
import { correctionsSchema, UPLOAD_PARTS } from '@/lib/schemas/workbook.ts';
import { parseInput } from './parse-input.ts';
import { readBytes } from './read-body.ts';

/** Room for the corrections beside the file, and for what parts the two. */
const MAX_BESIDE_BYTES = 4 * 1_048_576;

export interface WorkbookUpload {
  readonly bytes: Uint8Array;
  readonly corrections: Corrections;
}

/** Reads an uploaded workbook with the corrections that come with it; what is too large is not held in memory. */
export async function readUpload(request: Request, maxFileBytes: number): Promise<Result<WorkbookUpload, Problem>> {
  const body = await readBytes(request, maxFileBytes + MAX_BESIDE_BYTES);
  if (!body.ok) return body;
  const form = await parts(body.value, request.headers.get('content-type') ?? '');
  const file = form?.get(UPLOAD_PARTS.file);
  if (!(file instanceof Blob)) return fail(invalid('没有收到文件，请重新选择。'));
  if (file.size > maxFileBytes) return fail({ code: 'TOO_LARGE', maxBytes: maxFileBytes });
  const corrections = readCorrections(form?.get(UPLOAD_PARTS.corrections) ?? null);
  if (!corrections.ok) return corrections;
  return ok({ bytes: new Uint8Array(await file.arrayBuffer()), corrections: corrections.value });
}

async function parts(body: Uint8Array, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}

function readCorrections(part: FormDataEntryValue | null): Result<Corrections, Problem> {
  if (part === null) return ok({});
  try {
    return parseInput(correctionsSchema, JSON.parse(String(part)));
  } catch {
    return fail(invalid('更正的内容无法识别，请重新选择文件。'));
  }
}

function invalid(message: string): Problem {
  return { code: 'INVALID_INPUT', issues: [{ path: '$', message }] };
}
