import { ExpectedFailure } from '../expected-failure.ts';
import { diskFullSentence, isDiskFull } from '../postgres/explain-failure.ts';

/** The one sentence for a failure that the person at the terminal can mend; undefined: a bug, to be shown in full. */
export function explainStartFailure(error: unknown): string | undefined {
  if (isDiskFull(error)) return diskFullSentence();
  if (error instanceof ExpectedFailure) return error.message;
  const { code, path: file } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `This account may not write ${file ?? 'the project folder'}: give it the right, or start from a folder of its own. 当前账户没有写入权限（${file ?? '项目目录'}）。`;
  }
  return undefined;
}
