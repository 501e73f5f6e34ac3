import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import type { Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { passBudget } from '../review/pass-budget.ts';
import { approveBudget } from './approve-budget.ts';
import { explainFinding } from './explain-finding.ts';
import { judgeExplanation } from './judge-explanation.ts';
import { openBudget } from './open-budget.ts';
import { returnBudget } from './return-budget.ts';
import { submitBudget } from './submit-budget.ts';

useTestDatabase();

/** One warning, whatever the content: `k`; and what is said of refused reasons. */
vi.mock('@/lib/domain/checks/examine-budget.ts', async (original) => {
  const { examineBudget } = await original<typeof import('@/lib/domain/checks/examine-budget.ts')>();
  const warning: Finding = { key: 'k', checkId: 'C1', severity: 'warning', message: '问题', rule: '', places: [] };
  const ran = { checkId: 'C1', title: '', outcome: { status: 'ran', findings: [warning] } };
  return {
    examineBudget: (input: Parameters<typeof examineBudget>[0]) => {
      const examination = examineBudget(input);
      const refused = examination.results.filter(({ checkId }) => checkId === 'change-reason-refused');
      return { ...examination, results: [ran, ...refused] };
    },
  };
});

let stage: Stage;
let clerk: Actor;
let reviewer: Actor;
let unitId: string;
let budgetId: string;
let versionId: string;
let units = 200;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  ({ id: unitId } = await database().unit.create({ data: unit }));
  clerk = await createActor(`clerk-${units}`, 'CLERK', unitId);
  reviewer = await createActor(`reviewer-${units}`, 'REVIEWER', unitId);
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }));
  await explain('退休三人');
});

const explain = (text: string) => explainFinding(clerk, { budgetId, versionId, findingKey: 'k', text });
const PENSION = 'function:2080505';
const REASONS = `reasons:${PENSION}`;
const giveReason = (text: string) =>
  database().changeReason.create({
    data: {
      ...{ versionId, key: randomUUID(), position: 1, subject: PENSION, kind: 'PEOPLE' },
      ...{ amountFen: -3_000_000n, people: -3, text },
    },
  });
const rewordReason = (text: string) => database().changeReason.updateMany({ where: { versionId }, data: { text } });
const submit = () => submitBudget(clerk, { budgetId, versionId, contentRevision: 1 });
const judge = (verdict: Verdict, text = '', actor = reviewer, subject = 'k') =>
  judgeExplanation(actor, { budgetId, versionId, subject, verdict, text });
