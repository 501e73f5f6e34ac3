import type { ProblemCode } from '@/lib/domain/problem.ts';

const STATUS: Partial<Readonly<Record<ProblemCode, number>>> = {
  SIGNED_OUT: 401,
  BAD_CREDENTIALS: 401,
  ACCOUNT_DISABLED: 403,
  FORBIDDEN: 403,
  FOREIGN_ORIGIN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  OWN_WORK: 403,
  OWN_ACCOUNT: 403,
  NOT_FOUND: 404,
  STALE: 409,
  CONTENT_CHANGED: 409,
  NOT_A_DRAFT: 409,
  STATE_CHANGED: 409,
  BUDGET_EXISTS: 409,
  BUDGET_DECIDED: 409,
  USERNAME_TAKEN: 409,
  CODE_TAKEN: 409,
  LAST_ADMIN: 409,
  RECORD_CHANGED: 409,
  ANNEX_SET_USED: 409,
  EDITIONS_CHANGED: 409,
  NOT_PUBLISHABLE: 409,
  TOO_LARGE: 413,
  FILE_TYPE: 415,
  REASONS_REQUIRED: 422,
  FILE_STORE_FAILED: 502,
  LOCKED: 429,
  TOO_MANY_REQUESTS: 429,
  UNEXPECTED: 500,
  EXPORT_FAILED: 500,
  UNAVAILABLE: 503,
};

/** The HTTP status of a problem; what is wrong with the content itself is 422. */
export function httpStatus(code: ProblemCode): number {
  return STATUS[code] ?? 422;
}
