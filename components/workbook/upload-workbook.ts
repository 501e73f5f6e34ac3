import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Corrections, WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';
import { UPLOAD_PARTS, workbookReadingSchema } from '@/lib/schemas/workbook.ts';

/** A file that was chosen, held in memory: what becomes of it on the disk no longer matters. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NETWORK = '网络中断，文件没有送达，草稿没有改变。请检查网络后重试。';
const UNKNOWN = '文件没有读取成功，草稿没有改变。请重试；仍不成功时请联系系统管理员。';

/**
 * Sends a workbook to be read; nothing is stored. By XMLHttpRequest, because `fetch` does not tell how much was sent.
 *
 * @param onProgress is told the share that was sent, from 0 to 1
 * @returns what the file holds, or a Chinese sentence
 */
export function uploadWorkbook(
  budgetId: string,
  file: ChosenFile,
  corrections: Corrections,
  onProgress: (sent: number) => void,
): Promise<Result<WorkbookReading, string>> {
  const form = new FormData();
  form.append(UPLOAD_PARTS.file, new Blob([file.bytes]), file.name);
  form.append(UPLOAD_PARTS.corrections, JSON.stringify(corrections));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/budgets/${encodeURIComponent(budgetId)}/workbook`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve(fail(NETWORK));
    request.onabort = request.onerror;
    request.send(form);
  });
}

function readAnswer(status: number, text: string): Result<WorkbookReading, string> {
  try {
    const answer: unknown = JSON.parse(text);
    if (status === 200) return ok(workbookReadingSchema.parse(answer));
    if (typeof answer === 'object' && answer !== null && 'message' in answer) return fail(String(answer.message));
  } catch {
    /* no JSON, or not ours: the sentence below */
  }
  return fail(UNKNOWN);
}
