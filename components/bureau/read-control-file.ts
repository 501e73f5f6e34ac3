import type { ControlReading } from '@/lib/domain/budget/control-reading.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { controlReadingSchema } from '@/lib/schemas/control-figures.ts';
import { UPLOAD_PARTS } from '@/lib/schemas/workbook.ts';

/** Sends a file of control figures to be read; nothing is stored. @returns what it holds, or a Chinese sentence */
export async function readControlFile(year: number, file: File): Promise<Result<ControlReading, string>> {
  const form = new FormData();
  form.append(UPLOAD_PARTS.file, file);
  try {
    const answer = await fetch(`/api/v1/control-figures?year=${year}`, { method: 'POST', body: form });
    const content: unknown = await answer.json();
    if (answer.ok) return ok(controlReadingSchema.parse(content));
    if (typeof content === 'object' && content !== null && 'message' in content) return fail(String(content.message));
  } catch {
    /* No connection, no JSON or not ours: the sentence below. */
  }
  return fail('文件没有读取成功，控制数没有改变。请检查网络后重试；仍不成功时请联系系统管理员。');
}
