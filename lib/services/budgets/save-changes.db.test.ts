import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { type Change, deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { saveChanges } from './save-changes.ts';

useTestDatabase();

let stage: Stage;
let clerk: Actor;
let colleague: Actor;
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
  const { id: unitId } = await database().unit.create({ data: unit });
  clerk = await createActor(`clerk-${units}`, 'CLERK', unitId);
  colleague = await createActor(`colleague-${units}`, 'CLERK', unitId);
  content = fullContent();
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('the list is empty');
  return item;
};

/** A save of changes that rest on the rows as they were at first. */
function request(changes: readonly Change[], seen: Partial<SaveRequest['revisions']> = {}): SaveRequest {
  const keys = changes.flatMap((change) => (change.op === 'update' || change.op === 'delete' ? [change.key] : []));
  const rows = Object.fromEntries(keys.map((key) => [key, 1]));
  return { requestId: randomUUID(), versionId, changes, revisions: { rows, profile: 1, ...seen } };
}

const save = (actor: Actor, saveRequest: SaveRequest) => saveChanges(actor, { ...saveRequest, budgetId });

const noteChange = (note: string): Change => ({
  op: 'update',
  collection: 'revenue',
  key: first(content.revenue).key,
  fields: { note },
});

const stored = async () => (await loadContent(database(), versionId)).content;
const eventCount = () => database().auditEvent.count({ where: { budgetId } });

describe('saving', () => {
  it('changes an indicator of a project that the save does not touch', async () => {
    const { key } = first(content.indicators);
    const saved = await save(
      clerk,
      request([{ op: 'update', collection: 'indicators', key, fields: { level3: '改' } }]),
    );
    expect(saved).toMatchObject({ ok: true });
    expect((await stored()).indicators.find((row) => row.key === key)?.level3).toBe('改');
  });

  it('applies inserts, updates and deletes of every kind at once', async () => {
    const line = basicLine(9, 12_345n);
    const { key: procurementKey } = first(content.procurement);
    const saved = await save(
      clerk,
      request([
        { op: 'insert', collection: 'expenditure', row: line },
        noteChange('新注'),
        { op: 'delete', collection: 'procurement', key: procurementKey },
        { op: 'profile', fields: { staffOnPost: 25, divisions: [] } },
      ]),
    );
    expect(saved).toEqual({
      ok: true,
      value: { rows: { [line.key]: 2, [first(content.revenue).key]: 2 }, profile: 2, content: 2 },
    });
    const after = await stored();
    expect(after.expenditure).toEqual([...content.expenditure, line]);
    expect(first(after.revenue)).toEqual({ ...first(content.revenue), note: '新注' });
    expect(after.procurement).toEqual([]);
    expect(after.profile).toEqual({ ...content.profile, staffOnPost: 25, divisions: [] });
    expect(after.projects).toEqual(content.projects);
  });

  it('records who changed what, with old and new values', async () => {
    await save(clerk, request([noteChange('新注'), { op: 'profile', fields: { staffOnPost: 25 } }]));
    const event = await database().auditEvent.findFirstOrThrow({ where: { budgetId } });
    expect(event).toMatchObject({ actorId: clerk.userId, role: 'CLERK', versionId, action: 'budget.saved' });
    expect(event.detail).toMatchObject({
      contentRevision: 2,
      changes: [
        { op: 'update', collection: 'revenue', before: { note: '注' }, after: { note: '新注' } },
        { op: 'profile', before: { staffOnPost: 24 }, after: { staffOnPost: 25 } },
      ],
    });
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 1 });
  });

  it('takes several changes to one row together', async () => {
    const line = basicLine(9);
    const amountOf = (amountFen: bigint): Change => ({
      op: 'update',
      collection: 'expenditure',
      key: line.key,
      fields: { amountFen },
    });
    const saved = await save(
      clerk,
      request([{ op: 'insert', collection: 'expenditure', row: line }, amountOf(1n), amountOf(2n)]),
    );
    expect(saved).toMatchObject({ ok: true, value: { rows: { [line.key]: 2 } } });
    expect((await stored()).expenditure.at(-1)).toEqual({ ...line, amountFen: 2n });
  });

  it('writes and counts nothing where nothing changes', async () => {
    const saved = await save(
      clerk,
      request([noteChange('注'), { op: 'delete', collection: 'goals', key: randomUUID() }]),
    );
    expect(saved).toEqual({ ok: true, value: { rows: {}, profile: 1, content: 1 } });
    expect(await eventCount()).toBe(0);
  });

  it('takes a thousand pasted rows and a thousand changed ones in few statements', async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => basicLine(index + 10, BigInt(index)));
    const inserted = await countStatements(() =>
      save(clerk, request(lines.map((row) => ({ op: 'insert', collection: 'expenditure', row }) as const))),
    );
    expect(inserted.result).toMatchObject({ ok: true });
    expect(inserted.statements).toBeGreaterThan(5); // it does count
    expect(inserted.statements).toBeLessThan(25);
    const updates = lines.map(
      ({ key }) => ({ op: 'update', collection: 'expenditure', key, fields: { note: '批量' } }) as const,
    );
    const rows = Object.fromEntries(lines.map(({ key }) => [key, 2]));
    const updated = await countStatements(() => save(clerk, request(updates, { rows })));
    expect(updated.result).toMatchObject({ ok: true });
    expect(updated.statements).toBeLessThan(25);
    const after = (await stored()).expenditure.filter(({ note }) => note === '批量');
    expect(after).toEqual(lines.map((line) => ({ ...line, note: '批量' })));
  });

  it('deletes a project with what belongs to it, and puts another with lines in its place', async () => {
    const project = first(content.projects);
    const key = randomUUID();
    const line = { ...basicLine(20), projectKey: key };
    const department = { code: '309', name: '', fullName: '' };
    const budget = { ...emptyBudget(department, { ...department, kind: 'ADMINISTRATIVE' }, stage.year), ...content };
    const saved = await save(
      clerk,
      request([
        { op: 'insert', collection: 'expenditure', row: line },
        { op: 'insert', collection: 'projects', row: { ...project, key } },
        ...deleteProjectChanges(budget, project.key),
      ]),
    );
    expect(saved).toMatchObject({ ok: true });
    const after = await stored();
    expect(after.projects.map((row) => row.key)).toEqual([key]);
    expect(after.expenditure).toEqual([first(content.expenditure), line]);
    expect(after.indicators).toEqual([]);
  });
});

