import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { addComment, type CommentInput } from './add-comment.ts';
import { reopenComment } from './reopen-comment.ts';
import { resolveComment } from './resolve-comment.ts';

useTestDatabase();

const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };

let stage: Stage;
let draft: StagedDraft;
const content = fullContent();
const rowKey = content.projects[0]?.key ?? '';

beforeAll(async () => {
  stage = await setStage();
  draft = await stageDraft(stage, content);
});

const add = (actor = stage.actors.REVIEWER, input: Partial<CommentInput> = {}) =>
  addComment(actor, { ...draft, text: '请核对', ...input });

async function added(actor = stage.actors.REVIEWER, input: Partial<CommentInput> = {}) {
  const result = await add(actor, input);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a remark', () => {
  it('stands on a field of a row, on a row, or on the whole', async () => {
    expect(
      await added(stage.actors.REVIEWER, { collection: 'projects', rowKey, field: 'name', text: ' 名称过长 ' }),
    ).toMatchObject({
      ...{ collection: 'projects', rowKey, field: 'name', text: '名称过长', versionNumber: 1, parentId: null },
      ...{ authorName: 'REVIEWER-309', authorRole: 'REVIEWER', resolvedAt: null },
    });
    expect(await added(stage.actors.BUDGET_OFFICE)).toMatchObject({ collection: null, rowKey: null, field: null });
    expect(await verifyAuditChain(database(), draft.budgetId)).toMatchObject({ intact: true, events: 2 });
  });

  it('is answered in its thread, where it stands', async () => {
    const remark = await added(stage.actors.REVIEWER, { collection: 'projects', rowKey });
    const answer = await added(stage.actors.CLERK, { parentId: remark.id, text: '已改' });
    expect(answer).toMatchObject({ parentId: remark.id, collection: 'projects', rowKey, authorRole: 'CLERK' });
    const again = await added(stage.actors.REVIEWER, { parentId: answer.id, text: '好' });
    expect(again.parentId).toBe(remark.id);
  });

  it('needs words, and not too many', async () => {
    expect(await add(stage.actors.REVIEWER, { text: ' \n' })).toEqual({
      ok: false,
      error: { code: 'COMMENT_REQUIRED' },
    });
    expect(await add(stage.actors.REVIEWER, { text: '长'.repeat(2_001) })).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.text' }] },
    });
  });

  it('needs a row, a thread and a version that are there', async () => {
    expect(await add(stage.actors.REVIEWER, { collection: 'projects', rowKey: randomUUID() })).toEqual(NOT_FOUND);
    expect(await add(stage.actors.REVIEWER, { collection: 'revenue', rowKey })).toEqual(NOT_FOUND);
    expect(await add(stage.actors.REVIEWER, { parentId: randomUUID() })).toEqual(NOT_FOUND);
    expect(await add(stage.actors.REVIEWER, { versionId: randomUUID() })).toEqual(NOT_FOUND);
  });

  it('stands on a printed cell of an annex that the year has, and so do its answers', async () => {
    const cell = { annex: '3', annexRow: 'f:2010308', annexColumn: 'basic' };
    const remark = await added(stage.actors.REVIEWER, cell);
    expect(remark).toMatchObject({ ...cell, collection: null, rowKey: null });
    expect(await added(stage.actors.CLERK, { parentId: remark.id })).toMatchObject(cell);
    expect(await added(stage.actors.REVIEWER, { ...cell, annex: '12-1' })).toMatchObject({ annex: '12-1' });
    const wrong = [
      { annex: '99' },
      { annex: '3x' },
      { annexRow: null },
      { annexColumn: '' },
      { annexRow: '长'.repeat(201) },
      { annexColumn: 'a\u0000' },
      { collection: 'projects', rowKey } as const,
    ];
    for (const part of wrong) expect(await add(stage.actors.REVIEWER, { ...cell, ...part })).toEqual(NOT_FOUND);
    expect(await add(stage.strangers.REVIEWER, cell)).toEqual(FORBIDDEN);
  });

  it('never answers a thread of another budget', async () => {
    const foreign = await stageDraft({ unitId: stage.otherUnitId, year: stage.year });
    const remark = await added(stage.strangers.REVIEWER, foreign);
    expect(await add(stage.actors.REVIEWER, { parentId: remark.id })).toEqual(NOT_FOUND);
  });

  it('is refused to other units and to who may not comment', async () => {
    const others = [...Object.values(stage.strangers), stage.actors.ADMIN, stage.actors.AUDITOR];
    for (const actor of others) expect(await add(actor)).toEqual(FORBIDDEN);
  });
});

