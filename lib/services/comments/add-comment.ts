import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { createComment, findComment, type NewComment } from '@/lib/db/comment-repository.ts';
import { findFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { listParticipants } from '@/lib/db/notice-repository.ts';
import { rowExists } from '@/lib/db/row-reader.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { newestVersionId } from '@/lib/db/version-repository.ts';
import { annexSetNamed } from '@/lib/domain/annexes/annex-sets.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import { text as textField } from '@/lib/schemas/fields.ts';
import { holdVersion } from '../budgets/hold-version.ts';
import { notify } from '../notices/notify.ts';
import { writtenText } from '../written-text.ts';

export interface CommentInput {
  readonly budgetId: string;
  /** The version the remark is made on. */
  readonly versionId: string;
  /** Left out or null, with `rowKey`: on the whole. */
  readonly collection?: Collection | null;
  readonly rowKey?: string | null;
  readonly field?: string | null;
  /** A printed cell in place of a row of the budget: annex, row and column go together. */
  readonly annex?: string | null;
  readonly annexRow?: string | null;
  readonly annexColumn?: string | null;
  /** The remark that is answered; the answer stands where it stands. */
  readonly parentId?: string | null;
  readonly text: string;
}

type Anchor = Required<Pick<NewComment, 'collection' | 'rowKey' | 'field' | 'annex' | 'annexRow' | 'annexColumn'>>;
type Place = Anchor & Pick<NewComment, 'versionId' | 'parentId'>;

const ON_THE_WHOLE: Anchor = {
  ...{ collection: null, rowKey: null, field: null },
  ...{ annex: null, annexRow: null, annexColumn: null },
};

const cellFields = { annex: textField(50).min(1), row: textField(200).min(1), column: textField(100).min(1) };

/** Adds a remark on a row or on the whole, or answers one; it stays with the budget over its versions. */
export async function addComment(actor: Actor, input: CommentInput): Promise<Result<ReviewComment, Problem>> {
  const { budgetId } = input;
  const written = writtenText(input.text, 'text');
  const now = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.comment', input);
    if (!held.ok) return held;
    if (!written.ok) return written;
    const text = written.value;
    if (text === '') return fail({ code: 'COMMENT_REQUIRED' });
    const place = input.parentId
      ? await placeOfReply(tx, budgetId, input.parentId)
      : await placeOf(tx, held.value.year, input);
    if (!place) return fail({ code: 'NOT_FOUND' });
    const participantIds = place.parentId ? await listParticipants(tx, place.parentId) : [];
    const author = { authorId: actor.userId, authorRole: actor.role };
    const comment = await createComment(tx, { budgetId, ...place, text, ...author, createdAt: now });
    await appendAuditEvent(tx, {
      actor,
      budgetId,
      versionId: place.versionId,
      action: 'comment.added',
      detail: { commentId: comment.id, ...place, text },
      at: now,
    });
    const isWithBureau = held.value.state === 'SUBMITTED';
    const made = { budgetId, versionId: place.versionId, participantIds, isWithBureau };
    await notify(tx, actor, { ...made, kind: 'comment.added' }, now);
    return ok(comment);
  });
}

async function placeOf(tx: Db, year: number, input: CommentInput): Promise<Place | null> {
  const { versionId, collection, rowKey, field } = input;
  const place = { ...ON_THE_WHOLE, versionId, parentId: null };
  if (input.annex) return placeOnCell(tx, year, place, input);
  if (!collection || !rowKey) return place;
  const exists = await rowExists(tx, versionId, collection, rowKey);
  return exists ? { ...place, collection, rowKey, field: field ?? null } : null;
}

/** The annex has to be one that the year prints; its rows follow the figures and may be others tomorrow. */
async function placeOnCell(tx: Db, year: number, place: Place, input: CommentInput): Promise<Place | null> {
  const { annex, annexRow, annexColumn, collection, rowKey } = input;
  if (collection || rowKey) return null;
  const parsed = [
    cellFields.annex.safeParse(annex),
    cellFields.row.safeParse(annexRow),
    cellFields.column.safeParse(annexColumn),
  ];
  const fiscal = await findFiscalYear(tx, year);
  if (!annex || !annexRow || !annexColumn || !fiscal || parsed.some(({ success }) => !success)) return null;
  const printed = annexSetNamed(fiscal.annexSetRef).annexes.some(
    ({ id }) => annex === id || annex.startsWith(`${id}-`),
  );
  return printed ? { ...place, annex, annexRow, annexColumn } : null;
}

/** A reply is made on the newest version, and hangs on the remark that began the thread. */
async function placeOfReply(tx: Db, budgetId: string, parentId: string): Promise<Place | null> {
  const parent = await findComment(tx, parentId);
  const versionId = await newestVersionId(tx, budgetId);
  if (!parent || parent.budgetId !== budgetId || versionId === null) return null;
  const { collection, rowKey, field, annex, annexRow, annexColumn } = parent;
  const anchor = { collection, rowKey, field, annex, annexRow, annexColumn };
  return { versionId, parentId: parent.parentId ?? parent.id, ...anchor };
}
