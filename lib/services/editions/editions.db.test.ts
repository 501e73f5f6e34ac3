import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import type { EditionToPublish } from '@/lib/schemas/editions.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { approve, stageApproved } from '@/tests/stage-approved.ts';
import { openAdjustment } from '../budgets/open-adjustment.ts';
import { prepareEdition } from './prepare-edition.ts';
import { publishEdition } from './publish-edition.ts';
import { withdrawEdition } from './withdraw-edition.ts';

useTestDatabase();

const CHANGED = { ok: false, error: { code: 'EDITIONS_CHANGED' } };

let stage: Stage;
let units = 700;
let client: pg.Client;

beforeAll(async () => {
  stage = await setStage();
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});

afterAll(() => client.end());

/** A unit of its own with an approved budget. */
async function approved(): Promise<StagedDraft & { readonly unitId: string }> {
  units += 1;
  const { id: unitId } = await database().unit.create({
    data: { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: `示例区单位${units}` },
  });
  return { ...(await stageApproved({ ...stage, unitId }, `unit ${units}`)), unitId };
}

const asked = ({ budgetId, versionId }: StagedDraft, over: Partial<EditionToPublish> = {}): EditionToPublish => ({
  ...{
    budgetId,
    versionId,
    seenNumber: 0,
    secrecyReviewedBy: 'UNIT_SECRECY_OFFICE',
    contact: '办公室',
    changeNote: '',
  },
  ...over,
});

const publish = (staged: StagedDraft, over: Partial<EditionToPublish> = {}) =>
  publishEdition(stage.actors.BUDGET_OFFICE, asked(staged, over));

async function prepared(budgetId: string, number?: number) {
  const answer = await prepareEdition(stage.actors.BUDGET_OFFICE, { budgetId, number });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const lastEvent = (budgetId: string) =>
  database().auditEvent.findFirstOrThrow({ where: { budgetId }, orderBy: { id: 'desc' } });

describe('publishing', () => {
  it('keeps the documents with their digests, and says so in the log', async () => {
    const staged = await approved();
    const before = await prepared(staged.budgetId);
    expect(before.checks.filter(({ isMet }) => !isMet)).toEqual([]);
    expect(before).toMatchObject({ deadline: { daysLeft: 20 }, changes: null, editions: [], mayPublish: true });
    expect(await publish(staged)).toEqual({ ok: true, value: { number: 1 } });
    const [edition] = (await prepared(staged.budgetId)).editions;
    expect(edition).toMatchObject({ number: 1, state: 'PUBLISHED', versionNumber: 1, contact: '办公室', changes: [] });
    expect(edition?.checklist).toMatchObject({ secrecyReviewedBy: 'UNIT_SECRECY_OFFICE', daysLeft: 20 });
    const files = await database().editionFile.findMany({ where: { editionId: edition?.id ?? '' } });
    expect(new Set(files.map(({ format }) => format))).toEqual(new Set(['pdf', 'docx', 'xlsx', 'html', 'csv', 'json']));
    for (const { content, sha256, byteLength } of files) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.byteLength).toBe(byteLength);
    }
    // The package holds what stays in the house
    expect(files.map(({ name }) => name)).not.toContain('budget.json');
    expect(files.filter(({ format, part }) => format === 'json' && part === '')).toEqual([]);
    expect(await lastEvent(staged.budgetId)).toMatchObject({
      action: 'edition.published',
      detail: { number: 1, contact: '办公室', secrecyReviewedBy: 'UNIT_SECRECY_OFFICE' },
    });
    expect(await verifyAuditChain(database(), staged.budgetId)).toMatchObject({ intact: true });
  });

  it('is for an approved version alone', async () => {
    units += 1;
    const { id: unitId } = await database().unit.create({
      data: { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' },
    });
    const draft = await stageDraft({ unitId, year: stage.year });
    expect(await publish(draft)).toMatchObject({ error: { code: 'NOT_PUBLISHABLE' } });
    const unmet = (await prepared(draft.budgetId)).checks.filter(({ isMet }) => !isMet).map(({ check }) => check);
    expect(unmet).toContain('approved');
    expect(unmet).toContain('checks');
    expect(await database().edition.count({ where: { budgetId: draft.budgetId } })).toBe(0);
  });

  it('is the clerk’s too, of their own units', async () => {
    const staged = await approved();
    const clerk = { ...stage.actors.CLERK, unitIds: [staged.unitId] };
    const assignment = { userId: clerk.userId, role: 'CLERK', unitId: staged.unitId } as const;
    expect(await publishEdition(stage.actors.CLERK, asked(staged))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    await database().assignment.create({ data: assignment });
    expect(await publishEdition(clerk, asked(staged))).toMatchObject({ ok: true });
  });

  it('lets one of two through that publish at once', async () => {
    const staged = await approved();
    for (let seenNumber = 0; seenNumber < 8; seenNumber++) {
      const act = () => publish(staged, { seenNumber, changeNote: '更正' });
      const results = await Promise.all([act(), act(), act()]);
      expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { number: seenNumber + 1 } }]);
      expect(results.filter(({ ok }) => !ok)).toEqual([CHANGED, CHANGED]);
    }
    expect((await prepared(staged.budgetId)).editions.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  }, 120_000);
});

