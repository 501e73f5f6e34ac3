import { createHash } from 'node:crypto';
import { forgetUnusedFiles, keepFile } from '@/lib/db/attachment-content-repository.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { newestVersionId } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { type Attachment, MAX_ATTACHMENT_BYTES } from '@/lib/domain/projects/attachment.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { holdVersion } from '../budgets/hold-version.ts';
import { objectName } from './object-name.ts';
import { objectStore } from './object-store.ts';
import { sniffAttachment } from './sniff-attachment.ts';

export interface AttachmentUpload {
  readonly budgetId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a row of `attachments` says of the file. */
export type UploadedFile = Pick<Attachment, 'fileName' | 'mediaType' | 'byteLength' | 'sha256'>;

/** For so long a file may wait for the row that names it: the row may be unsaved, or taken back and done again. */
const UNUSED_DAYS = 7;

/**
 * Keeps a file for the newest draft of a budget. It belongs to no project yet: an edit of the draft adds the row that
 * names it, so that adding and removing a file is undone as any other edit is.
 *
 * @throws ObjectStoreError when the store of the environment does not take it
 */
export async function uploadAttachment(
  actor: Actor,
  { budgetId, fileName, bytes }: AttachmentUpload,
): Promise<Result<UploadedFile, Problem>> {
  const head = await findBudget(database(), budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.edit', head.unitId);
  if (!authorized.ok) return authorized;
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES) return fail({ code: 'TOO_LARGE', maxBytes: MAX_ATTACHMENT_BYTES });
  const mediaType = await sniffAttachment(fileName, bytes);
  if (mediaType === null) return fail({ code: 'FILE_TYPE', fileName });
  const file = { fileName, mediaType, byteLength: bytes.byteLength, sha256: digestOf(bytes) };
  const store = await objectStore();
  await store?.put(objectName(head.unitId, file.sha256), bytes, mediaType);
  const kept = await inTransaction(async (tx) => {
    const versionId = await newestVersionId(tx, budgetId);
    if (versionId === null) return fail({ code: 'NOT_FOUND' } as const);
    const held = await holdVersion(tx, actor, 'budget.edit', { budgetId, versionId });
    if (!held.ok) return held;
    if (held.value.state !== 'DRAFT') return fail({ code: 'NOT_A_DRAFT', state: held.value.state } as const);
    if (held.value.lockedSections.includes('projects')) {
      return fail({ code: 'SECTION_LOCKED', sections: ['projects'] } as const);
    }
    await keepFile(tx, { unitId: head.unitId, ...file, content: store ? null : bytes });
    const before = new Date(Date.now() - UNUSED_DAYS * 86_400_000);
    const unused = await forgetUnusedFiles(tx, head.unitId, before);
    await appendAuditEvent(tx, {
      actor,
      budgetId,
      versionId,
      action: 'attachment.uploaded',
      detail: { ...file },
    });
    return ok(unused);
  });
  if (!kept.ok) return kept;
  for (const sha256 of kept.value) await store?.remove(objectName(head.unitId, sha256)).catch(() => {});
  return ok(file);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