describe('a save that rests on old rows', () => {
  it('is STALE with the rows as they are and who saved them, and applies nothing', async () => {
    await save(colleague, request([noteChange('同事的')]));
    const line = basicLine(9);
    const late = await save(
      clerk,
      request([{ op: 'insert', collection: 'expenditure', row: line }, noteChange('我的')]),
    );
    expect(late).toEqual({
      ok: false,
      error: {
        code: 'STALE',
        profileChanged: false,
        conflicts: [
          {
            collection: 'revenue',
            key: first(content.revenue).key,
            theirs: { ...first(content.revenue), note: '同事的' },
            revision: 2,
            savedByName: `colleague-${units}`,
          },
        ],
      },
    });
    expect((await stored()).expenditure).toHaveLength(content.expenditure.length);
    expect(await eventCount()).toBe(1);
  });

  it('names every row in conflict: changed, deleted, inserted under the same key', async () => {
    const [one, two] = [first(content.revenue), first(content.goals)];
    const twice = basicLine(9);
    await save(
      colleague,
      request([
        noteChange('同事的'),
        { op: 'delete', collection: 'goals', key: two.key },
        { op: 'insert', collection: 'expenditure', row: twice },
        { op: 'profile', fields: { staffOnPost: 1 } },
      ]),
    );
    const late = await save(
      clerk,
      request([
        { op: 'delete', collection: 'revenue', key: one.key },
        { op: 'update', collection: 'goals', key: two.key, fields: { text: '新' } },
        { op: 'insert', collection: 'expenditure', row: { ...twice, note: '我的' } },
        { op: 'profile', fields: { staffOnPost: 2 } },
      ]),
    );
    expect(late).toMatchObject({
      error: {
        code: 'STALE',
        profileChanged: true,
        conflicts: [
          { collection: 'revenue', key: one.key, revision: 2 },
          { collection: 'goals', key: two.key, theirs: null, revision: 0, savedByName: `colleague-${units}` },
          { collection: 'expenditure', key: twice.key, theirs: twice, revision: 2 },
        ],
      },
    });
  });

  it('cannot leave a line without its project, whoever was first', async () => {
    const project = first(content.projects);
    const added = { ...basicLine(9), projectKey: project.key };
    await save(colleague, request([{ op: 'insert', collection: 'expenditure', row: added }]));
    const parts: readonly Change[] = [
      { op: 'delete', collection: 'expenditure', key: content.expenditure[1]?.key ?? '' },
      { op: 'delete', collection: 'indicators', key: first(content.indicators).key },
      { op: 'delete', collection: 'attachments', key: first(content.attachments).key },
      { op: 'delete', collection: 'projects', key: project.key },
    ];
    const deletion = await save(clerk, request(parts));
    expect(deletion).toMatchObject({
      error: { code: 'STALE', conflicts: [{ key: project.key }, { key: added.key, theirs: added }] },
    });
    const all: readonly Change[] = [{ op: 'delete', collection: 'expenditure', key: added.key }, ...parts];
    const seen = Object.fromEntries(all.map((change) => ['key' in change ? change.key : '', 1]));
    const whole = await save(clerk, request(all, { rows: { ...seen, [added.key]: 2 } }));
    expect(whole).toMatchObject({ ok: true });
    const orphan = { ...basicLine(10), projectKey: project.key };
    const late = await save(colleague, request([{ op: 'insert', collection: 'expenditure', row: orphan }]));
    expect(late).toMatchObject({ error: { code: 'STALE', conflicts: [{ key: orphan.key, theirs: null }] } });
  });

  it('needs a revision for every row it changes', async () => {
    const unnamed = await save(clerk, request([noteChange('新')], { rows: {} }));
    expect(unnamed).toMatchObject({ error: { code: 'STALE' } });
    const noProfile = await save(
      clerk,
      request([{ op: 'profile', fields: { staffOnPost: 2 } }], { profile: undefined }),
    );
    expect(noProfile).toMatchObject({ error: { code: 'STALE', profileChanged: true, conflicts: [] } });
  });

  it('has one winner when many edit the same row at once', async () => {
    for (let round = 0; round < 20; round++) {
      const saves = Array.from({ length: 4 }, (_, index) =>
        save(
          index % 2 === 0 ? clerk : colleague,
          request([noteChange(`${round}.${index}`)], { rows: { [first(content.revenue).key]: round + 1 } }),
        ),
      );
      const outcomes = await Promise.all(saves);
      const winners = outcomes.flatMap((outcome, index) => (outcome.ok ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(first((await stored()).revenue).note).toBe(`${round}.${winners[0]}`);
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe('STALE');
    }
    expect(await eventCount()).toBe(20);
  });
});

describe('a save that is sent again', () => {
  it('is answered as the first time and applied once', async () => {
    const line = basicLine(9);
    const sent = request([{ op: 'insert', collection: 'expenditure', row: line }, noteChange('新注')]);
    const answer = await save(clerk, sent);
    await save(clerk, request([noteChange('更新')], { rows: { [first(content.revenue).key]: 2 } }));
    expect(await save(clerk, sent)).toEqual(answer);
    expect(answer).toMatchObject({ ok: true, value: { content: 2 } });
    expect(first((await stored()).revenue).note).toBe('更新');
    expect(await eventCount()).toBe(2);
  });

  it('is applied once when both arrive at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const sent = request([{ op: 'insert', collection: 'expenditure', row: basicLine(round) }]);
      const [one, two] = await Promise.all([save(clerk, sent), save(clerk, sent)]);
      expect(one).toMatchObject({ ok: true });
      expect(two).toEqual(one);
    }
    expect(await eventCount()).toBe(10);
  });

  it('is answered even when the draft was submitted meanwhile', async () => {
    const sent = request([noteChange('新注')]);
    const answer = await save(clerk, sent);
    await submit();
    expect(await save(clerk, sent)).toEqual(answer);
  });

  it('must hold the same and be of the same person', async () => {
    const sent = request([noteChange('新注')]);
    await save(clerk, sent);
    for (const attempt of [save(clerk, { ...sent, changes: [noteChange('别的')] }), save(colleague, sent)]) {
      expect(await attempt).toMatchObject({ error: { code: 'INVALID_INPUT', issues: [{ path: '$.requestId' }] } });
    }
  });
});

