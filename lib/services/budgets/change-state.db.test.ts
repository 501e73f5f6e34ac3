import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import { returnedRemarks } from '@/lib/domain/workflow/returned-remarks.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { addComment } from '../comments/add-comment.ts';
import { approveBudget } from './approve-budget.ts';
import { explainFinding } from './explain-finding.ts';
import { openBudget } from './open-budget.ts';
import { returnBudget } from './return-budget.ts';
import { saveChanges } from './save-changes.ts';
import { submitBudget } from './submit-budget.ts';

useTestDatabase();

/** What the checks find is not the matter here: each test says it. */
const found = vi.hoisted(() => ({ findings: [] as Finding[] }));
vi.mock('@/lib/domain/checks/examine-budget.ts', () => ({
  examineBudget: () => ({
    annexes: [],
    narrative: null,
    results: [
      { checkId: 'C1', title: '', outcome: { status: 'ran', findings: found.findings } },
      { checkId: 'C2', title: '', outcome: { status: 'not-applicable', reason: '' } },
    ],
  }),
}));

const finding = (severity: Finding['severity'], key: string): Finding => ({
  ...{ key, checkId: 'C1', severity, message: '问题', rule: '', places: [] },
});

let stage: Stage;
let clerk: Actor;
let reviewer: Actor;
let secondReviewer: Actor;
let unitId: string;
let budgetId: string;
let versionId: string;
let content: ReturnType<typeof fullContent>;
let units = 100;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  found.findings = [];
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  ({ id: unitId } = await database().unit.create({ data: unit }));
  clerk = await createActor(`clerk-${units}`, 'CLERK', unitId);
  reviewer = await createActor(`reviewer-${units}`, 'REVIEWER', unitId);
  secondReviewer = await createActor(`second-${units}`, 'REVIEWER', unitId);
  content = fullContent();
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

const submit = (actor = clerk, contentRevision = 1) => submitBudget(actor, { budgetId, versionId, contentRevision });
const send = (actor = reviewer, comment = '请核对公用经费') => returnBudget(actor, { budgetId, versionId, comment });
const approve = (actor = reviewer) => approveBudget(actor, { budgetId, versionId });
const version = (id = versionId) => database().budgetVersion.findUniqueOrThrow({ where: { id } });
const edit = (note: string, revision = 1) => {
  const key = content.revenue[0]?.key ?? '';
  return saveChanges(clerk, {
    ...{ budgetId, versionId, requestId: randomUUID() },
    changes: [{ op: 'update', collection: 'revenue', key, fields: { note } }],
    revisions: { rows: { [key]: revision } },
  });
};

