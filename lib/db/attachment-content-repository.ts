import type { Db } from './client.ts';

export interface StoredFile {
  readonly unitId: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
  readonly byteLength: number;
  /** Null: the bytes are in the object store. */
  readonly content: Uint8Array | null;
}

/** Keeps a file of a unit; one that is there already stays as it is. */
export async function keepFile(tx: Db, { unitId, sha256, byteLength, content }: StoredFile): Promise<void> {
  const bytes = content === null ? null : new Uint8Array(content);
  await tx.attachmentContent.createMany({
    data: [{ unitId, sha256, byteLength, content: bytes }],
    skipDuplicates: true,
  });
}

export async function findFile(db: Db, unitId: string, sha256: string): Promise<StoredFile | null> {
  return db.attachmentContent.findUnique({ where: { unitId_sha256: { unitId, sha256 } }, omit: { createdAt: true } });
}

/**
 * Forgets files of a unit that no version names and that were kept before `before`: their row was never saved, or it
 * was deleted in the draft that held it.
 *
 * @returns the digests of those whose bytes are in the object store
 */
export async function forgetUnusedFiles(tx: Db, unitId: string, before: Date): Promise<readonly string[]> {
  const gone = await tx.$queryRaw<{ sha256: string; stored: boolean }[]>`
    DELETE FROM attachment_contents AS file
    WHERE file.unit_id = ${unitId}::uuid AND file.created_at < ${before}
      AND NOT EXISTS (
        SELECT FROM attachments
          JOIN budget_versions ON budget_versions.id = attachments.version_id
          JOIN budgets ON budgets.id = budget_versions.budget_id
        WHERE budgets.unit_id = file.unit_id AND attachments.sha256 = file.sha256)
    RETURNING file.sha256, file.content IS NOT NULL AS stored`;
  return gone.filter(({ stored }) => !stored).map(({ sha256 }) => sha256);
}
