import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { createNotices } from '@/lib/db/notice-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Actor, Role } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { changeState } from '../budgets/change-state.ts';
import { addComment } from '../comments/add-comment.ts';
import { issueControlFigures } from '../control-figures/issue-control-figures.ts';
import { countUnread } from './count-unread.ts';
import { listNotices } from './list-notices.ts';
import { notify } from './notify.ts';
import { readAllNotices, readNotice } from './read-notices.ts';
import { tellDeadlines } from './tell-deadlines.ts';
import { whatWaits } from './what-waits.ts';

useTestDatabase();

const DAY_MS = 86_400_000;
let code = 300;
let stage: Stage;
let draft: StagedDraft;

beforeEach(async () => {
  code += 1;
  await database().round.updateMany({ data: { deadlineAt: null } });
  stage = await setStage(String(code), 1720 + code);
  draft = await stageDraft(stage);
});

const kindsFor = async (actor: Actor) => {
  const listed = await listNotices(actor);
  return listed.ok ? listed.value.map(({ kind, role }) => `${kind} ${role}`) : [];
};

async function toSubmitted(): Promise<void> {
  await database().budgetVersion.update({
    where: { id: draft.versionId },
    data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: stage.actors.CLERK.userId },
  });
}

async function newest(): Promise<StagedDraft> {
  const version = await database().budgetVersion.findFirstOrThrow({
    where: { budgetId: draft.budgetId },
    orderBy: { number: 'desc' },
  });
  return { budgetId: draft.budgetId, versionId: version.id };
}

const everybody = () => [...Object.values(stage.actors), ...Object.values(stage.strangers), stage.secondReviewer];

describe('an act', () => {
  it('tells whom it concerns, and nobody of another unit', async () => {
    await toSubmitted();
    const returned = await changeState(stage.actors.REVIEWER, 'return', { ...draft, comment: '金额 123456.78 请核对' });
    expect(returned).toMatchObject({ ok: true });
    expect(await kindsFor(stage.actors.CLERK)).toEqual(['budget.returned CLERK']);
    for (const actor of everybody()) {
      if (actor !== stage.actors.CLERK) expect(await kindsFor(actor)).toEqual([]);
    }
    const [stored] = await database().notice.findMany({ where: { budgetId: draft.budgetId } });
    expect(JSON.stringify(stored?.detail)).not.toContain('123456');
  });

  it('tells nobody when it is refused', async () => {
    expect(await changeState(stage.actors.REVIEWER, 'return', { ...draft, comment: '请核对' })).toMatchObject({
      ok: false,
    });
    expect(await database().notice.count({ where: { unitId: stage.unitId } })).toBe(0);
  });

  it('takes its notices with it when its transaction fails', async () => {
    const act = inTransaction(async (tx) => {
      await notify(tx, stage.actors.REVIEWER, { kind: 'explanation.refused', ...draft });
      throw new Error('broken off');
    });
    await expect(act).rejects.toThrow('broken off');
    expect(await kindsFor(stage.actors.CLERK)).toEqual([]);
  });

  it('of a withdrawal tells the reviewers, who had it before them', async () => {
    await toSubmitted();
    expect(await changeState(stage.actors.CLERK, 'withdraw', draft)).toMatchObject({ ok: true });
    expect(await kindsFor(stage.secondReviewer)).toEqual(['budget.withdrawn REVIEWER']);
    expect(await kindsFor(stage.actors.UNIT_HEAD)).toEqual([]);
  });

  it('of a disabled user is not told to them', async () => {
    await toSubmitted();
    await database().user.update({ where: { id: stage.actors.CLERK.userId }, data: { disabledAt: new Date() } });
    await changeState(stage.actors.REVIEWER, 'return', { ...draft, comment: '请核对' });
    expect(await kindsFor(stage.actors.CLERK)).toEqual([]);
  });
});

describe('a remark', () => {
  it('is told to the clerks, its answer to who takes part', async () => {
    await toSubmitted();
    const remark = await addComment(stage.actors.BUDGET_OFFICE, { ...draft, text: '请说明' });
    if (!remark.ok) throw new Error(remark.error.code);
    expect(await kindsFor(stage.actors.CLERK)).toEqual(['comment.added CLERK']);
    expect(await kindsFor(stage.actors.REVIEWER)).toEqual(['comment.added REVIEWER']);
    await addComment(stage.actors.CLERK, { ...draft, parentId: remark.value.id, text: '已说明' });
    expect(await kindsFor(stage.actors.BUDGET_OFFICE)).toEqual(['comment.added BUDGET_OFFICE']);
    expect(await kindsFor(stage.actors.CLERK)).toHaveLength(1);
    for (const stranger of Object.values(stage.strangers)) expect(await kindsFor(stranger)).toEqual([]);
  });
});

