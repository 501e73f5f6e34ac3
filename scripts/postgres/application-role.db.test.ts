import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendAuditEvent, verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database, disconnect } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createBudget } from '@/lib/services/budgets/create-budget.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage } from '@/tests/stage.ts';
import { dropApplicationRole, keptPassword, mayChangeLog, prepareApplicationRole } from './application-role.ts';
import { uniqueName } from './cluster.ts';

useTestDatabase();

const ownerUrl = process.env.DATABASE_URL ?? '';
const role = uniqueName('mingsuan_app');
let client: pg.Client;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await disconnect();
  // Several starts at once agree
  const urls = await Promise.all(
    Array.from({ length: 5 }, () => prepareApplicationRole(ownerUrl, role, 'secret-word')),
  );
  process.env.DATABASE_URL = urls[0];
  client = new pg.Client({ connectionString: urls[0] });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await disconnect();
  await dropApplicationRole(ownerUrl, role);
  process.env.DATABASE_URL = ownerUrl;
});

it('appends to the log and drafts', async () => {
  const made = await createBudget(stage.actors.CLERK, { unitId: stage.unitId, year: stage.year });
  expect(made.ok).toBe(true);
  await inTransaction((tx) => appendAuditEvent(tx, { actor: null, action: 'test.done', detail: {} }));
  expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true, events: 1 });
  expect(await mayChangeLog(ownerUrl)).toBe(true);
  expect(await mayChangeLog(process.env.DATABASE_URL ?? '')).toBe(false);
});

it.each([
  "UPDATE audit_events SET action = 'other.done'",
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
  'ALTER TABLE audit_events DISABLE TRIGGER USER',
  'ALTER TABLE audit_events ADD COLUMN more text',
  'DROP TABLE audit_events',
  'UPDATE audit_heads SET events = 0',
  'DELETE FROM audit_heads',
  "INSERT INTO audit_heads VALUES (gen_random_uuid(), 1, 1, 'x')",
  'DELETE FROM audit_checkpoints',
  `SELECT prune_audit_chain('00000000-0000-0000-0000-000000000000', 1, '')`,
  'DELETE FROM _prisma_migrations',
  'CREATE TABLE mine (id int)',
  "SET session_replication_role = 'replica'",
  "SELECT setval('audit_events_id_seq', 1)",
  'TRUNCATE budgets CASCADE',
])('may not: %s', async (sql) => {
  await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
});

it('may not append what does not follow the last event', async () => {
  const forged = `INSERT INTO audit_events (action, previous, hash) VALUES ('test.done', repeat('a', 64), repeat('b', 64))`;
  await expect(client.query(forged)).rejects.toMatchObject({ code: 'MS003' });
});

it('keeps one password, for the owner of the folder alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-role-'));
  try {
    const made = keptPassword(folder);
    expect(made.length).toBeGreaterThan(30);
    expect(keptPassword(folder)).toBe(made);
    expect(statSync(path.join(folder, 'app-password')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
