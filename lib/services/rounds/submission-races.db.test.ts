import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { DEFAULT_YEAR_SETTINGS } from '@/lib/domain/workflow/year-settings.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage } from '@/tests/stage.ts';
import { acceptBudget } from '../budgets/accept-budget.ts';
import { approveBudget } from '../budgets/approve-budget.ts';
import { beginRound } from '../budgets/begin-round.ts';
import { createBudget } from '../budgets/create-budget.ts';
import { lastYearsApproved } from '../budgets/last-year.ts';
import { openAdjustment } from '../budgets/open-adjustment.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { submitBudget } from '../budgets/submit-budget.ts';
import { closeRound } from './close-round.ts';
import { createYear } from './create-year.ts';
import { extendRound } from './extend-round.ts';
import { openRound } from './open-round.ts';

useTestDatabase();

/** What the checks find is not the matter here. */
vi.mock('@/lib/domain/checks/examine-budget.ts', () => ({
  examineBudget: () => ({ annexes: [], narrative: null, results: [] }),
}));

const TRIALS = 20;

/** For twenty trials on a busy machine. */
const TIMEOUT_MS = 180_000;

let stage: Stage;
let office: Actor;
let clerk: Actor;
let reviewer: Actor;
let unitId: string;
let budgetId: string;
let versionId: string;
let year = 2000;
let units = 100;

beforeAll(async () => {
  stage = await setStage();
  office = stage.actors.BUDGET_OFFICE;
});

/** A year whose first round is open, and a unit with its draft in it. */
async function prepare(): Promise<void> {
  year += year + 1 === stage.year ? 2 : 1;
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  ({ id: unitId } = await database().unit.create({ data: unit }));
  clerk = await createActor(`clerk-${units}`, 'CLERK', unitId);
  reviewer = await createActor(`reviewer-${units}`, 'REVIEWER', unitId);
  await createYear(office, { year, scheme: 'TWO_SUBMISSIONS', ...DEFAULT_YEAR_SETTINGS });
  await openRound(office, await seen(1));
  const started = await createBudget(clerk, { unitId, year });
  if (!started.ok) throw new Error(started.error.code);
  ({ budgetId, versionId } = started.value);
}

beforeEach(prepare);

const round = (ordinal: number) => database().round.findUniqueOrThrow({ where: { year_ordinal: { year, ordinal } } });
const seen = async (ordinal: number) => ({ year, ordinal, revision: (await round(ordinal)).revision });
const submit = () => submitBudget(clerk, { budgetId, versionId, contentRevision: 1 });
const version = () => database().budgetVersion.findUniqueOrThrow({ where: { id: versionId } });
const begin = (actor = clerk) => beginRound(actor, { budgetId, versionId });
const adjust = (reason = '上级追加专项', actor = office) => openAdjustment(actor, { budgetId, versionId, reason });

describe('a submission at the moment its round is closed', () => {
  it('comes before or after, and none is recorded after the close', { timeout: TIMEOUT_MS }, async () => {
    let before = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      if (trial > 0) await prepare();
      const act = await seen(1);
      const submission = submit();
      // The close sets out a little later in each trial, so that either comes first in some
      for (let step = 0; step < trial; step++) await round(1);
      const [closed, submitted] = await Promise.all([closeRound(office, act), submission]);
      expect(closed).toMatchObject({ ok: true });
      const { closedAt } = await round(1);
      const { submittedAt, state } = await version();
      if (submitted.ok) {
        before += 1;
        expect(submittedAt?.getTime()).toBeLessThanOrEqual(closedAt?.getTime() ?? 0);
      } else {
        expect(submitted.error).toEqual({ code: 'ROUND_NOT_OPEN', roundLabel: '一上' });
        expect([state, submittedAt]).toEqual(['DRAFT', null]);
      }
    }
    console.log(`Rounds: ${TRIALS} submissions at the moment of the close, ${before} came before it.`);
  });

  it('succeeds after the close where an extension came in between', { timeout: TIMEOUT_MS }, async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      if (trial > 0) await prepare();
      const until = new Date(Date.now() + 3_600_000);
      const extension = { year, ordinal: 1, unitIds: [unitId], until, reason: '停电' };
      const outcomes = await Promise.all([closeRound(office, await seen(1)), extendRound(office, extension)]);
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
      expect(await submit()).toMatchObject({ ok: true });
    }
    console.log(`Rounds: ${TRIALS} extensions at the moment of the close.`);
  });
});

