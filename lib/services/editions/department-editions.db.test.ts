import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentEditionToPublish } from '@/lib/schemas/editions.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { docxDocument, docxText } from '@/tests/document-readers.ts';
import { type StagedDraft, stageDraft } from '@/tests/stage.ts';
import {
  departmentClerk,
  type StagedDepartment,
  type StagedTransfer,
  stageDepartment,
  stageTransfer,
} from '@/tests/stage-department.ts';
import { approveBudget } from '../budgets/approve-budget.ts';
import { openAdjustment } from '../budgets/open-adjustment.ts';
import { tellDeadlines } from '../notices/tell-deadlines.ts';
import { answerTransfer } from './answer-transfer.ts';
import { listDepartmentYears } from './list-department-years.ts';
import { readOpenDocuments, readOpenEdition, searchOpenEditions } from './open-editions.ts';
import { prepareDepartmentEdition } from './prepare-department-edition.ts';
import { publishDepartmentEdition } from './publish-department-edition.ts';
import { withdrawDepartmentEdition } from './withdraw-department-edition.ts';

useTestDatabase();

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});

afterAll(() => client.end());

async function prepared({ stage, departmentCode, year }: StagedDepartment, actor: Actor = stage.actors.BUDGET_OFFICE) {
  const answer = await prepareDepartmentEdition(actor, { departmentCode, year });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function publish(
  staged: StagedDepartment,
  over: Partial<DepartmentEditionToPublish> = {},
  actor: Actor = staged.stage.actors.BUDGET_OFFICE,
) {
  const { departmentCode, year } = staged;
  const stamp = over.stamp ?? (await prepared(staged)).stamp;
  return publishDepartmentEdition(actor, {
    ...{ departmentCode, year, seenNumber: 0, secrecyReviewedBy: 'UNIT_HEAD', contact: '办公室', changeNote: '' },
    ...{ ...over, stamp },
  });
}

/** Approves a budget anew with one line changed by as much on both sides. */
async function adjust({ stage }: StagedDepartment, { budgetId, versionId }: StagedDraft, moreFen = 20_000n) {
  const opened = await openAdjustment(stage.actors.BUDGET_OFFICE, { budgetId, versionId, reason: '追加' });
  if (!opened.ok) throw new Error(opened.error.code);
  const where = { versionId: opened.value.versionId };
  const line = await database().expenditureLine.findFirstOrThrow({ where: { ...where, projectKey: null } });
  const income = await database().revenueLine.findFirstOrThrow({ where });
  for (const [table, { key, amountFen }] of [
    ['expenditure_lines', line],
    ['revenue_lines', income],
  ] as const) {
    const values = [(amountFen ?? 0n) + moreFen, where.versionId, key];
    await client.query(`UPDATE ${table} SET amount_fen = $1 WHERE version_id = $2 AND key = $3`, values);
  }
  return where.versionId;
}

const noticesOf = (userId: string, kind: string) => database().notice.findMany({ where: { userId, kind } });

describe('publishing a department', () => {
  it('adds its units up, keeps which versions, and tells everybody concerned once', async () => {
    const staged = await stageDepartment();
    const before = await prepared(staged);
    expect(before.checks.filter(({ isMet }) => !isMet)).toEqual([]);
    expect(before).toMatchObject({ deadline: { daysLeft: 20 }, editions: [], receipts: [], outdated: [] });
    const clerk = await departmentClerk(staged);
    expect(await publish(staged)).toEqual({ ok: true, value: { number: 1 } });
    const [edition] = (await prepared(staged)).editions;
    expect(edition).toMatchObject({
      ...{ number: 1, isMerged: true, versionNumber: null, unitCode: staged.departmentCode, eliminations: [] },
      sources: staged.budgets.map(({ versionId }) => ({ versionId, versionNumber: 1 })),
    });
    expect(edition?.files.map(({ name }) => name)).not.toContain('budget.json');
    const [book] = await database().editionFile.findMany({ where: { editionId: edition?.id, format: 'docx' } });
    expect(docxText(docxDocument(book?.content ?? new Uint8Array()))).toContain('目　录');
    for (const { budgetId } of staged.budgets) {
      const events = await database().auditEvent.findMany({
        where: { budgetId, action: 'edition.department-published' },
      });
      expect(events).toMatchObject([
        { detail: { number: 1, departmentCode: staged.departmentCode, versionNumber: 1 } },
      ]);
      expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
    }
    expect(await noticesOf(clerk.userId, 'edition.published')).toMatchObject([
      { role: 'CLERK', detail: { departmentCode: staged.departmentCode, departmentName: '信访办', year: staged.year } },
    ]);
    expect(await noticesOf(staged.stage.actors.BUDGET_OFFICE.userId, 'edition.published')).toEqual([]);
  });

  it('is read by anybody: the sums, annex 4 unit by unit, before the units themselves', async () => {
    const staged = await stageDepartment();
    await publish(staged);
    const { departmentCode, year } = staged;
    expect(await searchOpenEditions({ departmentCode })).toMatchObject([{ unitCode: departmentCode, isMerged: true }]);
    const opened = await readOpenEdition({ unitCode: departmentCode, year });
    if (!opened.ok) throw new Error(opened.error.code);
    const { annexes, narrative } = await readOpenDocuments(opened.value.edition);
    const annex = (number: string) => annexes.find((candidate) => candidate.annex === number);
    expect(annex('4')?.rows.map(({ cells }) => cells.deptCode)).toEqual([
      null,
      `${departmentCode}001`,
      `${departmentCode}002`,
    ]);
    expect(annex('10')?.rows.length).toBe(
      1 +
        (await database().project.count({
          where: { version: { budget: { unit: { departmentId: staged.stage.departmentId } } } },
        })),
    );
    expect(narrative?.titleLines.join('')).toContain('示例区信访办公室');
    // Nobody outside learns whose money went where, and who did it
    expect(JSON.stringify(opened.value.edition)).not.toMatch(/budgetId|versionId|eliminations|publishedBy/);
  });

  it('waits for every unit, and names those it waits for', async () => {
    const staged = await stageDepartment();
    const { stage } = staged;
    const data = {
      departmentId: stage.departmentId,
      code: `${staged.departmentCode}003`,
      name: '新单位',
      fullName: '新单位',
    };
    const { id: unitId } = await database().unit.create({ data });
    const units = async () => (await prepared(staged)).checks.find(({ check }) => check === 'units');
    expect(await units()).toEqual({ check: 'units', isMet: false, open: 1, unitNames: ['新单位'] });
    await stageDraft({ unitId, year: stage.year });
    expect(await publish(staged)).toMatchObject({ error: { code: 'NOT_PUBLISHABLE', unmet: [{ check: 'units' }] } });
    // A unit that was closed before anything of it was approved is not waited for
    await database().unit.update({ where: { id: unitId }, data: { disabledAt: new Date() } });
    expect(await units()).toMatchObject({ isMet: true });
    expect(await publish(staged)).toMatchObject({ ok: true });
  });

  it('is for those who have the right to every unit of it', async () => {
    const staged = await stageDepartment();
    const { stage, departmentCode, year } = staged;
    const { CLERK, UNIT_HEAD, REVIEWER, AUDITOR, ADMIN } = stage.actors;
    const clerk = await departmentClerk(staged);
    const forbidden = { ok: false, error: { code: 'FORBIDDEN' } };
    for (const actor of [CLERK, UNIT_HEAD, REVIEWER, ADMIN, stage.strangers.CLERK]) {
      expect(await prepareDepartmentEdition(actor, { departmentCode, year })).toEqual(forbidden);
    }
    expect(await prepared(staged, AUDITOR)).toMatchObject({ mayPublish: false });
    for (const actor of [CLERK, AUDITOR, ADMIN]) expect(await publish(staged, {}, actor)).toEqual(forbidden);
    const seenBy = async (actor: Actor) => {
      const listed = await listDepartmentYears(actor, {});
      return listed.ok ? listed.value.departments.map(({ department }) => department.code) : listed.error.code;
    };
    expect(await seenBy(CLERK)).toEqual([]);
    expect(await seenBy(clerk)).toEqual([departmentCode]);
    expect(await seenBy(ADMIN)).toBe('FORBIDDEN');
    expect(await prepared(staged, clerk)).toMatchObject({ mayPublish: true });
    // Deprived of one unit after the session was read
    await database().assignment.deleteMany({ where: { userId: clerk.userId, unitId: stage.otherUnitId } });
    expect(await publish(staged, {}, clerk)).toEqual(forbidden);
    await database().assignment.create({ data: { userId: clerk.userId, role: 'CLERK', unitId: stage.otherUnitId } });
    expect(await publish(staged, {}, clerk)).toMatchObject({ ok: true });
  });

  it('lets one of several through that publish at once', async () => {
    const staged = await stageDepartment();
    for (const seenNumber of [0, 1, 2]) {
      const act = () => publish(staged, { seenNumber, changeNote: '更正' });
      const results = await Promise.all([act(), act(), act()]);
      expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { number: seenNumber + 1 } }]);
      const refused = { ok: false, error: { code: 'EDITIONS_CHANGED' } };
      expect(results.filter(({ ok }) => !ok)).toEqual([refused, refused]);
    }
  }, 120_000);
});