describe('a correction', () => {
  it('wants its reason, and says which printed places changed', async () => {
    const staged = await approved();
    await publish(staged);
    expect(await publish(staged, { seenNumber: 1 })).toMatchObject({ error: { code: 'COMMENT_REQUIRED' } });
    const adjusted = await adjust(staged);
    expect(await publish(staged, { seenNumber: 1, changeNote: '更正' })).toMatchObject({
      error: { code: 'NOT_PUBLISHABLE', unmet: [{ check: 'newest' }] },
    });
    const { changes } = await prepared(staged.budgetId);
    expect(changes?.length).toBeGreaterThan(3);
    const done = await publish({ ...staged, versionId: adjusted }, { seenNumber: 1, changeNote: '追加办公经费' });
    expect(done).toEqual({ ok: true, value: { number: 2 } });
    const { editions } = await prepared(staged.budgetId);
    expect(editions[0]).toMatchObject({ number: 2, versionNumber: 2, changeNote: '追加办公经费', changes });
    expect(editions[1]).toMatchObject({ number: 1, changeNote: '', changes: [] });
  });

  /** The approved budget with one line changed by as much on both sides, and approved. */
  async function adjust({ budgetId, versionId }: StagedDraft): Promise<string> {
    const opened = await openAdjustment(stage.actors.BUDGET_OFFICE, { budgetId, versionId, reason: '追加' });
    if (!opened.ok) throw new Error(opened.error.code);
    const next = opened.value.versionId;
    const [line] = await database().expenditureLine.findMany({ where: { versionId: next, projectKey: null } });
    const [income] = await database().revenueLine.findMany({ where: { versionId: next } });
    const more = 20_000n;
    if (!line || !income) throw new Error('no line');
    await database().expenditureLine.updateMany({
      where: { versionId: next, key: line.key },
      data: { amountFen: (line.amountFen ?? 0n) + more },
    });
    await database().revenueLine.updateMany({
      where: { versionId: next, key: income.key },
      data: { amountFen: (income.amountFen ?? 0n) + more },
    });
    await approve(next, stage);
    return next;
  }
});

describe('a withdrawal', () => {
  it('is done once, keeps the trace and lets another edition follow', async () => {
    const staged = await approved();
    await publish(staged);
    const [edition] = (await prepared(staged.budgetId)).editions;
    const act = () =>
      withdrawEdition(stage.actors.BUDGET_OFFICE, {
        ...{ budgetId: staged.budgetId, editionId: edition?.id ?? '', reason: '附件有误' },
      });
    const results = await Promise.all(Array.from({ length: 5 }, act));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(4).fill(CHANGED));
    expect(await lastEvent(staged.budgetId)).toMatchObject({
      action: 'edition.withdrawn',
      detail: { number: 1, text: '附件有误' },
    });
    const [kept] = (await prepared(staged.budgetId)).editions;
    expect(kept).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '附件有误' });
    expect(kept?.files).toEqual(edition?.files);
    expect(await publish(staged, { seenNumber: 1, changeNote: '更正附件' })).toMatchObject({ value: { number: 2 } });
  });

  it('knows the editions of its budget alone', async () => {
    const [one, other] = [await approved(), await approved()];
    await publish(one);
    const editionId = (await prepared(one.budgetId)).editions[0]?.id ?? '';
    expect(
      await withdrawEdition(stage.actors.BUDGET_OFFICE, { budgetId: other.budgetId, editionId, reason: '有误' }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the database', () => {
  it('freezes an edition and its files', async () => {
    const staged = await approved();
    await publish(staged);
    const id = (await prepared(staged.budgetId)).editions[0]?.id ?? '';
    const refused = [
      "UPDATE editions SET contact = '别处' WHERE id = $1",
      "UPDATE editions SET title = '别的', state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by_id = published_by_id, withdraw_reason = 'x' WHERE id = $1",
      'DELETE FROM editions WHERE id = $1',
      "UPDATE edition_files SET name = 'x' || name WHERE edition_id = $1",
      'DELETE FROM edition_files WHERE edition_id = $1',
      `INSERT INTO edition_files SELECT edition_id, position + 1000, name || 'x', format, part, media_type, byte_length, sha256, content
         FROM edition_files WHERE edition_id = $1`,
    ];
    for (const sql of refused) await expect(client.query(sql, [id])).rejects.toMatchObject({ code: 'MS001' });
    for (const table of ['editions', 'edition_files']) {
      await expect(client.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: 'MS001' });
    }
  });

  it('takes no edition of a draft, none that begins withdrawn, and none without its files', async () => {
    const staged = await approved();
    await publish(staged);
    const other = await approved();
    const copy = (over: string) =>
      client.query(
        `INSERT INTO editions SELECT (jsonb_populate_record(NULL::editions, to_jsonb(e) || $2)).* FROM editions e WHERE budget_id = $1`,
        [
          staged.budgetId,
          JSON.stringify({ id: crypto.randomUUID(), number: 2, change_note: '更正', ...JSON.parse(over) }),
        ],
      );
    await expect(copy('{}')).rejects.toMatchObject({ code: 'MS002' });
    await expect(copy('{"state":"WITHDRAWN"}')).rejects.toMatchObject({ code: 'MS002' });
    await expect(copy(JSON.stringify({ version_id: other.versionId }))).rejects.toMatchObject({ code: 'MS002' });
  });
});
