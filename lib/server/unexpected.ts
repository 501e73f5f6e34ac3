import { unstable_rethrow } from 'next/navigation';
import type { Problem } from '@/lib/domain/problem.ts';
import { AnnexError } from '@/lib/publishing/annex-error.ts';
import { logUnexpected } from './log.ts';

/** Prisma, PostgreSQL and socket codes that say "not reachable now" and nothing about the request. */
const UNAVAILABLE_CODES: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/** Kinds of error of Prisma's driver adapter that mean the same. */
const UNAVAILABLE_KINDS: ReadonlySet<string> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/**
 * Turns whatever was thrown into a problem: a database or object store out of reach is said as such, an annex that could not be drawn is named, anything else is a bug, logged
 * under an id that the user sees. Next's own signals (redirect, not found) pass through.
 *
 * @param where the page, action or route, for the log
 */
export function unexpectedProblem(error: unknown, where: string): Problem {
  unstable_rethrow(error);
  const errorId = logUnexpected(error, where);
  if (error instanceof AnnexError) return { code: 'EXPORT_FAILED', annex: error.annex };
  if (error instanceof Error && error.name === 'ObjectStoreError') return { code: 'FILE_STORE_FAILED' };
  return isUnavailable(error) ? { code: 'UNAVAILABLE' } : { code: 'UNEXPECTED', errorId };
}

/** Prisma hides the driver's own error some layers down. */
const LAYERS = ['cause', 'meta', 'driverAdapterError'] as const;

function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, kind, originalCode, ...rest } = error as Readonly<Record<string, unknown>>;
  const codes = [code, originalCode].filter((each) => typeof each === 'string');
  if (codes.some((each) => UNAVAILABLE_CODES.has(each))) return true;
  if (typeof kind === 'string' && UNAVAILABLE_KINDS.has(kind)) return true;
  return LAYERS.some((layer) => isUnavailable(layer === 'cause' ? (error as Error).cause : rest[layer]));
}
