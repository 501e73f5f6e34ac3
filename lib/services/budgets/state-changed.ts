import type { LockedVersion } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';

/** Tells who was faster, so that the one who came second knows whom to ask. */
export function stateChanged(version: LockedVersion): Problem {
  const { state, decidedAt, decidedByName, submittedAt, submittedByName } = version;
  const [at, byName] = decidedAt ? [decidedAt, decidedByName] : [submittedAt, submittedByName];
  return { code: 'STATE_CHANGED', state, byName, at: at?.toISOString() ?? null };
}
