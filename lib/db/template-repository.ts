import type { CommentTemplate } from '../domain/review/comment-template.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

const FIELDS = { id: true, ownerId: true, title: true, text: true, revision: true } as const;

/** A template with whose it is; null: the bureau's. */
export interface TemplateRecord extends Omit<CommentTemplate, 'shared'> {
  readonly ownerId: string | null;
}

/** What a user finds: their own ones, then the bureau's, each in the order in which they were made. */
export async function listTemplatesOf(db: Db, userId: string): Promise<readonly CommentTemplate[]> {
  const records = await db.commentTemplate.findMany({
    where: { OR: [{ ownerId: userId }, { ownerId: null }] },
    select: FIELDS,
    orderBy: [{ ownerId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return records.map(({ ownerId, ...template }) => ({ ...template, shared: ownerId === null }));
}

export async function findTemplate(db: Db, templateId: string): Promise<TemplateRecord | null> {
  if (!isUuid(templateId)) return null;
  return db.commentTemplate.findUnique({ where: { id: templateId }, select: FIELDS });
}

/** First key of the advisory locks that order those who add to a list; the second is the list's owner. */
const LIST_LOCK = 7_310;

/** How many templates a list has; until the transaction ends nobody else adds to it. */
export async function countTemplates(tx: Db, ownerId: string | null): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LIST_LOCK}::int, hashtext(${ownerId ?? ''}))`;
  return tx.commentTemplate.count({ where: { ownerId } });
}

export async function createTemplate(tx: Db, template: Pick<TemplateRecord, 'ownerId' | 'title' | 'text'>) {
  return tx.commentTemplate.create({ data: template, select: FIELDS });
}

/** @returns false when the template is not at the revision the change was made on */
export async function updateTemplate(
  tx: Db,
  templateId: string,
  revision: number,
  words: Pick<TemplateRecord, 'title' | 'text'>,
): Promise<boolean> {
  const { count } = await tx.commentTemplate.updateMany({
    where: { id: templateId, revision },
    data: { ...words, revision: { increment: 1 } },
  });
  return count === 1;
}

/** @returns false when the template is not at the revision the removal was decided on */
export async function deleteTemplate(tx: Db, templateId: string, revision: number): Promise<boolean> {
  const { count } = await tx.commentTemplate.deleteMany({ where: { id: templateId, revision } });
  return count === 1;
}
