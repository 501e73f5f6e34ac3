import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import type { Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { approveBudget } from './approve-budget.ts';
import { explainFinding } from './explain-finding.ts';
import { judgeExplanation } from './judge-explanation.ts';
import { openBudget } from './open-budget.ts';
import { returnBudget } from './return-budget.ts';
import { submitBudget } from './submit-budget.ts';

useTestDatabase();

/** One warning, whatever the content: `k`. */
vi.mock('@/lib/domain/checks/examine-budget.ts', () => {
  const warning: Finding = { key: 'k', checkId: 'C1', severity: 'warning', message: '问题', rule: '', places: [] };
  const ran = { checkId: 'C1', title: '', outcome: { status: 'ran', findings: [warning] } };
  return { examineBudget: () => ({ annexes: [], narrative: null, results: [ran] }) };
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
