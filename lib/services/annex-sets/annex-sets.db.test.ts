import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { type AnnexSetEdits, NO_EDITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { changeAnnex, changePart, showAnnex } from '@/lib/domain/annexes/edits/change-edits.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { DEFAULT_YEAR_SETTINGS } from '@/lib/domain/workflow/year-settings.ts';
import { saveAnnexSetSchema } from '@/lib/schemas/annex-sets.ts';
import { createYearSchema } from '@/lib/schemas/rounds.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { addComment } from '../comments/add-comment.ts';
import { exportBudget } from '../exports/export-budget.ts';
import { changeYear } from '../rounds/change-year.ts';
import { createYear } from '../rounds/create-year.ts';
import { openRound } from '../rounds/open-round.ts';
import { openRoundBoard } from '../rounds/open-round-board.ts';
import { copyAnnexSet } from './copy-annex-set.ts';
import { listAnnexSets } from './list-annex-sets.ts';
import { openAnnexSet } from './open-annex-set.ts';
import { removeAnnexSet } from './remove-annex-set.ts';
import { saveAnnexSet } from './save-annex-set.ts';

useTestDatabase();

const SHANGHAI = annexSetById('shanghai');
const scheme = 'SINGLE_SUBMISSION' as const;

let stage: Stage;
let client: pg.Client;
let other: pg.Client;
let years = 2050;
let names = 0;

beforeAll(async () => {
  stage = await setStage('312');
  const connect = async () => {
    const opened = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await opened.connect();
    return opened;
  };
  client = await connect();
  other = await connect();
});

afterAll(async () => {
  await client.end();
  await other.end();
});

async function copied(from = 'shanghai'): Promise<string> {
  names += 1;
  const result = await copyAnnexSet(stage.actors.ADMIN, { annexSetId: from, name: `本区公开表${names}` });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.id;
}

async function saved(annexSetId: string, edits: AnnexSetEdits): Promise<void> {
  names += 1;
  const result = await saveAnnexSet(stage.actors.ADMIN, { annexSetId, revision: 1, name: `本区公开表${names}`, edits });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

/** A year that chooses a set and has not begun. */
async function plannedYear(annexSet: string): Promise<number> {
  years += 1;
  const input = { year: years, scheme, ...DEFAULT_YEAR_SETTINGS, annexSet };
  const created = await createYear(stage.actors.BUDGET_OFFICE, input);
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return years;
}

const lastEvent = () =>
  database().auditEvent.findFirst({ where: { action: { startsWith: 'annexSet.' } }, orderBy: { id: 'desc' } });

const EDITS = changePart(
  changeAnnex({ ...showAnnex(SHANGHAI, NO_EDITS, '3', false), unit: 'wanYuan', numberPrefix: '附表' }, '1', {
    title: '{organisation}收支总表',
  }),
  ...(['5', 'columns', ['y{year}Project', { hidden: true }]] as const),
);

describe('a set of the bureau’s own', () => {
  it('is copied, edited, copied again with its edits, and recorded', async () => {
    const annexSetId = await copied();
    expect(await lastEvent()).toMatchObject({
      action: 'annexSet.created',
      detail: { annexSetId, base: 'shanghai', copiedFrom: '上海市部门预算公开表' },
    });
    await saved(annexSetId, EDITS);
    expect(await lastEvent()).toMatchObject({
      action: 'annexSet.changed',
      detail: { annexSetId, from: { edits: NO_EDITS }, to: { edits: EDITS } },
    });
    const opened = await openAnnexSet(stage.actors.BUDGET_OFFICE, { annexSetId });
    expect(opened).toMatchObject({
      ok: true,
      value: { set: { base: 'shanghai', edits: EDITS, revision: 2, uses: [] } },
    });
    const second = await openAnnexSet(stage.actors.ADMIN, { annexSetId: await copied(annexSetId) });
    expect(second).toMatchObject({ ok: true, value: { set: { base: 'shanghai', edits: EDITS, revision: 1 } } });
  });

  it('stands in the list behind those of the product, each with the years that chose it', async () => {
    const annexSetId = await copied();
    const [own, builtIn] = [await plannedYear(annexSetId), await plannedYear('shanghai')];
    const listed = await listAnnexSets(stage.actors.ADMIN);
    const usesOf = (id: string) => (listed.ok ? listed.value.find((set) => set.id === id)?.uses : undefined);
    expect(listed.ok && listed.value.slice(0, 2).map(({ id }) => id)).toEqual(['chongqing', 'shanghai']);
    expect(usesOf('chongqing')).toEqual([{ year: stage.year, begun: true }]);
    expect(usesOf('shanghai')).toContainEqual({ year: builtIn, begun: false });
    expect(usesOf(annexSetId)).toEqual([{ year: own, begun: false }]);
  });

  it('is changed once at a revision, keeps its name to itself, and says what is wrong by its place', async () => {
    const annexSetId = await copied();
    const change = { annexSetId, revision: 1, name: '甲', edits: NO_EDITS };
    const both = await Promise.all([
      saveAnnexSet(stage.actors.ADMIN, change),
      saveAnnexSet(stage.actors.BUDGET_OFFICE, { ...change, name: '乙' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    const another = await copied();
    for (const name of [both[0]?.ok ? '甲' : '乙', SHANGHAI.name]) {
      const taken = await saveAnnexSet(stage.actors.ADMIN, { annexSetId: another, revision: 1, name, edits: NO_EDITS });
      expect(taken).toMatchObject({ error: { code: 'INVALID_INPUT', issues: [{ path: '$.name' }] } });
    }
    const bad = changeAnnex(NO_EDITS, '2', { title: '' });
    const refused = await saveAnnexSet(stage.actors.ADMIN, {
      annexSetId: another,
      revision: 1,
      name: '丙',
      edits: bad,
    });
    expect(refused).toMatchObject({ error: { issues: [{ path: '$.edits.annexes.2.title' }] } });
  });

  it('is removed while no year has chosen it', async () => {
    const annexSetId = await copied();
    const year = await plannedYear(annexSetId);
    const remove = (revision = 1) => removeAnnexSet(stage.actors.ADMIN, { annexSetId, revision });
    expect(await remove()).toEqual({ ok: false, error: { code: 'ANNEX_SET_USED', year, begun: false } });
    const back = { year, revision: 1, scheme, ...DEFAULT_YEAR_SETTINGS };
    expect(await changeYear(stage.actors.BUDGET_OFFICE, back)).toEqual({ ok: true, value: null });
    expect(await remove(2)).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    expect(await remove()).toEqual({ ok: true, value: null });
    expect(await lastEvent()).toMatchObject({ action: 'annexSet.removed', detail: { annexSetId } });
    const gone = { ...back, revision: 2, annexSet: annexSetId };
    expect(await changeYear(stage.actors.BUDGET_OFFICE, gone)).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.annexSet' }] },
    });
  });

  it('is nobody’s but of those with the right, and chosen by those who manage years', async () => {
    const annexSetId = await copied();
    for (const role of ['CLERK', 'REVIEWER', 'AUDITOR', 'UNIT_HEAD'] as const) {
      expect(await listAnnexSets(stage.actors[role])).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    const boards = [
      await openRoundBoard(stage.actors.BUDGET_OFFICE, {}),
      await openRoundBoard(stage.actors.REVIEWER, {}),
    ].map((board) => board.ok && board.value.annexSets.map(({ id }) => id));
    expect(boards[0]).toContain(annexSetId);
    expect(boards[1]).toEqual([]);
  });
});

describe('a year in a set of the bureau’s own', () => {
  it('drafts, checks, takes remarks and exports in it, and the manifest says which it was', async () => {
    const annexSetId = await copied();
    await saved(annexSetId, EDITS);
    const year = await plannedYear(annexSetId);
    await openRound(stage.actors.BUDGET_OFFICE, { year, ordinal: 1, revision: 1 });
    const draft = await stageDraft({ unitId: stage.unitId, year }, fullContent());
    const opened = await openBudget(stage.actors.CLERK, { budgetId: draft.budgetId });
    if (!opened.ok) throw new Error(opened.error.code);
    const { annexes, results } = examineBudget(opened.value);
    expect(annexes.map(({ number }) => number)).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `附表${n}`),
    );
    expect(new Set(annexes.map(({ unit }) => unit))).toEqual(new Set(['万元']));
    expect(results.find(({ checkId }) => checkId === 'annex-6-8')?.outcome.status).toBe('not-applicable');

    const remark = (annex: string) =>
      addComment(stage.actors.REVIEWER, { ...draft, annex, annexRow: 'total', annexColumn: 'total', text: '请核对' });
    expect(await remark('8')).toMatchObject({ ok: true });
    expect(await remark('9')).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });

    const formats = ['pdf', 'xlsx', 'docx', 'csv', 'json', 'html'] as const;
    const [first, second] = [
      await exportBudget(stage.actors.CLERK, { budgetId: draft.budgetId, formats }),
      await exportBudget(stage.actors.CLERK, { budgetId: draft.budgetId, formats }),
    ];
    if (!first.ok || !second.ok) throw new Error(JSON.stringify([first, second]));
    expect(Buffer.from(second.value.bytes).equals(Buffer.from(first.value.bytes))).toBe(true);
    const entries = unzipSync(first.value.bytes);
    const read = (name: string) => JSON.parse(strFromU8(entries[name] ?? new Uint8Array()));
    expect(read('json/01.json')).toMatchObject({
      number: '附表1',
      unit: '万元',
      title: expect.stringMatching(/收支总表$/),
    });
    expect(JSON.stringify(read('json/04.json'))).not.toContain('项目支出"');
    expect(read('manifest.json').rule.annexSet).toEqual({
      id: annexSetId,
      name: `本区公开表${names}`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('freezes it: it is copied to go on', async () => {
    const annexSetId = await copied();
    const year = await plannedYear(annexSetId);
    const save = (revision: number) =>
      saveAnnexSet(stage.actors.ADMIN, { annexSetId, revision, name: `冻结${revision}`, edits: EDITS });
    expect(await save(1)).toEqual({ ok: true, value: { revision: 2 } });
    await openRound(stage.actors.BUDGET_OFFICE, { year, ordinal: 1, revision: 1 });
    const used = { ok: false, error: { code: 'ANNEX_SET_USED', year, begun: true } };
    expect(await save(2)).toEqual(used);
    expect(await removeAnnexSet(stage.actors.ADMIN, { annexSetId, revision: 2 })).toEqual(used);
    expect(await openAnnexSet(stage.actors.ADMIN, { annexSetId: await copied(annexSetId) })).toMatchObject({
      value: { set: { edits: EDITS, uses: [] } },
    });
  });
});

describe('the database', () => {
  const FROZEN = { code: 'MS001' };
  const begun = async () => {
    const annexSetId = await copied();
    const year = await plannedYear(annexSetId);
    await openRound(stage.actors.BUDGET_OFFICE, { year, ordinal: 1, revision: 1 });
    return { annexSetId, year };
  };

  it('keeps the set of a year that has begun as it is', async () => {
    const { annexSetId } = await begun();
    const edits = JSON.stringify({ version: 1, annexes: { '1': { title: '改' } } });
    const change = (sql: string, ...values: unknown[]) => client.query(sql, values);
    await expect(
      change('UPDATE edited_annex_sets SET edits = $1 WHERE id = $2', edits, annexSetId),
    ).rejects.toMatchObject(FROZEN);
    await expect(change("UPDATE edited_annex_sets SET name = '改' WHERE id = $1", annexSetId)).rejects.toMatchObject(
      FROZEN,
    );
    await expect(change('DELETE FROM edited_annex_sets WHERE id = $1', annexSetId)).rejects.toMatchObject(FROZEN);
    await expect(change('TRUNCATE edited_annex_sets CASCADE')).rejects.toMatchObject(FROZEN);
  });

  it('keeps such a year in its set and in its rounding', async () => {
    const { year } = await begun();
    for (const change of [
      "annex_set = 'chongqing', edited_annex_set_id = NULL",
      'edited_annex_set_id = NULL',
      "rounding = 'LARGEST_REMAINDER'",
    ]) {
      await expect(client.query(`UPDATE fiscal_years SET ${change} WHERE year = $1`, [year])).rejects.toMatchObject(
        FROZEN,
      );
    }
    await client.query('UPDATE fiscal_years SET change_threshold_percent = 31 WHERE year = $1', [year]);
  });

  it('counts a year as begun by a budget alone', async () => {
    const annexSetId = await copied();
    const year = await plannedYear(annexSetId);
    await stageDraft({ unitId: stage.unitId, year });
    await expect(
      client.query("UPDATE edited_annex_sets SET name = '改二' WHERE id = $1", [annexSetId]),
    ).rejects.toMatchObject(FROZEN);
  });

  it('lets no set become another, nor a year name a set that is made of another', async () => {
    const annexSetId = await copied();
    await expect(
      client.query("UPDATE edited_annex_sets SET base = 'chongqing' WHERE id = $1", [annexSetId]),
    ).rejects.toMatchObject(FROZEN);
    const year = await plannedYear('chongqing');
    await expect(
      client.query('UPDATE fiscal_years SET edited_annex_set_id = $1 WHERE year = $2', [annexSetId, year]),
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('has a change wait for a round that opens meanwhile, and then refuses it', async () => {
    const annexSetId = await copied();
    const year = await plannedYear(annexSetId);
    await client.query('BEGIN');
    await client.query("UPDATE rounds SET state = 'OPEN', opened_at = now() WHERE year = $1", [year]);
    let isSettled = false;
    const change = other
      .query("UPDATE edited_annex_sets SET name = '改三' WHERE id = $1", [annexSetId])
      .catch((error: unknown) => error)
      .finally(() => {
        isSettled = true;
      });
    await client.query('SELECT pg_sleep(0.3)');
    expect(isSettled).toBe(false);
    await client.query('COMMIT');
    expect(await change).toMatchObject(FROZEN);
  });
});

describe('what comes in', () => {
  const parse = (edits: unknown) =>
    saveAnnexSetSchema.safeParse({ annexSetId: randomUUID(), revision: 1, name: '甲', edits }).success;

  it('is of the form of edits and of no other', () => {
    expect(parse(EDITS)).toBe(true);
    for (const wrong of [
      { version: 2, annexes: {} },
      { ...NO_EDITS, more: 1 },
      { ...NO_EDITS, unit: 'fen' },
      changeAnnex(NO_EDITS, '1', { title: '长'.repeat(600) }),
      { ...NO_EDITS, annexes: { 1: { columns: { a: { hidden: false } } } } },
      { ...NO_EDITS, annexes: { 1: { sums: {} } } },
    ]) {
      expect(parse(wrong)).toBe(false);
    }
  });

  it('names a set that there is, or may be', () => {
    const year = { year: 2070, scheme, ...DEFAULT_YEAR_SETTINGS };
    expect(createYearSchema.safeParse({ ...year, annexSet: randomUUID() }).success).toBe(true);
    expect(createYearSchema.safeParse({ ...year, annexSet: 'beijing' }).error?.issues[0]?.message).toBe(
      '公开表标识无效，请刷新页面后重试',
    );
  });
});