const sendBack = async () => {
  expect(await returnBudget(reviewer, { budgetId, versionId, comment: '请补充' })).toMatchObject({ ok: true });
  ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, state: 'DRAFT' } }));
};
const open = async () => {
  const opened = await openBudget(clerk, { budgetId });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const events = async () => {
  const where = { budgetId, action: { startsWith: 'explanation.' } };
  return database().auditEvent.findMany({ where, orderBy: { id: 'asc' }, select: { action: true, detail: true } });
};

describe('judging an explanation', () => {
  it('keeps the verdict, replaces it by a later one, and writes both down', async () => {
    await submit();
    expect(await judge('REFUSED', ' 没有写明文件依据 ')).toEqual({ ok: true, value: null });
    expect((await open()).verdicts).toMatchObject([
      { subject: 'k', verdict: 'REFUSED', text: '没有写明文件依据', byName: `reviewer-${units}` },
    ]);
    expect(await judge('ACCEPTED', '不留')).toEqual({ ok: true, value: null });
    expect(await judge('ACCEPTED')).toEqual({ ok: true, value: null });
    expect((await open()).verdicts).toMatchObject([{ verdict: 'ACCEPTED', text: '' }]);
    expect(await events()).toMatchObject([
      { action: 'explanation.refused', detail: { subject: 'k', before: null, text: '没有写明文件依据' } },
      { action: 'explanation.accepted', detail: { before: { verdict: 'REFUSED', text: '没有写明文件依据' } } },
    ]);
  });

  it('needs a reason for a refusal, and words that can be kept', async () => {
    await submit();
    expect(await judge('REFUSED', '  ')).toEqual({ ok: false, error: { code: 'COMMENT_REQUIRED' } });
    expect(await judge('REFUSED', '长'.repeat(2_001))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect((await open()).verdicts).toEqual([]);
  });

  it.each(['other', '', '长'.repeat(501), 'a\u0000'])('finds no explanation of %j', async (subject) => {
    await submit();
    expect(await judge('ACCEPTED', '', reviewer, subject)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('is for a submission alone', async () => {
    expect(await judge('ACCEPTED')).toMatchObject({ error: { code: 'STATE_CHANGED', state: 'DRAFT' } });
    await submit();
    await approveBudget(reviewer, { budgetId, versionId });
    expect(await judge('REFUSED', '晚了')).toMatchObject({ error: { code: 'STATE_CHANGED', state: 'APPROVED' } });
  });

  it('is not for the clerk, nor a reviewer of another unit, nor who drafted it', async () => {
    await submit();
    for (const actor of [clerk, stage.strangers.REVIEWER, stage.actors.AUDITOR]) {
      expect(await judge('ACCEPTED', '', actor)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    await database().assignment.create({ data: { userId: clerk.userId, role: 'REVIEWER', unitId } });
    const turned: Actor = { ...clerk, role: 'REVIEWER' };
    expect(await judge('ACCEPTED', '', turned)).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
  });
});

describe('a refused explanation', () => {
  beforeEach(async () => {
    await submit();
    await judge('REFUSED', '没有写明文件依据');
  });

  it('stands in the way of approval until it is accepted', async () => {
    const approve = () => approveBudget(reviewer, { budgetId, versionId });
    expect(await approve()).toEqual({ ok: false, error: { code: 'EXPLANATIONS_REFUSED', count: 1 } });
    await judge('ACCEPTED');
    expect(await approve()).toMatchObject({ ok: true });
  });

  it('comes back with its reason, and must be written anew', async () => {
    await sendBack();
    expect(await open()).toMatchObject({
      verdicts: [],
      refusals: [{ subject: 'k', explanation: '退休三人', reason: '没有写明文件依据', byName: `reviewer-${units}` }],
    });
    expect(await submit()).toMatchObject({ error: { code: 'WARNINGS_UNEXPLAINED', findings: [{ key: 'k' }] } });
    await explain(' 退休三人 ');
    expect(await submit()).toMatchObject({ error: { code: 'WARNINGS_UNEXPLAINED', findings: [{ key: 'k' }] } });
    await explain('3月退休三人，附人社部门批复');
    expect(await submit()).toMatchObject({ ok: true });
    await judge('ACCEPTED');
    expect(await approveBudget(reviewer, { budgetId, versionId })).toMatchObject({ ok: true });
  });

  it('is history once a version came between', async () => {
    await sendBack();
    await explain('3月退休三人，附人社部门批复');
    await submit();
    await sendBack();
    expect((await open()).refusals).toEqual([]);
    expect(await submit()).toMatchObject({ ok: true });
  });
});

describe('the reasons for a change', () => {
  beforeEach(async () => {
    await giveReason('退休3人');
    await submit();
  });
  const judgeReasons = (verdict: Verdict, text = '') => judge(verdict, text, reviewer, REASONS);

  it('are judged as an explanation is, once there are some of the figure', async () => {
    expect(await judgeReasons('REFUSED', '请写明哪一月退休')).toEqual({ ok: true, value: null });
    expect(await judge('ACCEPTED', '', reviewer, 'reasons:total')).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await judge('ACCEPTED', '', reviewer, PENSION)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await judge('ACCEPTED', '', clerk, REASONS)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await judgeReasons('ACCEPTED')).toMatchObject({ ok: true });
    expect((await open()).verdicts).toMatchObject([{ subject: REASONS, verdict: 'ACCEPTED' }]);
    expect(await events()).toMatchObject([
      { action: 'explanation.refused', detail: { subject: REASONS, before: null, text: '请写明哪一月退休' } },
      { action: 'explanation.accepted', detail: { before: { verdict: 'REFUSED', text: '请写明哪一月退休' } } },
    ]);
  });

  it('stand in the way of approval, single and among many, until they are accepted', async () => {
    await judgeReasons('REFUSED', '请写明哪一月退休');
    expect(await approveBudget(reviewer, { budgetId, versionId })).toEqual({
      ok: false,
      error: { code: 'EXPLANATIONS_REFUSED', count: 1 },
    });
    const pass = (evenIfNotClean: boolean) => passBudget(reviewer, { budgetId, versionId, evenIfNotClean });
    expect(await pass(false)).toMatchObject({ error: { code: 'NOT_CLEAN' } });
    expect(await pass(true)).toMatchObject({ error: { code: 'EXPLANATIONS_REFUSED' } });
    await judgeReasons('ACCEPTED');
    expect(await approveBudget(reviewer, { budgetId, versionId })).toMatchObject({ ok: true });
  });

  it('that were refused are not submitted again before they say something else', async () => {
    await judgeReasons('REFUSED', '请写明哪一月退休');
    await sendBack();
    const explanation = '人员增减 -30,000.00元 -3人 退休3人';
    expect(await open()).toMatchObject({ refusals: [{ subject: REASONS, explanation, reason: '请写明哪一月退休' }] });
    const inVain = { error: { code: 'HAS_ERRORS', findings: [{ checkId: 'change-reason-refused' }] } };
    expect(await submit()).toMatchObject(inVain);
    await rewordReason(' 退休3人');
    expect(await submit()).toMatchObject(inVain);
    await rewordReason('3月退休3人');
    expect(await submit()).toMatchObject({ ok: true });
    expect((await open()).verdicts).toEqual([]);
  });
});

describe('what was accepted', () => {
  const bySubject = async () => (await open()).verdicts.map(({ subject, byName }) => [subject, byName]);

  it('stays accepted in the next submission where it says the same, and the submission tells so', async () => {
    await giveReason('退休3人');
    await submit();
    await judge('ACCEPTED');
    await judge('ACCEPTED', '', reviewer, REASONS);
    await sendBack();
    expect(await bySubject()).toEqual([]);
    await submit();
    const byName = `reviewer-${units}`;
    expect(await bySubject()).toEqual([
      ['k', byName],
      [REASONS, byName],
    ]);
    const submitted = { budgetId, versionId, action: 'budget.submitted' };
    const { detail } = await database().auditEvent.findFirstOrThrow({ where: submitted });
    expect(detail).toMatchObject({ carriedVerdicts: ['k', REASONS] });
  });

  it('is to be judged anew where it was changed', async () => {
    await giveReason('退休3人');
    await submit();
    await judge('ACCEPTED');
    await judge('ACCEPTED', '', reviewer, REASONS);
    await sendBack();
    await rewordReason('3月退休3人');
    await explain('退休三人，见附件');
    await submit();
    expect(await bySubject()).toEqual([]);
  });
});
