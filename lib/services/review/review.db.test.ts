import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Result } from '@/lib/domain/result.ts';
import { isClean, type QueueRow } from '@/lib/domain/review/queue-row.ts';
import { RULE_VERSION } from '@/lib/domain/review/rule-version.ts';
import { submitBudget } from '@/lib/services/budgets/submit-budget.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createPerson, signInAs } from '@/tests/people.ts';
import { soundContent } from '@/tests/sound-content.ts';
import { createActor, type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { addComment } from '../comments/add-comment.ts';
import { assignUnits } from './assign-units.ts';
import { exportIssues } from './export-issues.ts';
import { openAssignments } from './open-assignments.ts';
import { openReviewQueue } from './open-review-queue.ts';
import { passBudget } from './pass-budget.ts';
import { recheckVersion } from './recheck-version.ts';

useTestDatabase();

let stage: Stage;
let draft: StagedDraft;

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function rowOf(unitId: string): Promise<QueueRow> {
  const { rows } = got(await openReviewQueue(stage.actors.BUDGET_OFFICE, { year: stage.year }));
  const row = rows.find((candidate) => candidate.unitId === unitId);
  if (!row) throw new Error(`no row of ${unitId}`);
  return row;
}

beforeAll(async () => {
  stage = await setStage();
  draft = await stageDraft(stage, soundContent('309001'));
});

describe('the queue', () => {
  test('shows a draft with its sums, and a unit that has not begun', async () => {
    const row = await rowOf(stage.unitId);
    expect(row).toMatchObject({ digest: null, version: { state: 'DRAFT', number: 1 } });
    expect(row.version?.totalFen).toBeGreaterThan(0n);
    expect(row.reviewers.map(({ name }) => name)).toEqual(['REVIEWER-309', 'second-reviewer-309']);
    expect(await rowOf(stage.otherUnitId)).toMatchObject({ version: null, budgetId: null, digest: null });
  });

  test('a submission keeps what the checks found, in its own transaction', async () => {
    got(await submitBudget(stage.actors.CLERK, { ...draft, contentRevision: 1 }));
    const row = await rowOf(stage.unitId);
    const stored = await database().reviewDigest.findUniqueOrThrow({ where: { versionId: draft.versionId } });
    expect(row).toMatchObject({ version: { state: 'SUBMITTED' }, digest: { errors: 0, ruleVersion: RULE_VERSION } });
    expect(row.digest?.risk).toBe(stored.risk);
    expect(row.digest?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(stored.risk);
    expect(row.version?.totalFen).toBe(stored.totalFen);
  });

  test('a reviewer sees their units alone; a year that was never opened is not found', async () => {
    const { rows } = got(await openReviewQueue(stage.actors.REVIEWER, {}));
    expect(rows.map(({ unitId }) => unitId)).toEqual([stage.unitId]);
    expect(await openReviewQueue(stage.actors.REVIEWER, { year: 1999 })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a batch', () => {
  test('a check anew tells what changed and is recorded', async () => {
    await database().reviewDigest.update({ where: { versionId: draft.versionId }, data: { notes: 77 } });
    const { before, after } = got(await recheckVersion(stage.actors.REVIEWER, draft));
    expect(before?.notes).toBe(77);
    expect(after.notes).not.toBe(77);
    const event = await database().auditEvent.findFirstOrThrow({ where: { action: 'budget.checked' } });
    expect(event).toMatchObject({ versionId: draft.versionId, detail: { from: { notes: 77 }, to: { ...after } } });
  });

  test('the list of issues is a workbook, and recorded', async () => {
    const file = got(await exportIssues(stage.actors.REVIEWER, { versionIds: [draft.versionId] }));
    expect(Buffer.from(file.bytes).subarray(0, 2).toString()).toBe('PK');
    const event = await database().auditEvent.findFirst({ where: { action: 'budget.exported' } });
    expect(event).toMatchObject({ detail: { formats: ['issues'] } });
  });

  test('a remark keeps a budget from passing among many, unless it is ticked itself', async () => {
    expect(isClean(await rowOf(stage.unitId))).toBe(true);
    got(await addComment(stage.actors.REVIEWER, { ...draft, text: '请核对' }));
    const pass = (evenIfNotClean: boolean) =>
      passBudget(stage.actors.REVIEWER, { ...draft, comment: '同意', evenIfNotClean });
    expect(await pass(false)).toEqual({
      ok: false,
      error: { code: 'NOT_CLEAN', blemishes: ['1条意见未处理'] },
    });
    expect(got(await pass(true))).toMatchObject({ state: 'APPROVED' });
    expect(await pass(true)).toMatchObject({ ok: false, error: { code: 'STATE_CHANGED' } });
    expect(await recheckVersion(stage.actors.REVIEWER, draft)).toMatchObject({ error: { code: 'STATE_CHANGED' } });
    const [event] = await database().auditEvent.findMany({ where: { action: 'budget.approved' } });
    expect(event).toMatchObject({ actorId: stage.actors.REVIEWER.userId, detail: { text: '同意' } });
  });

  test('一上 is accepted, not approved', async () => {
    const first = await setStage('311', 2022);
    const round = { year: 2022, ordinal: 2, kind: 'FIRST_SUBMISSION', state: 'PLANNED' } as const;
    await database().round.updateMany({
      where: { year: 2022 },
      data: { state: 'CLOSED', closedAt: new Date() },
    });
    const { id: roundId } = await database().round.create({ data: round });
    await database().round.update({ where: { id: roundId }, data: { state: 'OPEN', openedAt: new Date() } });
    const own = await stageDraft(first, soundContent('311001'));
    await database().budgetVersion.update({ where: { id: own.versionId }, data: { roundId } });
    await database().budgetVersion.update({
      where: { id: own.versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: first.actors.CLERK.userId },
    });
    const passed = await passBudget(first.actors.REVIEWER, { ...own, evenIfNotClean: true });
    expect(got(passed)).toMatchObject({ state: 'ACCEPTED' });
  });
});

describe('the assignment of units', () => {
  test('holds at the next request, is recorded with old and new, and counts as a change of the user', async () => {
    const office = stage.actors.BUDGET_OFFICE;
    const reviewerId = await createPerson('newcomer', [{ role: 'REVIEWER', unitId: stage.unitId }]);
    const change = { reviewerId, unitIds: [stage.otherUnitId] };
    expect(got(await assignUnits(office, { ...change, operation: 'add' })).count).toBe(1);
    expect(got(await assignUnits(office, { ...change, operation: 'add' })).count).toBe(0);
    expect((await signInAs('newcomer')).unitIds.toSorted()).toEqual([stage.unitId, stage.otherUnitId].toSorted());
    const { revision } = await database().user.findUniqueOrThrow({ where: { id: reviewerId } });
    expect(revision).toBe(2);
    const event = await database().auditEvent.findFirstOrThrow({ where: { action: 'review.assigned' } });
    expect(event.detail).toMatchObject({ from: [stage.unitId], unitIds: [stage.otherUnitId], operation: 'add' });
    const both = [stage.unitId, stage.otherUnitId];
    expect(await assignUnits(office, { reviewerId, unitIds: both, operation: 'remove' })).toEqual({
      ok: false,
      error: { code: 'LAST_UNIT', reviewerName: 'newcomer' },
    });
    expect(got(await assignUnits(office, { ...change, operation: 'remove' })).count).toBe(1);
  });

  test('makes nobody a reviewer who is none', async () => {
    const clerk = await createActor('another-clerk', 'CLERK', stage.unitId);
    const change = { reviewerId: clerk.userId, unitIds: [stage.unitId] };
    expect(await assignUnits(stage.actors.BUDGET_OFFICE, { ...change, operation: 'add' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('lists the units with their reviewers and what waits', async () => {
    const { units, reviewers } = got(await openAssignments(stage.actors.BUDGET_OFFICE));
    const other = units.find(({ unitId }) => unitId === stage.otherUnitId);
    expect(other).toMatchObject({ isWaiting: false, reviewerIds: [stage.strangers.REVIEWER.userId] });
    expect(reviewers.some(({ username }) => username === 'newcomer')).toBe(true);
  });
});