describe('the next round', () => {
  const acceptFirst = async () => {
    await submit();
    await acceptBudget(reviewer, { budgetId, versionId });
  };

  it('is begun from the accepted version, once it is open', async () => {
    expect(await begin()).toEqual({ ok: false, error: { code: 'NO_ROUND_TO_BEGIN', state: 'DRAFT' } });
    await acceptFirst();
    expect(await begin()).toEqual({ ok: false, error: { code: 'NO_ROUND_TO_BEGIN', state: 'ACCEPTED' } });
    await openRound(office, await seen(2));
    expect(await begin(reviewer)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await begin()).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await openBudget(clerk, { budgetId })).toMatchObject({
      value: { version: { number: 2, state: 'DRAFT', round: { kind: 'SECOND_SUBMISSION' } } },
    });
    expect(await begin()).toMatchObject({ error: { code: 'STATE_CHANGED', state: 'DRAFT' } });
  });

  it('is begun once, however many begin it', { timeout: TIMEOUT_MS }, async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      if (trial > 0) await prepare();
      await acceptFirst();
      await openRound(office, await seen(2));
      const outcomes = await Promise.all([begin(), begin(), begin()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database().budgetVersion.count({ where: { budgetId } })).toBe(2);
    }
    console.log(`Rounds: ${TRIALS} times the next round was begun at once.`);
  });
});

describe('an adjustment', () => {
  const approve = async () => {
    const { id: roundId } = await round(1);
    await database().round.update({ where: { id: roundId }, data: { kind: 'SINGLE_SUBMISSION' } });
    await submit();
    expect(await approveBudget(reviewer, { budgetId, versionId })).toMatchObject({ ok: true });
  };

  it('is a version of its own, with its reason, beside what was approved', async () => {
    expect(await adjust()).toMatchObject({ error: { code: 'STATE_CHANGED', state: 'DRAFT' } });
    await approve();
    expect(await adjust(' ')).toEqual({ ok: false, error: { code: 'COMMENT_REQUIRED' } });
    expect(await adjust('追加', reviewer)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    const original = versionId;
    for (const adjustment of [1, 2]) {
      const opened = await adjust();
      if (!opened.ok) throw new Error(opened.error.code);
      ({ versionId } = opened.value);
      expect(await version()).toMatchObject({ adjustment, adjustmentReason: '上级追加专项', roundId: null });
      expect(await submit()).toMatchObject({ ok: true });
      expect(await approveBudget(reviewer, { budgetId, versionId })).toMatchObject({ ok: true });
    }
    expect(await database().budgetVersion.findUniqueOrThrow({ where: { id: original } })).toMatchObject({
      ...{ state: 'APPROVED', adjustment: 0 },
    });
  });

  it('leaves 上年数 as they were approved at first', async () => {
    await approve();
    expect(await lastYearsApproved(database(), unitId, year + 1)).toMatchObject({ year, revenue: [] });
    await adjust();
    ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, number: 2 } }));
    const key = '00000000-0000-4000-8000-000000000001';
    const line = {
      source: 'GENERAL_PUBLIC',
      carriedOver: false,
      functionCode: '2010308',
      amountFen: 5n,
      note: '',
    } as const;
    await database().revenueLine.create({ data: { versionId, key, position: 1, revision: 1, ...line } });
    await submit();
    await approveBudget(reviewer, { budgetId, versionId });
    expect(await lastYearsApproved(database(), unitId, year + 1)).toMatchObject({ revenue: [] });
  });

  it('is opened once, however many open it', { timeout: TIMEOUT_MS }, async () => {
    for (let trial = 0; trial < TRIALS; trial++) {
      if (trial > 0) await prepare();
      await approve();
      const outcomes = await Promise.all([adjust(), adjust(), adjust()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database().budgetVersion.count({ where: { budgetId } })).toBe(2);
    }
    console.log(`Rounds: ${TRIALS} times an adjustment was opened at once.`);
  });
});
