import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-chains.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { setStage, stageDraft } from '@/tests/stage.ts';
import { Refusal } from '../budget/refusal.ts';
import { anchor } from './anchor.ts';
import { keepMonths, prune, verifyArchive } from './prune.ts';
import { verify } from './verify.ts';

useTestDatabase();

const YEAR_MS = 365 * 24 * 3_600 * 1_000;
const ownerUrl = process.env.DATABASE_URL ?? '';
const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-audit-'));
const said: string[] = [];
let budgetId = '';

const all = { against: undefined, only: undefined };
const years = (count: number) => new Date(Date.now() - count * YEAR_MS);

beforeAll(async () => {
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text) => said.push(text));
  budgetId = (await stageDraft(await setStage())).budgetId;
  for (const age of [12, 11, 2, 0]) {
    const event = { actor: null, budgetId, action: 'test.done', detail: { age }, at: years(age) };
    await inTransaction((tx) => appendAuditEvent(tx, event));
  }
});
afterEach(() => {
  said.length = 0;
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('says that an intact log is intact', async () => {
  expect(await verify(all)).toBe(0);
  expect(said.join()).toContain('1 条链，4 个事件');
  expect(await verify({ ...all, only: { unitCode: '309001', year: 2023 } })).toBe(0);
  await expect(verify({ ...all, only: { unitCode: '309009', year: 2023 } })).rejects.toThrow(Refusal);
});

it('archives what is older than the setting and stays verifiable', async () => {
  const file = path.join(folder, 'anchor.json');
  expect(await anchor(file)).toBe(0);
  expect(await prune(folder, ownerUrl)).toBe(0);
  expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 4, read: 2 });
  expect(await verify({ ...all, against: file })).toBe(0);
  const archived = await database().auditCheckpoint.findFirstOrThrow();
  const archive = path.join(folder, `audit-${budgetId}-${archived.upToId}.jsonl`);
  expect(await verifyArchive(archive)).toBe(0);
  writeFileSync(path.join(folder, 'altered.jsonl'), readFileSync(archive, 'utf8').replace('"age":12', '"age":13'));
  expect(await verifyArchive(path.join(folder, 'altered.jsonl'))).toBe(1);
  // The next event follows the last, archived or not
  await inTransaction((tx) => appendAuditEvent(tx, { actor: null, budgetId, action: 'test.done', detail: {} }));
  expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 5 });
});

it('keeps what is younger than six months whatever is asked for', async () => {
  const last = await database().auditHead.findUniqueOrThrow({ where: { chain: budgetId } });
  const removing = database().$queryRaw`SELECT prune_audit_chain(${budgetId}::uuid, ${last.lastId}, '')`;
  await expect(removing).rejects.toThrow();
  expect(keepMonths(undefined)).toBe(120);
  expect(keepMonths('6')).toBe(6);
  for (const setting of ['5', '0', '-7', 'ten', '6.5']) expect(() => keepMonths(setting)).toThrow(Refusal);
});

it('names the budget, the event and the time of a tampering, and an altered anchor', async () => {
  const file = path.join(folder, 'before.json');
  await anchor(file);
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE audit_events DISABLE TRIGGER USER');
    await tx.$executeRawUnsafe(
      `DELETE FROM audit_events e USING audit_heads h WHERE e.id = h.last_id AND h.chain = '${budgetId}'`,
    );
    await tx.$executeRawUnsafe('ALTER TABLE audit_events ENABLE TRIGGER USER');
  });
  expect(await verify({ ...all, against: file })).toBe(1);
  expect(said.join()).toMatch(/309001 2023 年预算，链上第 5 个事件（事件号 \d+，.*链尾被截/);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"events":5', '"events":4'));
  await expect(verify({ ...all, against: file })).rejects.toThrow(/改动/);
});
