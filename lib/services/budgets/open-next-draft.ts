import type { Db } from '@/lib/db/client.ts';
import { copyContent } from '@/lib/db/content-repository.ts';
import { createDraft, type LockedVersion, type NewVersion } from '@/lib/db/version-repository.ts';

type NextDraft = Omit<NewVersion, 'budgetId' | 'number'>;

/** Opens the draft that follows a version, as a copy with the same keys and explanations; returns its id. */
export async function openNextDraft(tx: Db, version: LockedVersion, draft: NextDraft): Promise<string> {
  const { budgetId, number } = version;
  const draftId = await createDraft(tx, { ...draft, budgetId, number: number + 1 });
  await copyContent(tx, version.id, draftId);
  return draftId;
}
