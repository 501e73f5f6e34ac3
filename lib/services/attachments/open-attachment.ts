import { createHash } from 'node:crypto';
import { findFile, type StoredFile } from '@/lib/db/attachment-content-repository.ts';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { readRows } from '@/lib/db/row-reader.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Attachment } from '@/lib/domain/projects/attachment.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { objectName } from './object-name.ts';
import { ObjectStoreError, objectStore } from './object-store.ts';

export interface AttachmentToOpen {
  readonly budgetId: string;
  /** Number of the version; the newest when left out. */
  readonly number?: number | undefined;
  /** Key of the attachment's row. */
  readonly key: string;
}

export interface OpenedAttachment {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

/**
 * An attachment that a version names, with its bytes: for all who may read the budget.
 *
 * @throws ObjectStoreError when its bytes cannot be had
 */
export async function openAttachment(
  actor: Actor,
  input: AttachmentToOpen,
): Promise<Result<OpenedAttachment, Problem>> {
  const found = await inSnapshot(async (tx) => {
    const head = await findBudget(tx, input.budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' } as const);
    const authorized = authorize(actor, 'budget.read', head.unitId);
    if (!authorized.ok) return authorized;
    const versions = await listVersions(tx, input.budgetId);
    const version = input.number === undefined ? versions[0] : versions.find(({ number }) => number === input.number);
    if (!version) return fail({ code: 'NOT_FOUND' } as const);
    const [stored] = await readRows(tx, version.id, 'attachments', [input.key]);
    /* The file is looked for in the budget's own unit, whatever digest the row names. */
    const file = stored && (await findFile(tx, head.unitId, stored.row.sha256));
    return file ? ok({ attachment: stored.row, file }) : fail({ code: 'NOT_FOUND' } as const);
  });
  if (!found.ok) return found;
  const { attachment, file } = found.value;
  return ok({ attachment, bytes: file.content ?? (await readObject(file)) });
}

/** Bytes that are no longer what was stored are not handed out. */
async function readObject({ unitId, sha256 }: StoredFile): Promise<Uint8Array> {
  const name = objectName(unitId, sha256);
  const bytes = await (await objectStore())?.get(name);
  if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new ObjectStoreError(`the object store has no intact ${name}`);
}
