import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { listRounds } from '@/lib/db/round-repository.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { Scheme } from '@/lib/domain/workflow/round-plan.ts';
import { DEFAULT_YEAR_SETTINGS } from '@/lib/domain/workflow/year-settings.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage } from '@/tests/stage.ts';
import { createBudget } from '../budgets/create-budget.ts';
import { changeDeadline } from './change-deadline.ts';
import { changeYear } from './change-year.ts';
import { closeRound } from './close-round.ts';
import { createYear } from './create-year.ts';
import { extendRound } from './extend-round.ts';
import { openRound } from './open-round.ts';
import { openRoundBoard } from './open-round-board.ts';

useTestDatabase();

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

let stage: Stage;
let office: Actor;
let colleague: Actor;
let year = 2030;

beforeAll(async () => {
  stage = await setStage();
  office = stage.actors.BUDGET_OFFICE;
  colleague = await createActor('second-office', 'BUDGET_OFFICE', null);
});

beforeEach(async () => {
  year += 1;
  await plan('TWO_SUBMISSIONS');
});

const plan = (scheme: Scheme) => createYear(office, { year, scheme, ...DEFAULT_YEAR_SETTINGS });
const change = (scheme: Scheme, revision = 1) =>
  changeYear(office, { year, revision, scheme, ...DEFAULT_YEAR_SETTINGS, changeThresholdPercent: 50 });
const rounds = () => listRounds(database(), year);

/** Names a round as it stands now. */
async function seen(ordinal: number) {
  const round = (await rounds()).find((candidate) => candidate.ordinal === ordinal);
  return { year, ordinal, revision: round?.revision ?? 0 };
}

const open = async (ordinal: number, actor = office) => openRound(actor, await seen(ordinal));
const close = async (ordinal: number, actor = office) => closeRound(actor, await seen(ordinal));
const states = async () => (await rounds()).map(({ state }) => state);
const refused = (reason: string) => ({ ok: false, error: { code: 'ROUND_REFUSED', reason } });

describe('a fiscal year', () => {
  it('is opened once, with its rounds planned', async () => {
    expect(await plan('SINGLE_SUBMISSION')).toEqual({ ok: false, error: { code: 'YEAR_EXISTS', year } });
    expect((await rounds()).map(({ kind, state }) => [kind, state])).toEqual([
      ['FIRST_SUBMISSION', 'PLANNED'],
      ['SECOND_SUBMISSION', 'PLANNED'],
    ]);
    expect(await createBudget(stage.actors.CLERK, { unitId: stage.unitId, year })).toMatchObject({
      error: { code: 'YEAR_NOT_OPEN' },
    });
  });

  it('takes other settings from who saw the last ones', async () => {
    expect(await change('TWO_SUBMISSIONS')).toEqual({ ok: true, value: null });
    expect(await change('TWO_SUBMISSIONS')).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    expect(await openRoundBoard(office, { year })).toMatchObject({
      value: { revision: 2, settings: { changeThresholdPercent: 50 } },
    });
  });

  it('takes another scheme until a round was opened', async () => {
    expect(await change('SINGLE_SUBMISSION')).toMatchObject({ ok: true });
    expect((await rounds()).map(({ kind }) => kind)).toEqual(['SINGLE_SUBMISSION']);
    await open(1);
    expect(await change('TWO_SUBMISSIONS', 2)).toEqual(refused('SCHEME_FIXED'));
  });
});

