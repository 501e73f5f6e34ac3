import { EXPORT_STREAM, type ExportStep } from '@/lib/schemas/export-stream.ts';
import { fileNameOf } from './file-name.ts';
import { readExportStream } from './read-export-stream.ts';

/**
 * Fetches a file and hands it to the browser; the answer is the Chinese sentence of what went wrong, or null. Nothing went
 * wrong where the request's own signal ended it.
 */
export async function download(address: string, request?: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(address, request);
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => null);
      return messageIn(body) ?? FAILED;
    }
    saveFile(await response.blob(), fileNameOf(response.headers.get('content-disposition')));
    return null;
  } catch {
    if (request?.signal?.aborted) return null;
    return INTERRUPTED;
  }
}

/**
 * As `download`, of an address that tells its steps.
 *
 * @param onStep hears of each step as it begins
 */
export async function downloadInSteps(
  address: string,
  signal: AbortSignal,
  onStep: (step: ExportStep) => void,
): Promise<string | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: EXPORT_STREAM } });
    if (!response.ok || !response.body) return messageIn(await response.json().catch(() => null)) ?? FAILED;
    const read = await readExportStream(response.body, onStep);
    if (!read.ok) return read.error;
    const { name, mediaType, bytes } = read.value;
    saveFile(new Blob(bytes, { type: mediaType }), name);
    return null;
  } catch {
    return signal.aborted ? null : INTERRUPTED;
  }
}

const FAILED = '导出没有成功，请重试；仍不成功时请联系系统管理员。';
const INTERRUPTED = '网络中断，没有导出成功，请重试。';

function saveFile(content: Blob, name: string | null): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name ?? '部门预算';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function messageIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : null;
}