describe('submitting', () => {
  it('freezes the version and records who and when', async () => {
    expect(await submit()).toEqual({ ok: true, value: { number: 1, state: 'SUBMITTED', nextNumber: null } });
    expect(await version()).toMatchObject({ state: 'SUBMITTED', submittedById: clerk.userId, decidedAt: null });
    expect((await version()).submittedAt).toBeInstanceOf(Date);
    expect(await edit('晚了')).toMatchObject({ error: { code: 'NOT_A_DRAFT', state: 'SUBMITTED' } });
  });

  it('is refused while a check finds an error, and says all of them', async () => {
    found.findings = [finding('error', 'a'), finding('warning', 'b'), finding('error', 'c')];
    expect(await submit()).toMatchObject({ error: { code: 'HAS_ERRORS', findings: [{ key: 'a' }, { key: 'c' }] } });
    expect(await version()).toMatchObject({ state: 'DRAFT' });
  });

  it('is refused while a warning has no explanation; notes need none', async () => {
    found.findings = [finding('warning', 'a'), finding('warning', 'b'), finding('note', 'c')];
    const explain = (findingKey: string, text: string) =>
      explainFinding(clerk, { budgetId, versionId, findingKey, text });
    expect(await explain('a', '  退休三人  ')).toMatchObject({ ok: true });
    expect(await submit()).toMatchObject({ error: { code: 'WARNINGS_UNEXPLAINED', findings: [{ key: 'b' }] } });
    await explain('b', '新增任务');
    await explain('b', ' ');
    expect(await submit()).toMatchObject({ error: { code: 'WARNINGS_UNEXPLAINED', findings: [{ key: 'b' }] } });
    await explain('b', '新增任务');
    expect(await submit()).toMatchObject({ ok: true });
    expect(await explain('b', '晚了')).toMatchObject({ error: { code: 'NOT_A_DRAFT' } });
  });

  it.each(['', '长'.repeat(501), 'a\u0000'])('knows no finding named %j', async (findingKey) => {
    const explained = await explainFinding(clerk, { budgetId, versionId, findingKey, text: '说明' });
    expect(explained).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it.each(['长'.repeat(2_001), 'a\u0000b', '\ud800'])('takes no explanation that cannot be kept', async (text) => {
    const explained = await explainFinding(clerk, { budgetId, versionId, findingKey: 'k', text });
    expect(explained).toMatchObject({ error: { code: 'INVALID_INPUT', issues: [{ path: '$.text' }] } });
  });

  it('is refused when the draft was saved after it was looked at', async () => {
    await edit('新');
    expect(await submit(clerk, 1)).toEqual({ ok: false, error: { code: 'CONTENT_CHANGED', contentRevision: 2 } });
    expect(await submit(clerk, 2)).toMatchObject({ ok: true });
  });

  it('happens once, however often it is asked for', async () => {
    const outcomes = await Promise.all([submit(), submit(), submit(), submit()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) {
      if (!outcome.ok)
        expect(outcome.error).toMatchObject({ code: 'STATE_CHANGED', state: 'SUBMITTED', byName: `clerk-${units}` });
    }
    expect(await database().auditEvent.count({ where: { budgetId, action: 'budget.submitted' } })).toBe(1);
  });

  it('and saving at the same time never lose a save or freeze half of one', async () => {
    const [submitted, saved] = await Promise.all([submit(), edit('同时')]);
    expect(submitted.ok).not.toBe(saved.ok);
    const after = (await loadContent(database(), versionId)).content.revenue[0]?.note;
    expect(after).toBe(saved.ok ? '同时' : '注');
    if (!submitted.ok) expect(submitted.error).toEqual({ code: 'CONTENT_CHANGED', contentRevision: 2 });
    if (!saved.ok) expect(saved.error).toEqual({ code: 'NOT_A_DRAFT', state: 'SUBMITTED' });
  });
});

describe('returning', () => {
  beforeEach(async () => {
    await explainFinding(clerk, { budgetId, versionId, findingKey: 'k', text: '说明' });
    await submit();
  });

  it('opens the next draft as a copy with the same keys, explanations and comments', async () => {
    const rowKey = content.expenditure[0]?.key;
    const place = { collection: 'expenditure', rowKey, field: 'amountFen' } as const;
    await addComment(reviewer, { budgetId, versionId, ...place, text: '偏高' });
    expect(await send()).toEqual({ ok: true, value: { number: 1, state: 'RETURNED', nextNumber: 2 } });
    expect(await version()).toMatchObject({
      state: 'RETURNED',
      decidedById: reviewer.userId,
      decisionComment: '请核对公用经费',
    });
    const opened = await openBudget(clerk, { budgetId });
    if (!opened.ok) throw new Error(opened.error.code);
    const { value } = opened;
    expect(value.version).toMatchObject({ number: 2, state: 'DRAFT', submittedAt: null, contentRevision: 1 });
    expect(value.budget).toMatchObject(content);
    expect(value.explanations).toMatchObject([{ findingKey: 'k', text: '说明', authorName: `clerk-${units}` }]);
    expect(value.comments).toMatchObject([{ ...place, text: '偏高', versionNumber: 1, authorRole: 'REVIEWER' }]);
    expect(value.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'DRAFT'],
      [1, 'RETURNED'],
    ]);
    const first = await openBudget(clerk, { budgetId, number: 1 });
    expect(first).toMatchObject({ ok: true, value: { version: { decidedByName: `reviewer-${units}` } } });
  });

  it('lets the clerk change the next draft and leaves the returned version as it was', async () => {
    await send();
    const returned = versionId;
    ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, number: 2 } }));
    expect(await edit('第二稿')).toMatchObject({ ok: true });
    expect((await loadContent(database(), returned)).content).toEqual(content);
    expect(await submit(clerk, 2)).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await approve()).toMatchObject({ ok: true, value: { number: 2, state: 'APPROVED' } });
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 6 });
  });

  it('lets everybody see which remarks went with it, and whether their rows were changed since', async () => {
    const on = (collection: Collection, rowKey: string | undefined) =>
      addComment(reviewer, { budgetId, versionId, collection, rowKey, text: '偏高' });
    await on('revenue', content.revenue[0]?.key);
    await on('projects', content.projects[0]?.key);
    await addComment(reviewer, { budgetId, versionId, text: '整体' });
    await send();
    const fates = async (actor: Actor) => {
      const opened = await openBudget(actor, { budgetId });
      if (!opened.ok) throw new Error(opened.error.code);
      return returnedRemarks(opened.value, opened.value.budget)?.remarks.map(({ fate }) => fate);
    };
    expect(await fates(clerk)).toEqual(['unchanged', 'unchanged', null]);
    ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, number: 2 } }));
    expect(await edit('第二稿')).toMatchObject({ ok: true });
    expect(await fates(reviewer)).toEqual(['changed', 'unchanged', null]);
    expect(await openBudget(clerk, { budgetId, number: 1 })).toMatchObject({ value: { returnedRows: {} } });
    const notice = await database().notice.findFirst({ where: { budgetId, kind: 'budget.returned' } });
    expect(notice?.detail).toMatchObject({ openRemarks: 3 });
  });

  it.each(['', '  \n'])('needs a reason, not %j', async (comment) => {
    expect(await send(reviewer, comment)).toEqual({ ok: false, error: { code: 'COMMENT_REQUIRED' } });
    expect(await send(reviewer, '长'.repeat(2_001))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

describe('deciding', () => {
  it('approves for good', async () => {
    await submit();
    expect(await approve()).toEqual({ ok: true, value: { number: 1, state: 'APPROVED', nextNumber: null } });
    const late = { ok: false, error: { code: 'STATE_CHANGED', state: 'APPROVED', byName: `reviewer-${units}` } };
    expect(await send()).toMatchObject(late);
    expect(await approve()).toMatchObject(late);
  });

  it('has one winner when a return and approvals arrive at once', async () => {
    for (let round = 0; round < 15; round++) {
      const contentRevision = (await version()).contentRevision;
      await submit(clerk, contentRevision);
      const outcomes = await Promise.all([approve(), send(secondReviewer), approve(secondReviewer), send()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const { state, decidedById } = await version();
      const byName = decidedById === reviewer.userId ? `reviewer-${units}` : `second-${units}`;
      for (const outcome of outcomes) {
        if (!outcome.ok) expect(outcome.error).toMatchObject({ code: 'STATE_CHANGED', state, byName });
      }
      if (state === 'APPROVED') break;
      ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, state: 'DRAFT' } }));
    }
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
  });

  it('is not for a draft', async () => {
    const refused = { ok: false, error: { code: 'STATE_CHANGED', state: 'DRAFT', byName: null, at: null } };
    expect(await approve()).toEqual(refused);
    expect(await send()).toEqual(refused);
  });

  it('is not for who drafted it, in whatever role they come back', async () => {
    await edit('我编的');
    await submit(clerk, 2);
    await database().assignment.create({ data: { userId: clerk.userId, role: 'REVIEWER', unitId } });
    const turned: Actor = { ...clerk, role: 'REVIEWER' };
    expect(await approve(turned)).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
    expect(await send(turned)).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
    expect(await approve()).toMatchObject({ ok: true });
  });

  it('stays closed to who drafted an earlier version', async () => {
    await edit('我编的');
    await submit(clerk, 2);
    await send();
    const colleague = await createActor(`colleague-${units}`, 'CLERK', unitId);
    ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, state: 'DRAFT' } }));
    await submit(colleague);
    await database().assignment.create({ data: { userId: clerk.userId, role: 'REVIEWER', unitId } });
    expect(await approve({ ...clerk, role: 'REVIEWER' })).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
  });

  it('is open to the budget office on every unit', async () => {
    await submit();
    expect(await approve(stage.actors.BUDGET_OFFICE)).toMatchObject({ ok: true });
  });
});

describe('a change of state is refused', () => {
  it('to every role without the right, and on another unit', async () => {
    const mayNotSubmit = [stage.strangers.CLERK, reviewer, stage.actors.BUDGET_OFFICE, stage.actors.ADMIN];
    for (const actor of mayNotSubmit) expect(await submit(actor)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    await submit();
    for (const actor of [stage.strangers.REVIEWER, clerk, stage.actors.ADMIN, stage.actors.AUDITOR]) {
      expect(await send(actor)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
      expect(await approve(actor)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect(await version()).toMatchObject({ state: 'SUBMITTED' });
  });

  it('to a user who was disabled meanwhile', async () => {
    await database().user.update({ where: { id: clerk.userId }, data: { disabledAt: new Date() } });
    expect(await submit()).toEqual({ ok: false, error: { code: 'SIGNED_OUT' } });
  });

  it('where there is no such version', async () => {
    versionId = randomUUID();
    expect(await submit()).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    versionId = 'nonsense';
    expect(await approve()).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
