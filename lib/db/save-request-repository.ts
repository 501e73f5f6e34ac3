import type { Revisions } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';

export interface AppliedSave {
  readonly versionId: string;
  readonly requestId: string;
  readonly actorId: string;
  /** SHA-256 of what was asked for. */
  readonly digest: string;
  readonly answer: Revisions;
}

/** How long a save can be sent again: longer than a browser waits for the network to come back over a weekend. */
const KEPT = '7 days';

/** The save that was applied under a request id, null when there is none. */
export async function findAppliedSave(db: Db, versionId: string, requestId: string): Promise<AppliedSave | null> {
  const record = await db.saveRequest.findUnique({ where: { versionId_requestId: { versionId, requestId } } });
  return record && { ...record, answer: record.answer as unknown as Revisions };
}

/** Keeps the answer of a save, and lets those go that nobody will send again. */
export async function keepAppliedSave(tx: Db, save: AppliedSave): Promise<void> {
  const { versionId, requestId, actorId, digest, answer } = save;
  await tx.$executeRaw`
    DELETE FROM save_requests
    WHERE version_id = ${versionId}::uuid AND created_at < now() - ${KEPT}::interval`;
  const { rows, profile, content } = answer;
  await tx.saveRequest.create({
    data: { versionId, requestId, actorId, digest, answer: { rows: { ...rows }, profile, content } },
  });
}