describe('settling a remark', () => {
  let commentId: string;
  beforeEach(async () => {
    commentId = (await added()).id;
  });

  const resolvedBy = async () =>
    (await database().comment.findUniqueOrThrow({ where: { id: commentId } })).resolvedById;

  it('is for its author and for who decides, and happens once', async () => {
    expect(await resolveComment(stage.actors.CLERK, { commentId })).toEqual(FORBIDDEN);
    expect(await resolvedBy()).toBeNull();
    const [one, two] = await Promise.all([
      resolveComment(stage.secondReviewer, { commentId }),
      resolveComment(stage.actors.REVIEWER, { commentId }),
    ]);
    expect([one, two]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const { userId } = stage.actors.REVIEWER;
    expect([userId, stage.secondReviewer.userId]).toContain(await resolvedBy());
    const events = await database().auditEvent.findMany({ where: { action: 'comment.resolved' } });
    expect(events.filter(({ detail }) => JSON.stringify(detail).includes(commentId))).toHaveLength(1);
  });

  it('is for a clerk too on what they wrote, with the answers that others gave', async () => {
    const own = await added(stage.actors.CLERK);
    await added(stage.actors.REVIEWER, { parentId: own.id });
    expect(await resolveComment(stage.actors.CLERK, { commentId: own.id })).toEqual({ ok: true, value: null });
    expect(await reopenComment(stage.actors.CLERK, { commentId: own.id })).toEqual({ ok: true, value: null });
  });

  it('settles the whole thread from any answer in it', async () => {
    const answer = await added(stage.actors.CLERK, { parentId: commentId });
    expect(await resolveComment(stage.actors.CLERK, { commentId: answer.id })).toEqual(FORBIDDEN);
    expect(await resolveComment(stage.actors.REVIEWER, { commentId: answer.id })).toMatchObject({ ok: true });
    expect(await resolvedBy()).toBe(stage.actors.REVIEWER.userId);
  });

  it('is refused to other units, to the disabled, and for what is not there', async () => {
    for (const actor of [...Object.values(stage.strangers), stage.actors.ADMIN, stage.actors.AUDITOR]) {
      expect(await resolveComment(actor, { commentId })).toEqual(FORBIDDEN);
    }
    const gone = await createActor('gone', 'REVIEWER', stage.unitId);
    await database().user.update({ where: { id: gone.userId }, data: { disabledAt: new Date() } });
    expect(await resolveComment(gone, { commentId })).toEqual({ ok: false, error: { code: 'SIGNED_OUT' } });
    for (const unknown of [randomUUID(), 'nonsense']) {
      expect(await resolveComment(stage.actors.REVIEWER, { commentId: unknown })).toEqual(NOT_FOUND);
    }
  });
});

describe('opening a settled remark again', () => {
  let commentId: string;
  beforeEach(async () => {
    commentId = (await added()).id;
    await resolveComment(stage.actors.REVIEWER, { commentId });
  });

  const resolvedAt = async () => (await database().comment.findUniqueOrThrow({ where: { id: commentId } })).resolvedAt;

  it('is for its author and for who decides, and happens once', async () => {
    expect(await reopenComment(stage.actors.CLERK, { commentId })).toEqual(FORBIDDEN);
    expect(await resolvedAt()).not.toBeNull();
    for (const actor of [stage.secondReviewer, stage.actors.REVIEWER]) {
      expect(await reopenComment(actor, { commentId })).toEqual({ ok: true, value: null });
    }
    expect(await resolvedAt()).toBeNull();
    const events = await database().auditEvent.findMany({ where: { action: 'comment.reopened' } });
    expect(events.filter(({ detail }) => JSON.stringify(detail).includes(commentId))).toHaveLength(1);
    expect(await resolveComment(stage.actors.REVIEWER, { commentId })).toMatchObject({ ok: true });
    expect(await verifyAuditChain(database(), draft.budgetId)).toMatchObject({ intact: true });
  });

  it('is refused to other units and for what is not there', async () => {
    for (const actor of [...Object.values(stage.strangers), stage.actors.AUDITOR]) {
      expect(await reopenComment(actor, { commentId })).toEqual(FORBIDDEN);
    }
    expect(await reopenComment(stage.actors.REVIEWER, { commentId: randomUUID() })).toEqual(NOT_FOUND);
  });
});