describe('events of the bureau', () => {
  async function openRound(deadlineAt: Date | null) {
    const key = { year: stage.year, ordinal: 1 };
    return database().round.update({ where: { year_ordinal: key }, data: { deadlineAt } });
  }

  it('are told once to each clerk, and by unit where they are about one', async () => {
    const round = await openRound(null);
    const office = stage.actors.BUDGET_OFFICE;
    await inTransaction(async (tx) => {
      await notify(tx, office, { kind: 'round.opened', roundId: round.id });
      const extension = { roundId: round.id, unitId: stage.unitId, until: new Date() };
      await notify(tx, office, { kind: 'round.extended', ...extension });
      await notify(tx, office, {
        kind: 'review.assigned',
        unitId: stage.unitId,
        reviewerId: stage.actors.REVIEWER.userId,
      });
      await notify(tx, office, {
        ...{ kind: 'review.unassigned', unitId: stage.unitId, reviewerId: stage.strangers.REVIEWER.userId },
      });
    });
    expect(await kindsFor(stage.actors.CLERK)).toEqual(['round.extended CLERK', 'round.opened CLERK'].sort());
    expect(await kindsFor(stage.strangers.CLERK)).toEqual(['round.opened CLERK']);
    expect(await kindsFor(stage.actors.REVIEWER)).toEqual(['review.assigned REVIEWER']);
    expect(await kindsFor(stage.strangers.REVIEWER)).toEqual(['review.unassigned REVIEWER']);
    expect(await kindsFor(stage.secondReviewer)).toEqual([]);
  });

  it('of control figures are told to the unit’s clerks without an amount', async () => {
    const change = {
      category: 'PERSONNEL',
      source: 'GENERAL_PUBLIC',
      item: '',
      seenFen: null,
      amountFen: 765_432_100n,
    };
    const issue = { year: stage.year, note: '', changes: [{ unitId: stage.unitId, ...change }] } as never;
    const issued = await issueControlFigures(stage.actors.BUDGET_OFFICE, issue);
    expect(issued).toMatchObject({ ok: true });
    expect(await kindsFor(stage.actors.CLERK)).toEqual(['control.issued CLERK']);
    expect(await kindsFor(stage.strangers.CLERK)).toEqual([]);
    const stored = await database().notice.findFirstOrThrow({ where: { userId: stage.actors.CLERK.userId } });
    expect(JSON.stringify(stored.detail)).not.toMatch(/7654321/);
  });

  it('near a deadline are told once for each deadline and step, by two processes at once too', async () => {
    const deadlineAt = new Date(Date.now() + 2.5 * DAY_MS);
    await openRound(deadlineAt);
    await Promise.all([tellDeadlines(new Date()), tellDeadlines(new Date())]);
    await tellDeadlines(new Date());
    expect(await kindsFor(stage.actors.CLERK)).toEqual(['deadline.near CLERK']);
    expect(await kindsFor(stage.strangers.CLERK)).toEqual(['deadline.near CLERK']);
    await tellDeadlines(new Date(deadlineAt.getTime() - DAY_MS / 2));
    await tellDeadlines(new Date(deadlineAt.getTime() + DAY_MS / 2));
    expect((await kindsFor(stage.actors.CLERK)).sort()).toEqual([
      ...['deadline.near CLERK', 'deadline.near CLERK', 'deadline.passed CLERK'],
    ]);
    expect(await kindsFor(stage.actors.REVIEWER)).toEqual([]);
  });

  it('near a deadline are not told of what was handed in, and go by the unit’s extension', async () => {
    const round = await openRound(new Date(Date.now() + DAY_MS / 2));
    await toSubmitted();
    const extension = { roundId: round.id, unitId: stage.otherUnitId, until: new Date(Date.now() + 20 * DAY_MS) };
    const granted = { reason: '停电', grantedAt: new Date(), grantedById: stage.actors.BUDGET_OFFICE.userId };
    await database().roundExtension.create({ data: { ...extension, ...granted } });
    await tellDeadlines(new Date());
    expect(await kindsFor(stage.actors.CLERK)).toEqual([]);
    expect(await kindsFor(stage.strangers.CLERK)).toEqual([]);
  });
});

