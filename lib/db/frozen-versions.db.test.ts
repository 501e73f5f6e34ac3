import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TRANSITIONS, VERSION_STATES, type VersionState } from '@/lib/domain/workflow/transitions.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { decided, MOVES, submitted } from '@/tests/version-moves.ts';
import { database } from './client.ts';
import { createComment } from './comment-repository.ts';
import { CONTENT_TABLES, PROFILE_TABLE } from './content-tables.ts';

useTestDatabase();

/** Every table whose rows a version owns and freezes. */
const OWNED = [...Object.values(CONTENT_TABLES), PROFILE_TABLE].map(({ table }) => table).concat('explanations');

const FROZEN_STATES = VERSION_STATES.filter((state) => state !== 'DRAFT');

let stage: Stage;
let budgetId: string;
let versionId: string;
let client: pg.Client;
let second: pg.Client;

beforeAll(async () => {
  stage = await setStage();
  const connect = async () => {
    const opened = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await opened.connect();
    return opened;
  };
  client = await connect();
  second = await connect();
});

afterAll(async () => {
  await client.end();
  await second.end();
});

let units = 100;

/** A unit of its own for each draft. */
async function freshUnit(): Promise<string> {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  return (await database().unit.create({ data: unit })).id;
}

beforeEach(async () => {
  ({ budgetId, versionId } = await stageDraft({ unitId: await freshUnit(), year: stage.year }, fullContent()));
  await database().explanation.create({
    data: { versionId, findingKey: 'k', text: '说明', authorId: stage.actors.CLERK.userId },
  });
});

/** Takes the version through legal transitions. */
async function bringTo(state: VersionState): Promise<void> {
  if (state === 'DRAFT') return;
  for (const move of MOVES[state]) {
    await client.query(`UPDATE budget_versions SET ${move} WHERE id = $1`, [versionId, stage.actors.REVIEWER.userId]);
  }
}

const write = (sql: string, values: unknown[] = [versionId]) => client.query(sql, values);

const FROZEN = { code: 'MS001' };

describe.each(FROZEN_STATES)('a version that is %s', (state) => {
  it.each(OWNED)('lets no row of %s be inserted, changed, deleted or brought in', async (table) => {
    const columns = (await client.query(`SELECT * FROM ${table} WHERE version_id = $1`, [versionId])).rows;
    expect(columns).not.toEqual([]);
    await bringTo(state);
    const copy = `INSERT INTO ${table} SELECT (jsonb_populate_record(r, $2)).* FROM ${table} r WHERE version_id = $1`;
    const fresh = JSON.stringify({ key: randomUUID(), finding_key: 'other' });
    await expect(write(copy, [versionId, fresh])).rejects.toMatchObject(FROZEN);
    await expect(write(`UPDATE ${table} SET version_id = version_id WHERE version_id = $1`)).rejects.toMatchObject(
      FROZEN,
    );
    await expect(write(`DELETE FROM ${table} WHERE version_id = $1`)).rejects.toMatchObject(FROZEN);
    const moveOut = `UPDATE ${table} SET version_id = $2 WHERE version_id = $1`;
    await expect(write(moveOut, [versionId, randomUUID()])).rejects.toMatchObject(FROZEN);
    expect((await client.query(`SELECT * FROM ${table} WHERE version_id = $1`, [versionId])).rows).toEqual(columns);
  });

  it('cannot be deleted, alone or with its budget, nor renumbered', async () => {
    await bringTo(state);
    await expect(write('DELETE FROM budget_versions WHERE id = $1')).rejects.toMatchObject(FROZEN);
    await expect(write('DELETE FROM budgets WHERE id = $1', [budgetId])).rejects.toMatchObject(FROZEN);
    for (const change of ['number = 9', 'content_revision = content_revision + 1', 'created_at = now()']) {
      const attempt = write(`UPDATE budget_versions SET ${change} WHERE id = $1`);
      await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^MS00[12]$/) });
    }
  });
});

