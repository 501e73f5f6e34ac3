import type { FindingExplanation } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';

/** The explanations of a version's warnings, in the order of the findings' keys. */
export async function listExplanations(db: Db, versionId: string): Promise<readonly FindingExplanation[]> {
  const records = await db.explanation.findMany({
    where: { versionId },
    select: { findingKey: true, text: true, updatedAt: true, author: { select: { displayName: true } } },
    orderBy: { findingKey: 'asc' },
  });
  return records.map(({ findingKey, text, updatedAt, author }) => ({
    findingKey,
    text,
    authorName: author.displayName,
    updatedAt: updatedAt.toISOString(),
  }));
}

export async function findExplanation(db: Db, versionId: string, findingKey: string): Promise<string | null> {
  const record = await db.explanation.findUnique({
    where: { versionId_findingKey: { versionId, findingKey } },
    select: { text: true },
  });
  return record?.text ?? null;
}

export async function writeExplanation(
  tx: Db,
  explanation: { versionId: string; findingKey: string; text: string; authorId: string; updatedAt: Date },
): Promise<void> {
  const { versionId, findingKey, ...rest } = explanation;
  await tx.explanation.upsert({
    where: { versionId_findingKey: { versionId, findingKey } },
    create: explanation,
    update: rest,
  });
}

export async function deleteExplanation(tx: Db, versionId: string, findingKey: string): Promise<void> {
  await tx.explanation.deleteMany({ where: { versionId, findingKey } });
}
