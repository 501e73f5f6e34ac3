import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { appendAuditEvent, verifyAuditChain } from './audit-log.ts';
import type { JsonValue } from './canonical-json.ts';
import { database } from './client.ts';
import { inTransaction } from './transaction.ts';

useTestDatabase();

let stage: Stage;
let actor: Actor;
let units = 100;

beforeAll(async () => {
  stage = await setStage();
  actor = stage.actors.CLERK;
});

/** A budget with a chain of its own. */
async function freshBudget(): Promise<string> {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  const { id: unitId } = await database().unit.create({ data: unit });
  return (await stageDraft({ unitId, year: stage.year })).budgetId;
}

const append = (budgetId: string | null, detail: Readonly<Record<string, JsonValue>> = {}) =>
  inTransaction((tx) => appendAuditEvent(tx, { actor, budgetId, action: 'test.done', detail }));

/** Changes the log as somebody with the right to switch triggers off could. */
async function tamper(sql: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE audit_events DISABLE TRIGGER USER');
    await tx.$executeRawUnsafe(sql);
    await tx.$executeRawUnsafe('ALTER TABLE audit_events ENABLE TRIGGER USER');
  });
}

describe('the audit log', () => {
  it('chains the events of a budget, whatever their details', async () => {
    const budgetId = await freshBudget();
    await append(budgetId, { z: 1, a: { y: [1.5, 1e21, -0, 0.1], x: '汉字 "q" \\ 😀' }, none: null });
    await append(budgetId, { amountFen: '9007199254740993', empty: [], object: {} });
    await inTransaction((tx) => appendAuditEvent(tx, { actor: null, budgetId, action: 'test.done', detail: {} }));
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 3 });
  });

  it('keeps chains apart, and one for acts that belong to no budget', async () => {
    const [one, two] = [await freshBudget(), await freshBudget()];
    for (const budgetId of [one, null, two, one, null]) await append(budgetId);
    const counts = [];
    for (const budgetId of [one, two]) counts.push(await verifyAuditChain(database(), budgetId));
    expect(counts).toMatchObject([
      { intact: true, events: 2 },
      { intact: true, events: 1 },
    ]);
    expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true });
  });

  it('does not fork when many write at once', async () => {
    const budgetId = await freshBudget();
    await Promise.all(Array.from({ length: 40 }, (_, number) => append(budgetId, { number })));
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 40 });
  });

  it('loses nothing but what was rolled back', async () => {
    const budgetId = await freshBudget();
    await append(budgetId);
    const failing = inTransaction(async (tx) => {
      await appendAuditEvent(tx, { actor, budgetId, action: 'test.done', detail: {} });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await append(budgetId);
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 2 });
  });

  it.each([
    "UPDATE audit_events SET action = 'other.done'",
    'UPDATE audit_events SET id = id + 1000000',
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
  ])('refuses %s', async (sql) => {
    await append(await freshBudget());
    await expect(database().$executeRawUnsafe(sql)).rejects.toMatchObject({
      meta: { driverAdapterError: { cause: { originalCode: 'MS003' } } },
    });
  });

  it('refuses a second successor of an event', async () => {
    const budgetId = await freshBudget();
    await append(budgetId);
    const fork = database().$executeRaw`
      INSERT INTO audit_events (budget_id, action, previous, hash)
      SELECT budget_id, action, previous, repeat('e', 64) FROM audit_events WHERE budget_id = ${budgetId}::uuid`;
    await expect(fork).rejects.toMatchObject({
      meta: { driverAdapterError: { cause: { constraint: { index: 'audit_events_chain_key' } } } },
    });
  });

  it.each([
    ['a detail', `UPDATE audit_events SET detail = '{"n": 9}' WHERE id = $ID`],
    ['the time', `UPDATE audit_events SET at = at + interval '1 second' WHERE id = $ID`],
    ['who it was', 'UPDATE audit_events SET actor_id = NULL WHERE id = $ID'],
    ['the role', `UPDATE audit_events SET role = 'ADMIN' WHERE id = $ID`],
    ['the action', `UPDATE audit_events SET action = 'other.done' WHERE id = $ID`],
    ['the version', `UPDATE audit_events SET version_id = gen_random_uuid() WHERE id = $ID`],
    ['its own hash', `UPDATE audit_events SET hash = repeat('a', 64) WHERE id = $ID`],
    ['its place in the order', 'UPDATE audit_events SET id = id + 100000 WHERE id = $ID'],
  ])('shows that somebody changed %s', async (_what, sql) => {
    const budgetId = await freshBudget();
    const ids = [await append(budgetId, { n: 1 }), await append(budgetId, { n: 2 }), await append(budgetId, { n: 3 })];
    await tamper(sql.replace('$ID', String(ids[1])));
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: false });
  });

  it('shows that an event was taken out, the last as well', async () => {
    const budgetId = await freshBudget();
    const ids = [await append(budgetId), await append(budgetId), await append(budgetId)];
    await tamper(`DELETE FROM audit_events WHERE id = ${ids[2]}`);
    const cutOff = { intact: false, breach: 'CUT_OFF', brokenAt: ids[1], place: 3 };
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject(cutOff);
    await tamper(`DELETE FROM audit_events WHERE id = ${ids[0]}`);
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: false, brokenAt: ids[1], place: 1 });
  });

  it('shows that an event was moved to another budget', async () => {
    const [from, to] = [await freshBudget(), await freshBudget()];
    const id = await append(from);
    await tamper(`UPDATE audit_events SET budget_id = '${to}' WHERE id = ${id}`);
    expect(await verifyAuditChain(database(), to)).toMatchObject({ intact: false, brokenAt: id });
  });

  it('names a version without holding on to it', async () => {
    const budgetId = await freshBudget();
    await inTransaction((tx) =>
      appendAuditEvent(tx, { actor, budgetId, versionId: randomUUID(), action: 'test.done', detail: {} }),
    );
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 1 });
  });
});
