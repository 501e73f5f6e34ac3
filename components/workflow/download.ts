import { fileNameOf } from './file-name.ts';

/**
 * Fetches a file and hands it to the browser; the answer is the Chinese sentence of what went wrong, or null. Nothing went
 * wrong where the request's own signal ended it.
 */
export async function download(address: string, request?: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(address, request);
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => null);
      return messageIn(body) ?? '导出没有成功，请重试；仍不成功时请联系系统管理员。';
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = fileNameOf(response.headers.get('content-disposition')) ?? '部门预算';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return null;
  } catch {
    if (request?.signal?.aborted) return null;
    return '网络中断，没有导出成功，请重试。';
  }
}

function messageIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : null;
}
