import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

/**
 * Refuses a request that changes something unless it says that it comes from our own pages. Next compares Origin with
 * the host too, but lets a request without Origin pass; every browser we serve sends one.
 */
export function checkOrigin(headers: Headers): Result<null, Problem> {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  const isOwn = origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
  return isOwn ? ok(null) : fail({ code: 'FOREIGN_ORIGIN' });
}