describe('a round', () => {
  it('opens in its order, closes the one before it, and takes its drafts along', async () => {
    expect(await open(2)).toEqual(refused('EARLIER_FIRST'));
    expect(await open(1)).toEqual({ ok: true, value: { carried: 0 } });
    expect(await open(1)).toEqual(refused('ALREADY_OPEN'));
    const started = await createBudget(stage.actors.CLERK, { unitId: stage.unitId, year });
    if (!started.ok) throw new Error(started.error.code);
    const { budgetId, versionId } = started.value;
    expect(await open(2)).toEqual({ ok: true, value: { carried: 1 } });
    expect(await states()).toEqual(['CLOSED', 'OPEN']);
    const { roundId } = await database().budgetVersion.findUniqueOrThrow({ where: { id: versionId } });
    expect(roundId).toBe((await rounds())[1]?.id);
    expect(await database().auditEvent.count({ where: { budgetId, action: 'round.opened' } })).toBe(1);
    expect(await open(1)).toEqual(refused('LATER_OPENED'));
    expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true });
  });

  it('opens again while it is the newest that was open, and keeps when it first did', async () => {
    await open(1);
    expect(await close(2)).toEqual(refused('NOT_OPEN'));
    const [first] = await rounds();
    expect(await close(1)).toEqual({ ok: true, value: null });
    expect(await close(1)).toEqual(refused('NOT_OPEN'));
    expect(await open(1)).toMatchObject({ ok: true });
    expect((await rounds())[0]).toMatchObject({ state: 'OPEN', closedAt: null, openedAt: first?.openedAt });
  });

  it('has its deadline set in the future only, by who saw the last one', async () => {
    const set = async (deadlineAt: Date | null, revision?: number) =>
      changeDeadline(office, { ...(await seen(1)), ...(revision ? { revision } : {}), deadlineAt });
    expect(await set(inDays(-1))).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.deadlineAt' }] },
    });
    expect(await set(inDays(3))).toEqual({ ok: true, value: null });
    expect(await set(null, 1)).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    expect(await set(null)).toMatchObject({ ok: true });
    await database().round.updateMany({ where: { year, ordinal: 1 }, data: { deadlineAt: inDays(-1) } });
    expect(await open(1)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('is not there for a year or an ordinal that is not', async () => {
    expect(await openRound(office, { year: 2099, ordinal: 1, revision: 1 })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await closeRound(office, { year, ordinal: 3, revision: 1 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await openRoundBoard(office, { year: 2099 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('an extension', () => {
  const grant = (until: Date, unitIds = [stage.unitId]) =>
    extendRound(office, { year, ordinal: 1, unitIds, until, reason: '停电两天' });

  it('is for units that there are, after the deadline of a round that was opened', async () => {
    expect(await grant(inDays(5))).toEqual(refused('NOT_OPENED_YET'));
    await open(1);
    await changeDeadline(office, { ...(await seen(1)), deadlineAt: inDays(2) });
    expect(await grant(inDays(-1))).toMatchObject({ error: { issues: [{ path: '$.until' }] } });
    expect(await grant(inDays(1))).toMatchObject({ error: { issues: [{ path: '$.until' }] } });
    expect(await grant(inDays(5), ['00000000-0000-4000-8000-000000000000'])).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await grant(inDays(5), [stage.unitId, stage.unitId, stage.otherUnitId])).toEqual({
      ok: true,
      value: { count: 2 },
    });
  });

  it('is shown with the unit, and the newest holds', async () => {
    await open(1);
    await grant(inDays(5));
    const until = inDays(7);
    await grant(until);
    const board = await openRoundBoard(office, { year });
    const units = board.ok ? board.value.units : [];
    expect(units.map(({ unitCode, deadlineAt, extensionReason }) => [unitCode, deadlineAt, extensionReason])).toEqual([
      ['309001', until.toISOString(), '停电两天'],
      ['309002', null, null],
    ]);
  });
});

describe('the late list', () => {
  it('names units that owe a submission, those without a budget among them', async () => {
    await open(1);
    const started = await createBudget(stage.actors.CLERK, { unitId: stage.unitId, year });
    const board = async (actor = office) => {
      const answer = await openRoundBoard(actor, { year });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    expect((await board()).counts).toMatchObject({ notBegun: 1, drafting: 1, submitted: 0 });
    expect((await board()).units.map(({ owes, isLate }) => [owes, isLate])).toEqual([
      [true, false],
      [true, false],
    ]);
    await database().round.updateMany({ where: { year, ordinal: 1 }, data: { deadlineAt: inDays(-1) } });
    expect((await board()).units.map(({ isLate }) => isLate)).toEqual([true, true]);
    const versionId = started.ok ? started.value.versionId : '';
    await database().budgetVersion.update({
      where: { id: versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: stage.actors.CLERK.userId },
    });
    expect((await board()).units.map(({ isLate }) => isLate)).toEqual([false, true]);
    expect((await board(stage.actors.REVIEWER)).units.map(({ unitCode }) => unitCode)).toEqual(['309001']);
  });
});

describe('two budget officers at once', () => {
  it('open and close a round one after the other, never both on what they saw', async () => {
    let trials = 0;
    for (; trials < 20; trials++) {
      const act = await seen(1);
      const perform = (await states())[0] === 'OPEN' ? closeRound : openRound;
      const outcomes = await Promise.all([perform(office, act), perform(colleague, act), perform(office, act)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error).toEqual({ code: 'RECORD_CHANGED' });
    }
    console.log(`Rounds: ${trials} times two officers opened or closed a round at once.`);
  });

  it('never leave two rounds of a year open', async () => {
    let trials = 0;
    for (; trials < 20; trials++) {
      year = 2060 + trials;
      await plan('TWO_SUBMISSIONS');
      await open(1);
      const [first, second] = [await seen(1), await seen(2)];
      const [opened, closed] = await Promise.all([openRound(office, second), closeRound(colleague, first)]);
      expect(opened).toMatchObject({ ok: true });
      if (!closed.ok) expect(closed.error).toEqual({ code: 'RECORD_CHANGED' });
      expect(await states()).toEqual(['CLOSED', 'OPEN']);
    }
    year = 2050;
    console.log(`Rounds: ${trials} times 二上 opened while 一上 was closed.`);
  });
});
