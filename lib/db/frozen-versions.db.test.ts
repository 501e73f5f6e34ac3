import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TRANSITIONS, VERSION_STATES, type VersionState } from '@/lib/domain/workflow/transitions.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
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

const decided = "decided_at = now(), decided_by_id = $2, decision_comment = '意见'";
const submitted = "state = 'SUBMITTED', submitted_at = now(), submitted_by_id = $2";
const MOVES: Readonly<Record<Exclude<VersionState, 'DRAFT'>, readonly string[]>> = {
  CONFIRMING: ["state = 'CONFIRMING', submitted_at = now(), submitted_by_id = $2"],
  SUBMITTED: [submitted],
  RETURNED: [submitted, `state = 'RETURNED', ${decided}`],
  WITHDRAWN: [submitted, `state = 'WITHDRAWN', ${decided}`],
  ACCEPTED: [submitted, `state = 'ACCEPTED', ${decided}`],
  APPROVED: [submitted, `state = 'APPROVED', ${decided}`],
};

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

  it.each([...OWNED, 'budget_versions', 'comments', 'audit_events'])(
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

  it('stays as it was written, is settled once, and is never deleted', async () => {
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
    await expect(onComment('DELETE FROM comments WHERE id = $1')).rejects.toMatchObject(FROZEN);
  });
});