describe('after an adjustment of a unit', () => {
  it('the edition is out of date, is told so, and is corrected by what was approved', async () => {
    const staged = await stageDepartment();
    const { stage, budgets } = staged;
    await publish(staged);
    const { stamp } = await prepared(staged);
    const adjusted = await adjust(staged, budgets[1]);
    expect(await prepared(staged)).toMatchObject({ outdated: [], stamp });
    const submitted = {
      state: 'SUBMITTED',
      submittedAt: new Date(),
      submittedById: stage.actors.CLERK.userId,
    } as const;
    await database().budgetVersion.update({ where: { id: adjusted }, data: submitted });
    const { budgetId } = budgets[1];
    const reviewer = stage.strangers.REVIEWER;
    expect(await approveBudget(reviewer, { budgetId, versionId: adjusted })).toMatchObject({ ok: true });
    const { outdated, changes } = await prepared(staged);
    expect(outdated).toEqual([{ unitName: '单位002', published: 1, approved: 2 }]);
    expect(changes?.length).toBeGreaterThan(3);
    expect(await noticesOf(stage.actors.BUDGET_OFFICE.userId, 'edition.outdated')).toMatchObject([
      { detail: { unitName: '单位002', departmentName: '信访办' } },
    ]);
    const correction = { seenNumber: 1, changeNote: '追加办公经费' };
    expect(await publish(staged, { ...correction, stamp })).toMatchObject({ error: { code: 'SOURCES_CHANGED' } });
    expect(await publish(staged, { seenNumber: 1 })).toMatchObject({ error: { code: 'COMMENT_REQUIRED' } });
    expect(await publish(staged, correction)).toMatchObject({ value: { number: 2 } });
    const after = await prepared(staged);
    expect(after.outdated).toEqual([]);
    expect(after.changes).toEqual([]);
    expect(after.editions[0]).toMatchObject({ changes, changeNote: '追加办公经费' });
    expect(after.editions[0]?.sources.map(({ versionNumber }) => versionNumber)).toEqual([1, 2]);
    expect(after.editions[1]?.sources.map(({ versionNumber }) => versionNumber)).toEqual([1, 1]);
  });
});