async function submit(): Promise<void> {
  await database().budgetVersion.update({
    where: { id: versionId },
    data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: clerk.userId },
  });
}

describe('a save is refused', () => {
  it('of a version that is no draft', async () => {
    await submit();
    expect(await save(clerk, request([noteChange('晚了')]))).toEqual({
      ok: false,
      error: { code: 'NOT_A_DRAFT', state: 'SUBMITTED' },
    });
  });

  it('of another unit, another role, another budget', async () => {
    const change = request([noteChange('别人的')]);
    expect(await save(stage.strangers.CLERK, change)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    for (const actor of [stage.actors.BUDGET_OFFICE, stage.actors.ADMIN, stage.actors.AUDITOR, stage.actors.REVIEWER]) {
      expect(await save(actor, change)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    const elsewhere = await saveChanges(clerk, { ...change, budgetId: randomUUID() });
    expect(elsewhere).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await saveChanges(clerk, { ...change, budgetId: 'nonsense' })).toEqual(elsewhere);
    expect(first((await stored()).revenue).note).toBe('注');
  });

  it('of a user who was disabled, or lost the unit, after their session was read', async () => {
    await database().user.update({ where: { id: clerk.userId }, data: { disabledAt: new Date() } });
    const late = request([noteChange('晚了')]);
    expect(await save(clerk, late)).toEqual({ ok: false, error: { code: 'SIGNED_OUT' } });
    await database().assignment.deleteMany({ where: { userId: colleague.userId } });
    expect(await save(colleague, late)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(first((await stored()).revenue).note).toBe('注');
  });

  it('where the changes contradict each other', async () => {
    const line = basicLine(9);
    const { key } = first(content.goals);
    const contradictory = await save(
      clerk,
      request([
        { op: 'insert', collection: 'expenditure', row: line },
        { op: 'insert', collection: 'expenditure', row: line },
        { op: 'delete', collection: 'goals', key },
        { op: 'update', collection: 'goals', key, fields: { text: '新' } },
      ]),
    );
    expect(contradictory).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.changes[1]' }, { path: '$.changes[3]' }] },
    });
    expect(await stored()).toEqual(content);
  });
});

/** How many statements the driver sent meanwhile. */
async function countStatements<T>(run: () => Promise<T>): Promise<{ result: T; statements: number }> {
  let statements = 0;
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: unknown, ...args: unknown[]) {
    statements += 1;
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    return { result: await run(), statements };
  } finally {
    pg.Client.prototype.query = original;
  }
}
