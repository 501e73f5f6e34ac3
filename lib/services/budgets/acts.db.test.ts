import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import type { Actor, Role } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { createPerson, signInAs } from '@/tests/people.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { uploadAttachment } from '../attachments/upload-attachment.ts';
import { planImport } from '../imports/store-budget.ts';
import { readSession } from '../sessions/read-session.ts';
import { switchRole } from '../sessions/switch-role.ts';
import { approveBudget } from './approve-budget.ts';
import { confirmBudget } from './confirm-budget.ts';
import { declineBudget } from './decline-budget.ts';
import { explainFinding } from './explain-finding.ts';
import { markOpened } from './mark-opened.ts';
import { openBudget } from './open-budget.ts';
import { readNews } from './read-news.ts';
import { returnBudget } from './return-budget.ts';
import { saveChanges } from './save-changes.ts';
import { submitBudget } from './submit-budget.ts';
import { unlockSections } from './unlock-sections.ts';
import { withdrawBudget } from './withdraw-budget.ts';

useTestDatabase();

/** What the checks find is not the matter here. */
vi.mock('@/lib/domain/checks/examine-budget.ts', () => ({
  examineBudget: () => ({ annexes: [], narrative: null, results: [] }),
}));

let stage: Stage;
let people: Record<'CLERK' | 'UNIT_HEAD' | 'REVIEWER', Actor>;
let unitId: string;
let budgetId: string;
let versionId: string;
let content: ReturnType<typeof fullContent>;
let units = 100;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  ({ id: unitId } = await database().unit.create({ data: unit }));
  const person = (role: Role) => createActor(`${role}-${units}`, role, unitId);
  people = { CLERK: await person('CLERK'), UNIT_HEAD: await person('UNIT_HEAD'), REVIEWER: await person('REVIEWER') };
  content = fullContent();
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

const confirmationRequired = () =>
  database().unit.update({ where: { id: unitId }, data: { confirmationRequired: true } });
const about = () => ({ budgetId, versionId });
const submit = (actor = people.CLERK, contentRevision = 1) => submitBudget(actor, { ...about(), contentRevision });
const version = () => database().budgetVersion.findUniqueOrThrow({ where: { id: versionId } });
const toDraft = async () => {
  ({ id: versionId } = await database().budgetVersion.findFirstOrThrow({ where: { budgetId, state: 'DRAFT' } }));
};
const save = async (changes: readonly Change[]) => {
  const opened = await openBudget(people.CLERK, { budgetId });
  if (!opened.ok) throw new Error(opened.error.code);
  return saveChanges(people.CLERK, { ...about(), requestId: randomUUID(), changes, revisions: opened.value.revisions });
};
const noteOf = (collection: 'revenue' | 'expenditure', key: string | undefined): Change =>
  ({ op: 'update', collection, key: key ?? '', fields: { note: '改' } }) as Change;
const events = async () =>
  (await database().auditEvent.findMany({ where: { budgetId }, orderBy: { id: 'asc' } })).map(({ action }) => action);

describe('confirmation inside the unit', () => {
  beforeEach(confirmationRequired);

  it('comes between the clerk and the bureau', async () => {
    expect(await submit()).toMatchObject({ ok: true, value: { state: 'CONFIRMING' } });
    expect(await approveBudget(people.REVIEWER, about())).toMatchObject({ error: { code: 'STATE_CHANGED' } });
    expect(await confirmBudget(people.UNIT_HEAD, { ...about(), comment: '同意' })).toMatchObject({
      value: { state: 'SUBMITTED' },
    });
    expect(await version()).toMatchObject({
      submittedById: people.CLERK.userId,
      confirmedById: people.UNIT_HEAD.userId,
    });
    expect(await approveBudget(people.REVIEWER, about())).toMatchObject({ value: { state: 'APPROVED' } });
    expect(await events()).toEqual(['budget.proposed', 'budget.confirmed', 'budget.approved']);
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
  });

  it('can be declined with a reason, which opens the next draft', async () => {
    await submit();
    expect(await declineBudget(people.UNIT_HEAD, { ...about(), comment: ' ' })).toEqual({
      ok: false,
      error: { code: 'COMMENT_REQUIRED' },
    });
    expect(await declineBudget(people.UNIT_HEAD, { ...about(), comment: '请核对' })).toMatchObject({
      value: { state: 'RETURNED', nextNumber: 2 },
    });
    await toDraft();
    expect(await submit()).toMatchObject({ value: { number: 2, state: 'CONFIRMING' } });
  });

  it('is for nobody who drafted, whatever role they hold', async () => {
    await save([noteOf('revenue', content.revenue[0]?.key)]);
    await submit(people.CLERK, 2);
    await database().assignment.create({ data: { userId: people.CLERK.userId, role: 'UNIT_HEAD', unitId } });
    const turned: Actor = { ...people.CLERK, role: 'UNIT_HEAD' };
    expect(await confirmBudget(turned, about())).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
    expect(await declineBudget(turned, { ...about(), comment: '退' })).toEqual({
      ok: false,
      error: { code: 'OWN_WORK' },
    });
  });

  it('goes on for what waits when the unit no longer asks for it', async () => {
    await submit();
    await database().unit.update({ where: { id: unitId }, data: { confirmationRequired: false } });
    expect(await confirmBudget(people.UNIT_HEAD, about())).toMatchObject({ ok: true });
  });
});