describe('what one unit pays another', () => {
  /** Answers as the budget office. */
  const answering =
    ({ staged, receiving, revenueKey }: StagedTransfer) =>
    (payer: { readonly budgetId: string; readonly lineKey: string } | null, revision: number) => {
      const { departmentCode, year, stage } = staged;
      const place = { departmentCode, year, receiverBudgetId: receiving.budgetId, revenueKey };
      return answerTransfer(stage.actors.BUDGET_OFFICE, { ...place, revision, payer });
    };

  it('is asked for, answered once, and counted once', async () => {
    const transfer = await stageTransfer(await stageDepartment());
    const { staged, paying, receiving, amountFen } = transfer;
    const answer = answering(transfer);
    const asked = await prepared(staged);
    expect(asked.checks.find(({ check }) => check === 'transfers')).toMatchObject({ open: 1, unitNames: ['单位002'] });
    expect(asked.receipts).toMatchObject([{ fault: 'UNANSWERED', revision: 0, budgetId: receiving.budgetId }]);
    expect(asked.payingLines.map(({ lineKey }) => lineKey)).toContain(paying.lineKey);
    expect(await answer({ ...paying, lineKey: randomUUID() }, 0)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const both = await Promise.all([answer(paying, 0), answer(null, 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'RECORD_CHANGED' } });
    await answer(paying, (await prepared(staged)).receipts[0]?.revision ?? 0);
    const settled = await prepared(staged);
    expect(settled.eliminations).toMatchObject([
      { payerName: '单位001', receiverName: '单位002', amountFen: `${amountFen}`, source: 'SUPERIOR_SUBSIDY' },
    ]);
    expect(settled.stamp).not.toBe(asked.stamp);
    const last = await database().auditEvent.findFirst({
      where: { budgetId: receiving.budgetId, action: 'edition.transfer-answered' },
      orderBy: { id: 'desc' },
    });
    expect(last?.detail).toMatchObject({ payerUnitCode: `${staged.departmentCode}001`, amountFen: `${amountFen}` });
  });

  it('is frozen with the edition, and a later answer is a change of it', async () => {
    const transfer = await stageTransfer(await stageDepartment());
    const { staged, paying } = transfer;
    const answer = answering(transfer);
    await answer(paying, 0);
    expect((await prepared(staged)).checks.filter(({ isMet }) => !isMet)).toEqual([]);
    expect(await publish(staged)).toMatchObject({ ok: true });
    expect((await prepared(staged)).editions[0]?.eliminations).toHaveLength(1);
    expect((await prepared(staged)).changes).toEqual([]);
    await answer(null, 1);
    const after = await prepared(staged);
    expect(after.eliminations).toEqual([]);
    expect(after.editions[0]?.eliminations).toHaveLength(1);
    expect(after.changes?.map(({ document }) => document)).toContain('附件6');
  });

  it('is answered by nobody who lacks a unit', async () => {
    const { staged, paying, receiving } = await stageTransfer(await stageDepartment());
    const { departmentCode, year } = staged;
    const input = {
      departmentCode,
      year,
      receiverBudgetId: receiving.budgetId,
      revenueKey: randomUUID(),
      revision: 0,
    };
    for (const actor of [staged.stage.actors.CLERK, staged.stage.actors.AUDITOR]) {
      expect(await answerTransfer(actor, { ...input, payer: paying })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
  });
});

describe('a withdrawal of a department’s edition', () => {
  it('is done once, with its reason, and is told', async () => {
    const staged = await stageDepartment();
    await publish(staged);
    const { departmentCode, year, stage } = staged;
    const editionId = (await prepared(staged)).editions[0]?.id ?? '';
    const act = () =>
      withdrawDepartmentEdition(stage.actors.BUDGET_OFFICE, { departmentCode, year, editionId, reason: '附件有误' });
    const results = await Promise.all([act(), act(), act()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await prepared(staged)).editions[0]).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '附件有误' });
    expect(await noticesOf(stage.actors.CLERK.userId, 'edition.withdrawn')).toHaveLength(1);
    const other = await stageDepartment();
    expect(
      await withdrawDepartmentEdition(other.stage.actors.BUDGET_OFFICE, {
        ...{ departmentCode: other.departmentCode, year, editionId, reason: '附件有误' },
      }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the days after an approval', () => {
  it('are counted for who has not published, once a step', async () => {
    const staged = await stageDepartment();
    const { userId } = staged.stage.actors.CLERK;
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    const kinds = async () => {
      const notices = await database().notice.findMany({ where: { userId, kind: { startsWith: 'publication.' } } });
      return notices.map(({ kind }) => kind).sort();
    };
    await tellDeadlines(at(14));
    expect(await kinds()).toEqual([]);
    await tellDeadlines(at(15));
    await tellDeadlines(at(16));
    expect(await kinds()).toEqual(['publication.near']);
    await tellDeadlines(at(19));
    await tellDeadlines(at(21));
    expect(await kinds()).toEqual(['publication.near', 'publication.near', 'publication.passed']);
  });

  it('do not count for units that their department has published', async () => {
    const staged = await stageDepartment();
    await publish(staged);
    await tellDeadlines(new Date(Date.now() + 19 * 86_400_000));
    const { userId } = staged.stage.actors.CLERK;
    expect(await database().notice.count({ where: { userId, kind: { startsWith: 'publication.' } } })).toBe(0);
  });
});

describe('the database', () => {
  it('freezes the sources of an edition, and takes none of another department, draft or number', async () => {
    const staged = await stageDepartment();
    await publish(staged);
    const id = (await prepared(staged)).editions[0]?.id ?? '';
    for (const sql of [
      "UPDATE edition_sources SET unit_name = 'x' WHERE edition_id = $1",
      'DELETE FROM edition_sources WHERE edition_id = $1',
      'INSERT INTO edition_sources SELECT edition_id, position + 10, unit_code, unit_name, version_id FROM edition_sources WHERE edition_id = $1',
      "UPDATE editions SET eliminations = '[1]' WHERE id = $1",
    ]) {
      await expect(client.query(sql, [id])).rejects.toMatchObject({ code: 'MS001' });
    }
    await expect(client.query('TRUNCATE edition_sources')).rejects.toMatchObject({ code: 'MS001' });
    const copy = (over: object) =>
      client.query(
        `INSERT INTO editions SELECT (jsonb_populate_record(NULL::editions, to_jsonb(e) || $2)).* FROM editions e WHERE id = $1`,
        [id, JSON.stringify({ id: randomUUID(), number: 2, change_note: '更正', ...over })],
      );
    await expect(copy({})).rejects.toMatchObject({ code: 'MS002' });
    await expect(copy({ source_count: 0 })).rejects.toMatchObject({ code: '23514' });
    await expect(copy({ budget_id: staged.budgets[0].budgetId })).rejects.toMatchObject({ code: '23514' });
  });
});
