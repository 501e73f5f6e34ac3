import type { Attachment } from '@/lib/domain/projects/attachment.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/** What the server says of a file that it has kept. */
export type UploadedFile = Pick<Attachment, 'fileName' | 'mediaType' | 'byteLength' | 'sha256'>;

const LOST = '网络中断，文件没有上传成功，请重试。';

/**
 * Sends a file to a draft's store. `fetch` tells no progress of what is sent, hence the older request.
 *
 * @param onProgress is told the share that has been sent, 0–1
 * @returns the file as kept, or a sentence that says why it was not
 */
export function uploadFile(
  budgetId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<UploadedFile, string>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ fileName: file.name });
    request.open('POST', `/api/v1/budgets/${encodeURIComponent(budgetId)}/attachments?${query}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve(ok(request.response as UploadedFile));
      else resolve(fail(sentenceOf(request.response) ?? LOST));
    };
    request.onerror = () => resolve(fail(LOST));
    request.send(file);
  });
}

function sentenceOf(answer: unknown): string | null {
  const { message } = (answer ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : null;
}