describe('the list', () => {
  async function give(actor: Actor, role: Role, unitId: string | null): Promise<void> {
    const place = { unitId, budgetId: null, versionId: null, detail: { unitName: '某单位', year: 2023 } };
    await createNotices(database(), [
      { userId: actor.userId, role, kind: 'control.issued', ...place, createdAt: new Date() },
    ]);
  }

  it('puts what is unread first, and is marked one by one or all at once', async () => {
    const clerk = stage.actors.CLERK;
    for (let count = 0; count < 3; count += 1) await give(clerk, 'CLERK', stage.unitId);
    const before = await listNotices(clerk);
    const first = before.ok ? before.value[0] : undefined;
    expect(await readNotice(clerk, first?.id ?? '')).toMatchObject({ ok: true, value: { path: '/budgets' } });
    expect(await countUnread(clerk)).toEqual({ ok: true, value: 2 });
    const after = await listNotices(clerk);
    expect(after.ok && after.value.at(-1)?.id).toBe(first?.id);
    expect(await readAllNotices(clerk)).toEqual({ ok: true, value: { count: 2 } });
    expect(await countUnread(clerk)).toEqual({ ok: true, value: 0 });
  });

  it('does not show what belongs to another user, nor let them mark it', async () => {
    await give(stage.actors.CLERK, 'CLERK', stage.unitId);
    const listed = await listNotices(stage.actors.CLERK);
    const id = (listed.ok ? listed.value[0]?.id : undefined) ?? '';
    expect(await readNotice(stage.strangers.CLERK, id)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await readNotice(stage.actors.CLERK, randomUUID())).toMatchObject({ ok: false });
    expect(await countUnread(stage.actors.CLERK)).toEqual({ ok: true, value: 1 });
  });

  it('loses what concerned a role once the role, or its unit, is withdrawn', async () => {
    const clerk = await createActor(`both-${code}`, 'CLERK', stage.unitId);
    const { id } = await database().assignment.create({
      data: { userId: clerk.userId, role: 'REVIEWER', unitId: stage.otherUnitId },
    });
    await give(clerk, 'CLERK', stage.unitId);
    await give(clerk, 'REVIEWER', stage.otherUnitId);
    await give(clerk, 'REVIEWER', stage.unitId);
    expect((await kindsFor(clerk)).sort()).toEqual(['control.issued CLERK', 'control.issued REVIEWER']);
    await database().assignment.delete({ where: { id } });
    expect(await kindsFor(clerk)).toEqual(['control.issued CLERK']);
    expect(await countUnread(clerk)).toEqual({ ok: true, value: 1 });
  });
});

describe('what waits', () => {
  const waits = async (actor: Actor) => {
    const waiting = await whatWaits(actor);
    return Object.fromEntries(waiting.ok ? waiting.value.map(({ kind, count }) => [kind, count]) : []);
  };

  it('follows a budget from its draft to its return, each role its own', async () => {
    await database().fiscalYear.deleteMany({ where: { year: { not: stage.year }, budgets: { none: {} } } });
    const { CLERK, UNIT_HEAD, REVIEWER, AUDITOR } = stage.actors;
    expect(await waits(CLERK)).toMatchObject({ draft: 1 });
    expect(await waits(REVIEWER)).toEqual({});
    await toSubmitted();
    expect(await waits(CLERK)).not.toHaveProperty('draft');
    expect(await waits(REVIEWER)).toEqual({ 'to-review': 1 });
    const remark = await addComment(REVIEWER, { ...draft, text: '请说明' });
    await changeState(REVIEWER, 'return', { ...draft, comment: '请核对' });
    expect(await waits(CLERK)).toMatchObject({ returned: 1, remarks: 1 });
    const parentId = remark.ok ? remark.value.id : '';
    await addComment(CLERK, { ...(await newest()), parentId, text: '已说明' });
    expect(await waits(REVIEWER)).toEqual({ replies: 1 });
    expect(await waits(stage.secondReviewer)).toEqual({});
    expect(await waits(UNIT_HEAD)).toEqual({});
    expect(await waits(AUDITOR)).toEqual({});
    expect(await waits(stage.strangers.REVIEWER)).toEqual({});
  });
});