describe('the states of a version', () => {
  const LEGAL = [
    'DRAFT→DRAFT',
    ...Object.values(TRANSITIONS).flatMap(({ from, to }) => from.map((state) => `${state}→${to}`)),
  ];
  const pairs = VERSION_STATES.flatMap((from) => VERSION_STATES.map((to) => [from, to] as const));

  it.each(pairs)('go from %s to %s only if the workflow says so', async (from, to) => {
    await bringTo(from);
    const isDecision = ['RETURNED', 'WITHDRAWN', 'ACCEPTED', 'APPROVED'].includes(to);
    const attempt = write(
      `UPDATE budget_versions SET state = $2::"VersionState",
         submitted_at = CASE WHEN $2 = 'DRAFT' THEN NULL ELSE coalesce(submitted_at, now()) END,
         submitted_by_id = CASE WHEN $2 = 'DRAFT' THEN NULL ELSE coalesce(submitted_by_id, $3::uuid) END,
         decided_at = CASE WHEN $4 THEN now() END, decided_by_id = CASE WHEN $4 THEN $3::uuid END,
         decision_comment = CASE WHEN $4 THEN '意见' END
       WHERE id = $1`,
      [versionId, to, stage.actors.REVIEWER.userId, isDecision],
    );
    if (LEGAL.includes(`${from}→${to}`)) await expect(attempt).resolves.toMatchObject({ rowCount: 1 });
    else await expect(attempt).rejects.toMatchObject({ code: 'MS002' });
  });

  it('begin with a draft', async () => {
    await bringTo('APPROVED');
    const insert = write(
      `INSERT INTO budget_versions (id, budget_id, number, state, submitted_at, submitted_by_id)
       VALUES ($1, $2, 2, 'SUBMITTED', now(), $3)`,
      [randomUUID(), budgetId, stage.actors.CLERK.userId],
    );
    await expect(insert).rejects.toMatchObject({ code: 'MS002' });
  });

  it.each([
    ['budget_versions_submitted_check', 'submitted_at = now()'],
    ['budget_versions_decided_check', 'decided_at = now()'],
    ['budget_versions_comment_check', "decision_comment = '意见'"],
  ])('are consistent: %s refuses %s of a draft', async (constraint, change) => {
    await expect(write(`UPDATE budget_versions SET ${change} WHERE id = $1`)).rejects.toMatchObject({ constraint });
  });

  it.each([
    ['budget_versions_submitted_check', 'number, state', "2, 'DRAFT'", 'submitted_at', 'now()'],
    ['budget_versions_number_check', 'number', '0', 'content_revision', '1'],
    ['budget_versions_content_revision_check', 'number', '2', 'content_revision', '0'],
  ])('are consistent: %s refuses such a new version', async (constraint, names, values, name, value) => {
    await bringTo('APPROVED');
    const insert = `INSERT INTO budget_versions (id, budget_id, ${names}, ${name}) VALUES ($1, $2, ${values}, ${value})`;
    await expect(write(insert, [randomUUID(), budgetId])).rejects.toMatchObject({ constraint });
  });

  it('ask for a reason when a version is returned, and for none when it is approved', async () => {
    await bringTo('SUBMITTED');
    const decide = (state: string) =>
      write(`UPDATE budget_versions SET state = '${state}', decided_at = now(), decided_by_id = $2 WHERE id = $1`, [
        versionId,
        stage.actors.REVIEWER.userId,
      ]);
    await expect(decide('RETURNED')).rejects.toMatchObject({ constraint: 'budget_versions_comment_check' });
    const blank = write(
      `UPDATE budget_versions SET state = 'RETURNED', decided_at = now(), decided_by_id = $2, decision_comment = ''
       WHERE id = $1`,
      [versionId, stage.actors.REVIEWER.userId],
    );
    await expect(blank).rejects.toMatchObject({ constraint: 'budget_versions_decision_comment_check' });
    await expect(decide('APPROVED')).resolves.toMatchObject({ rowCount: 1 });
  });

  it('never let the content revision of a draft go back', async () => {
    await write('UPDATE budget_versions SET content_revision = 5 WHERE id = $1');
    await expect(write('UPDATE budget_versions SET content_revision = 4 WHERE id = $1')).rejects.toMatchObject(FROZEN);
  });

  it('leave one open version a budget, whether draft or submitted', async () => {
    await bringTo('SUBMITTED');
    const draft = () =>
      write('INSERT INTO budget_versions (id, budget_id, number) VALUES ($1, $2, 2)', [randomUUID(), budgetId]);
    await expect(draft()).rejects.toMatchObject({ constraint: 'budget_versions_one_open' });
    const { userId } = stage.actors.REVIEWER;
    await write(`UPDATE budget_versions SET state = 'RETURNED', ${decided} WHERE id = $1`, [versionId, userId]);
    await expect(draft()).resolves.toMatchObject({ rowCount: 1 });
    await expect(draft()).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the marks of a version', () => {
  const set = (change: string) =>
    write(`UPDATE budget_versions SET ${change} WHERE id = $1 AND $2::uuid IS NOT NULL`, [
      versionId,
      stage.actors.REVIEWER.userId,
    ]);
  const looked = 'opened_at = now(), opened_by_id = $2';
  const confirmed = 'confirmed_at = now(), confirmed_by_id = $2';

  it('say once who of the bureau opened it', async () => {
    await bringTo('SUBMITTED');
    await expect(set(looked)).resolves.toMatchObject({ rowCount: 1 });
    for (const change of [looked, 'opened_at = NULL, opened_by_id = NULL']) {
      await expect(set(change)).rejects.toMatchObject({ code: 'MS002' });
    }
    await expect(set(`state = 'APPROVED', ${decided}, opened_at = now()`)).rejects.toMatchObject(FROZEN);
    await expect(set(`state = 'WITHDRAWN', ${decided}`)).rejects.toMatchObject({
      constraint: 'budget_versions_opened_check',
    });
    await expect(set(`state = 'APPROVED', ${decided}`)).resolves.toMatchObject({ rowCount: 1 });
  });

  it('say that it was opened only together with nothing else', async () => {
    await bringTo('SUBMITTED');
    await expect(set(`${looked}, submitted_at = '2099-01-01'`)).rejects.toMatchObject(FROZEN);
    await expect(set(`state = 'RETURNED', ${decided}, ${looked}`)).rejects.toMatchObject(FROZEN);
  });

  it.each(['DRAFT', 'CONFIRMING'] as const)('say of none that is %s that it was opened', async (state) => {
    await bringTo(state);
    const refused = state === 'DRAFT' ? { constraint: 'budget_versions_opened_check' } : { code: 'MS002' };
    await expect(set(looked)).rejects.toMatchObject(refused);
  });

  it('say who confirmed it, at the confirmation alone', async () => {
    const incomplete = { constraint: 'budget_versions_confirmed_check' };
    await expect(set(confirmed)).rejects.toMatchObject(incomplete);
    await expect(set(`${submitted}, ${confirmed}`)).rejects.toMatchObject(FROZEN);
    await bringTo('CONFIRMING');
    await expect(set("state = 'SUBMITTED', confirmed_at = now()")).rejects.toMatchObject(incomplete);
    await expect(set(`state = 'SUBMITTED', ${confirmed}`)).resolves.toMatchObject({ rowCount: 1 });
    const again = "confirmed_at = '2099-01-01'";
    await expect(set(`state = 'APPROVED', ${decided}, ${again}`)).rejects.toMatchObject(FROZEN);
  });

  it('name the sections to be mended with a return alone', async () => {
    const sections = "returned_sections = '{basic}'";
    await expect(set(sections)).rejects.toMatchObject({ constraint: 'budget_versions_sections_check' });
    await bringTo('SUBMITTED');
    const refused = { constraint: 'budget_versions_sections_check' };
    await expect(set(`state = 'APPROVED', ${decided}, ${sections}`)).rejects.toMatchObject(refused);
    const nonsense = set(`state = 'RETURNED', ${decided}, returned_sections = '{nonsense}'`);
    await expect(nonsense).rejects.toMatchObject(refused);
    await expect(set(`state = 'RETURNED', ${decided}, ${sections}`)).resolves.toMatchObject({ rowCount: 1 });
    await expect(set("returned_sections = '{}'")).rejects.toMatchObject({ code: 'MS002' });
  });

  it('lock sections of a draft, and of nothing after it', async () => {
    await expect(set("locked_sections = '{nonsense}'")).rejects.toMatchObject({
      constraint: 'budget_versions_sections_check',
    });
    await expect(set("locked_sections = '{basic,projects}'")).resolves.toMatchObject({ rowCount: 1 });
    await expect(set(`${submitted}, locked_sections = '{}'`)).rejects.toMatchObject(FROZEN);
    await bringTo('SUBMITTED');
    await expect(set(`state = 'RETURNED', ${decided}, locked_sections = '{}'`)).rejects.toMatchObject(FROZEN);
  });

  it('name the round of a draft, and keep it from the submission on', async () => {
    const { id } = await database().round.findFirstOrThrow({ where: { year: stage.year } });
    await expect(set(`round_id = '${id}'`)).resolves.toMatchObject({ rowCount: 1 });
    await expect(set(`${submitted}, round_id = NULL`)).rejects.toMatchObject(FROZEN);
  });

  it('never change what makes it an adjustment', async () => {
    await expect(set("adjustment = 1, adjustment_reason = '追加'")).rejects.toMatchObject(FROZEN);
  });

  it.each([
    ['-1', 'NULL'],
    ['1', 'NULL'],
    ['0', "'追加'"],
    ['1', "''"],
    ['1', "repeat('长', 2001)"],
  ])('make an adjustment with its reason only: %s, %s', async (adjustment, reason) => {
    await bringTo('APPROVED');
    const insert = `INSERT INTO budget_versions (id, budget_id, number, adjustment, adjustment_reason)
      VALUES ($1, $2, 2, ${adjustment}, ${reason})`;
    await expect(write(insert, [randomUUID(), budgetId])).rejects.toMatchObject({
      constraint: 'budget_versions_adjustment_check',
    });
  });
});

describe('a verdict', () => {
  const give = (subject = 'k') =>
    write(
      `INSERT INTO explanation_verdicts (version_id, subject, verdict, text, by_id, at)
       VALUES ($1, $2, 'REFUSED', '不充分', $3, now())`,
      [versionId, subject, stage.actors.REVIEWER.userId],
    );

  it.each(['DRAFT', 'CONFIRMING', 'RETURNED', 'APPROVED'] as const)(
    'is not given on a version that is %s',
    async (state) => {
      await bringTo(state);
      await expect(give()).rejects.toMatchObject(FROZEN);
    },
  );

  it('is changed and taken back while the version waits, does not move, and stays after the decision', async () => {
    await bringTo('SUBMITTED');
    await give();
    await give('other');
    const onIt = (sql: string) => write(`${sql} WHERE version_id = $1 AND subject = 'k'`);
    await expect(onIt("UPDATE explanation_verdicts SET verdict = 'ACCEPTED'")).resolves.toMatchObject({ rowCount: 1 });
    await expect(onIt("UPDATE explanation_verdicts SET subject = 'moved'")).rejects.toMatchObject(FROZEN);
    await expect(
      write("DELETE FROM explanation_verdicts WHERE version_id = $1 AND subject = 'other'"),
    ).resolves.toMatchObject({ rowCount: 1 });
    const { userId } = stage.actors.REVIEWER;
    await write(`UPDATE budget_versions SET state = 'APPROVED', ${decided} WHERE id = $1`, [versionId, userId]);
    await expect(onIt("UPDATE explanation_verdicts SET text = '改'")).rejects.toMatchObject(FROZEN);
    await expect(onIt('DELETE FROM explanation_verdicts')).rejects.toMatchObject(FROZEN);
  });
});

describe('an extension', () => {
  it('stays in the record as it was granted', async () => {
    const { id: roundId } = await database().round.findFirstOrThrow({ where: { year: stage.year } });
    const data = { roundId, unitId: stage.unitId, until: new Date(), reason: '停电', grantedAt: new Date() };
    const { id } = await database().roundExtension.create({
      data: { ...data, grantedById: stage.actors.BUDGET_OFFICE.userId },
    });
    await expect(write('UPDATE round_extensions SET until = now() WHERE id = $1', [id])).rejects.toMatchObject(FROZEN);
    await expect(write('DELETE FROM round_extensions WHERE id = $1', [id])).rejects.toMatchObject(FROZEN);
  });
});

describe('a draft', () => {
  it('takes all its rows, explanations and comments with it when it is deleted', async () => {
    await createComment(database(), {
      ...{ budgetId, versionId, parentId: null, collection: null, rowKey: null, field: null, text: '意见' },
      ...{ authorId: stage.actors.CLERK.userId, authorRole: 'CLERK', createdAt: new Date() },
    });
    await expect(write('DELETE FROM budget_versions WHERE id = $1')).resolves.toMatchObject({ rowCount: 1 });
    for (const table of [...OWNED, 'comments']) {
      const { rowCount } = await client.query(`SELECT FROM ${table} WHERE version_id = $1`, [versionId]);
      expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
    }
  });

  it('gives no row away to another draft', async () => {
    const other = await stageDraft({ unitId: await freshUnit(), year: stage.year });
    for (const table of OWNED) {
      const move = write(`UPDATE ${table} SET version_id = $2 WHERE version_id = $1`, [versionId, other.versionId]);
      await expect(move).rejects.toMatchObject(FROZEN);
    }
  });

  it.each([...OWNED, 'budget_versions', 'comments', 'audit_events', 'explanation_verdicts', 'round_extensions'])(
    'cannot be emptied by TRUNCATE %s',
    async (table) => {
      await expect(client.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({
        code: expect.stringMatching(/^MS00[13]$/),
      });
    },
  );

  it('is not changed behind the back of a submission that has not committed yet', async () => {
    await client.query('BEGIN');
    await bringTo('SUBMITTED');
    const late = second.query("UPDATE revenue_lines SET note = '迟到' WHERE version_id = $1", [versionId]);
    const outcome = late.then(
      () => 'written',
      (error: { code: string }) => error.code,
    );
    await client.query('COMMIT');
    expect(await outcome).toBe('MS001');
  });

  it('is not submitted behind the back of a write that has not committed yet', async () => {
    await second.query('BEGIN');
    await second.query("UPDATE revenue_lines SET note = '先到' WHERE version_id = $1", [versionId]);
    let submitted = false;
    const submission = bringTo('SUBMITTED').then(() => {
      submitted = true;
    });
    await second.query('SELECT pg_sleep(0.1)');
    expect(submitted).toBe(false);
    await second.query('COMMIT');
    await submission;
    const { rows } = await client.query('SELECT DISTINCT note FROM revenue_lines WHERE version_id = $1', [versionId]);
    expect(rows).toEqual([{ note: '先到' }]);
  });
});

describe('a comment', () => {
  const place = () => ({ budgetId, versionId, parentId: null, collection: null, rowKey: null, field: null });

  it('stays as it was written, is settled and opened again, and is never deleted', async () => {
    const { userId: authorId } = stage.actors.REVIEWER;
    const { id } = await createComment(database(), {
      ...{ ...place(), text: '请核对', authorId, authorRole: 'REVIEWER', createdAt: new Date() },
    });
    const onComment = (sql: string) => client.query(sql, [id]);
    await expect(onComment("UPDATE comments SET text = '改' WHERE id = $1")).rejects.toMatchObject(FROZEN);
    await expect(onComment('UPDATE comments SET created_at = now() WHERE id = $1')).rejects.toMatchObject(FROZEN);
    const settle = `UPDATE comments SET resolved_at = now(), resolved_by_id = '${authorId}' WHERE id = $1`;
    await expect(onComment(settle)).resolves.toMatchObject({ rowCount: 1 });
    await expect(onComment(settle)).rejects.toMatchObject(FROZEN);
    const reopen = 'UPDATE comments SET resolved_at = NULL, resolved_by_id = NULL WHERE id = $1';
    await expect(onComment(reopen)).resolves.toMatchObject({ rowCount: 1 });
    await expect(onComment(settle)).resolves.toMatchObject({ rowCount: 1 });
    await expect(onComment('DELETE FROM comments WHERE id = $1')).rejects.toMatchObject(FROZEN);
  });
});