describe('withdrawing', () => {
  it('opens a copy with the explanations, as long as nobody looked', async () => {
    await explainFinding(people.CLERK, { ...about(), findingKey: 'k', text: '说明' });
    await submit();
    expect(await withdrawBudget(people.CLERK, about())).toMatchObject({ value: { state: 'WITHDRAWN', nextNumber: 2 } });
    const opened = await openBudget(people.CLERK, { budgetId });
    expect(opened).toMatchObject({
      value: { version: { number: 2, state: 'DRAFT' }, explanations: [{ findingKey: 'k', text: '说明' }] },
    });
    expect(await events()).toEqual(['budget.explained', 'budget.submitted', 'budget.withdrawn']);
  });

  it('is possible before the head confirms', async () => {
    await confirmationRequired();
    await submit();
    expect(await withdrawBudget(people.CLERK, about())).toMatchObject({ ok: true });
    expect(await confirmBudget(people.UNIT_HEAD, about())).toMatchObject({
      error: { code: 'STATE_CHANGED', state: 'WITHDRAWN', byName: `CLERK-${units}` },
    });
  });

  it('is refused once a reviewer has looked, and says who and when', async () => {
    await submit();
    expect(await markOpened(people.REVIEWER, about())).toEqual({ ok: true, value: { isFirst: true } });
    expect(await markOpened(stage.actors.BUDGET_OFFICE, about())).toEqual({ ok: true, value: { isFirst: false } });
    const { openedAt, openedById } = await version();
    expect(openedById).toBe(people.REVIEWER.userId);
    expect(await withdrawBudget(people.CLERK, about())).toEqual({
      ok: false,
      error: { code: 'ALREADY_OPENED', byName: `REVIEWER-${units}`, at: openedAt?.toISOString() },
    });
    expect(await events()).toEqual(['budget.submitted', 'budget.opened']);
  });

  it('is not hindered by the look of the auditor, of the unit, or of somebody who drafted', async () => {
    await save([noteOf('revenue', content.revenue[0]?.key)]);
    await submit(people.CLERK, 2);
    for (const actor of [
      stage.actors.AUDITOR,
      stage.actors.ADMIN,
      people.CLERK,
      people.UNIT_HEAD,
      stage.strangers.REVIEWER,
    ]) {
      expect(await markOpened(actor, about())).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    await database().assignment.create({ data: { userId: people.CLERK.userId, role: 'REVIEWER', unitId } });
    expect(await markOpened({ ...people.CLERK, role: 'REVIEWER' }, about())).toEqual({
      ok: true,
      value: { isFirst: false },
    });
    expect(await version()).toMatchObject({ openedAt: null });
    expect(await withdrawBudget(people.CLERK, about())).toMatchObject({ ok: true });
    expect(await markOpened(people.REVIEWER, about())).toMatchObject({
      error: { code: 'STATE_CHANGED', state: 'WITHDRAWN', byName: `CLERK-${units}` },
    });
  });
});

describe('a return of sections', () => {
  const send = (sections: readonly Section[]) =>
    returnBudget(people.REVIEWER, { ...about(), comment: '只改收入和绩效', sections });

  beforeEach(async () => {
    await submit();
    await send(['revenue', 'performance']);
    await toDraft();
  });

  it('locks the others, for the whole save', async () => {
    expect(await version()).toMatchObject({
      lockedSections: ['staffing', 'basic', 'projects', 'procurement', 'prior-year', 'profile'],
    });
    const revenue = noteOf('revenue', content.revenue[0]?.key);
    const basic = noteOf('expenditure', content.expenditure.find(({ projectKey }) => projectKey === null)?.key);
    expect(await save([revenue, basic])).toEqual({ ok: false, error: { code: 'SECTION_LOCKED', sections: ['basic'] } });
    expect(await version()).toMatchObject({ contentRevision: 1 });
    expect(await save([revenue])).toMatchObject({ ok: true });
    expect(await save([{ op: 'profile', fields: { staffOnPost: 9 } }])).toMatchObject({
      error: { sections: ['profile'] },
    });
  });

  it('keeps a project that its indicators would go with', async () => {
    const [project] = content.projects;
    const deleted = { op: 'delete', collection: 'projects', key: project?.key ?? '' } as const;
    expect(await save([deleted])).toMatchObject({ error: { code: 'SECTION_LOCKED', sections: ['projects'] } });
    await unlockSections(people.REVIEWER, { ...about(), sections: ['projects'] });
    await database().budgetVersion.update({ where: { id: versionId }, data: { lockedSections: ['performance'] } });
    expect(await save([deleted])).toMatchObject({ error: { code: 'SECTION_LOCKED', sections: ['performance'] } });
  });

  it('lets reasons be given and findings explained', async () => {
    const [reason] = content.reasons;
    const change = { op: 'update', collection: 'reasons', key: reason?.key ?? '', fields: { text: '改' } } as const;
    expect(await save([change])).toMatchObject({ ok: true });
    expect(await explainFinding(people.CLERK, { ...about(), findingKey: 'k', text: '说明' })).toMatchObject({
      ok: true,
    });
  });

  it('refuses every other way of writing into them', async () => {
    const opened = await openBudget(people.CLERK, { budgetId });
    if (!opened.ok) throw new Error(opened.error.code);
    const { budget } = opened.value;
    const planned = await database().$transaction((tx) => planImport(tx, { unitId, budget, replace: true }));
    expect(planned).toMatchObject({ error: { code: 'SECTION_LOCKED' } });
    const file = { budgetId, fileName: '依据.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };
    expect(await uploadAttachment(people.CLERK, file)).toEqual({
      ok: false,
      error: { code: 'SECTION_LOCKED', sections: ['projects'] },
    });
  });

  it('outlives a withdrawal, and a return of everything ends it', async () => {
    await submit();
    await withdrawBudget(people.CLERK, about());
    await toDraft();
    expect((await version()).lockedSections).toContain('basic');
    await submit();
    await send([]);
    await toDraft();
    expect((await version()).lockedSections).toEqual([]);
  });

  it('can be loosened by the reviewer, which the open window is told', async () => {
    const ask = (seenTag: string | null) => readNews(people.CLERK, { ...about(), since: 1, seenTag });
    const before = await ask(null);
    if (!before.ok) throw new Error(before.error.code);
    expect(await unlockSections(people.CLERK, { ...about(), sections: ['basic'] })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    const unlocked = await unlockSections(people.REVIEWER, { ...about(), sections: ['basic', 'revenue'] });
    expect(unlocked).toEqual({ ok: true, value: ['staffing', 'projects', 'procurement', 'prior-year', 'profile'] });
    expect(await ask(before.value.tag)).toMatchObject({ value: { news: { versionId } } });
    expect(await save([noteOf('expenditure', content.expenditure[0]?.key)])).toMatchObject({ ok: true });
    expect(await unlockSections(people.REVIEWER, { ...about(), sections: ['basic'] })).toEqual(unlocked);
    expect((await events()).filter((action) => action === 'budget.unlocked')).toHaveLength(1);
    await submit(people.CLERK, 2);
    expect(await unlockSections(people.REVIEWER, { ...about(), sections: ['profile'] })).toMatchObject({
      error: { code: 'STATE_CHANGED', state: 'SUBMITTED' },
    });
  });
});

describe('one role at a time', () => {
  it('a clerk who is a reviewer too approves only as one, and never their own work', async () => {
    const name = `both${units}`;
    await createPerson(name, [
      { role: 'CLERK', unitId },
      { role: 'REVIEWER', unitId },
    ]);
    const asClerk = await signInAs(name);
    expect(asClerk.role).toBe('CLERK');
    await submit();
    expect(await approveBudget(asClerk, about())).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await markOpened(asClerk, about())).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    await switchRole(asClerk, 'REVIEWER');
    const asReviewer = await readSession(asClerk.sessionId);
    if (!asReviewer) throw new Error('no session');
    expect(await submit(asReviewer)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await returnBudget(asReviewer, { ...about(), comment: '改' })).toMatchObject({ ok: true });
    await toDraft();
    await switchRole(asReviewer, 'CLERK');
    const again = await readSession(asClerk.sessionId);
    if (!again) throw new Error('no session');
    expect(await submit(again)).toMatchObject({ ok: true });
    await switchRole(again, 'REVIEWER');
    const turned = await readSession(asClerk.sessionId);
    if (!turned) throw new Error('no session');
    expect(await approveBudget(turned, about())).toEqual({ ok: false, error: { code: 'OWN_WORK' } });
    expect(await returnBudget(turned, { ...about(), comment: '改' })).toEqual({
      ok: false,
      error: { code: 'OWN_WORK' },
    });
    expect(await version()).toMatchObject({ state: 'SUBMITTED' });
  });
});
