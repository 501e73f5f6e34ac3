import { fail, ok } from '@/lib/domain/result.ts';
import type { RemoteProfile } from './merge-remote.ts';
import type { SaveChanges, StaleSave } from './save-changes.ts';

/**
 * Saves through the budget's address of the API. The schemas of its answers are loaded with the first save, so that a
 * page shows before they have come.
 */
export function saveOverHttp(budgetId: string): SaveChanges {
  const address = `/api/v1/budgets/${encodeURIComponent(budgetId)}/changes`;
  return async (request) => {
    try {
      const { encodeSaveRequest, saveResponseSchema } = await import('@/lib/schemas/changes.ts');
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: encodeSaveRequest(request),
      });
      const answer: unknown = await response.json().catch(() => null);
      if (response.ok) return ok(saveResponseSchema.parse(answer).revisions);
      if (response.status === 401) return fail({ code: 'SIGNED_OUT' });
      const refusal = readRefusal(answer);
      if (!refusal) return fail({ code: 'UNREACHABLE' });
      return fail(refusal.problemCode === 'STALE' ? await readStale(answer, address) : refusal);
    } catch {
      return fail({ code: 'UNREACHABLE' });
    }
  };
}

function readRefusal(answer: unknown) {
  if (typeof answer !== 'object' || answer === null) return null;
  const { code, message } = answer as Record<string, unknown>;
  if (typeof code !== 'string' || typeof message !== 'string') return null;
  return { code: 'REFUSED', problemCode: code, message } as const;
}

async function readStale(answer: unknown, address: string): Promise<StaleSave> {
  const { staleResponseSchema } = await import('@/lib/schemas/changes.ts');
  const { conflicts, profileChanged } = staleResponseSchema.parse(answer);
  return { code: 'STALE', conflicts, profile: profileChanged ? await readProfile(address) : null };
}

async function readProfile(address: string): Promise<RemoteProfile> {
  const { budgetStateSchema } = await import('@/lib/schemas/budget-state.ts');
  const response = await fetch(address, { cache: 'no-store' });
  const { content, revisions } = budgetStateSchema.parse(await response.json());
  return { theirs: content.profile, revision: revisions.profile, savedByName: null };
}
