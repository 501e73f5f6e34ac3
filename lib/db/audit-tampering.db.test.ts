import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { verifyAuditChain } from './audit-chains.ts';
import { appendAuditEvent } from './audit-log.ts';
import { type Db, database } from './client.ts';
import { inTransaction } from './transaction.ts';

useTestDatabase();

const TRIALS = 1_000;
const CHAINS = 4;
const EVENTS = 12;

let stage: Stage;
const chains: { budgetId: string; ids: bigint[] }[] = [];

/** A generator of its own, so that a failure can be had again. */
let seed = 20_261_129;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

beforeAll(async () => {
  stage = await setStage();
  for (let number = 0; number < CHAINS; number += 1) {
    const unit = { departmentId: stage.departmentId, code: `30910${number}`, name: '单位', fullName: '单位' };
    const { id: unitId } = await database().unit.create({ data: unit });
    const { budgetId } = await stageDraft({ unitId, year: stage.year });
    chains.push({ budgetId, ids: [] });
  }
  for (let number = 0; number < EVENTS; number += 1) {
    for (const chain of chains) {
      const event = { actor: stage.actors.CLERK, budgetId: chain.budgetId, versionId: randomUUID() };
      const id = await inTransaction((tx) =>
        appendAuditEvent(tx, { ...event, action: 'test.done', detail: { number, amountFen: String(number * 100) } }),
      );
      chain.ids.push(id);
    }
  }
});

const EDITS = [
  "at = at + interval '1 millisecond'",
  'actor_id = NULL',
  "role = 'ADMIN'",
  'version_id = gen_random_uuid()',
  "action = 'other.done'",
  `detail = jsonb_set(detail, '{amountFen}', '"1"')`,
  "previous = repeat('b', 64)",
  "hash = repeat('c', 64)",
];

/** What is done, and the events of which one must be named: the first that does not hold, or the last left of a tail. */
interface Tampering {
  readonly kind: string;
  readonly sql: readonly string[];
  readonly named: bigint | undefined;
  readonly breaches: readonly string[];
}

function tampering(kind: string, ids: readonly bigint[], budgetId: string): Tampering {
  const at = random(ids.length);
  const id = ids[at] ?? 0n;
  if (kind === 'edit') {
    const edit = EDITS[random(EDITS.length)];
    const sql = [`UPDATE audit_events SET ${edit} WHERE id = ${id}`];
    return { kind, sql, named: id, breaches: ['ALTERED', 'UNLINKED'] };
  }
  if (kind === 'delete') {
    const inside = ids[at % (ids.length - 1)] ?? 0n;
    const named = ids[(at % (ids.length - 1)) + 1];
    return { kind, sql: [`DELETE FROM audit_events WHERE id = ${inside}`], named, breaches: ['UNLINKED'] };
  }
  if (kind === 'truncate') {
    const kept = random(ids.length);
    const sql = [`DELETE FROM audit_events WHERE budget_id = '${budgetId}' AND id >= ${ids[kept]}`];
    return { kind, sql, named: kept === 0 ? 0n : ids[kept - 1], breaches: ['CUT_OFF'] };
  }
  if (kind === 'insert') {
    // Between two events of the chain lie numbers of other chains: one of them is taken over
    const taken = id + 1n;
    const sql = [
      `DELETE FROM audit_events WHERE id = ${taken}`,
      `INSERT INTO audit_events (id, budget_id, action, previous, hash)
       SELECT ${taken}, budget_id, 'forged.done', hash, repeat('d', 64) FROM audit_events WHERE id = ${id}`,
    ];
    const isLast = at === ids.length - 1;
    return { kind, sql, named: taken, breaches: isLast ? ['NOT_RECORDED', 'ALTERED'] : ['ALTERED'] };
  }
  const other = ids[(at + 1 + random(ids.length - 1)) % ids.length] ?? 0n;
  const sql = [
    `UPDATE audit_events SET id = -1 WHERE id = ${id}`,
    `UPDATE audit_events SET id = ${id} WHERE id = ${other}`,
    `UPDATE audit_events SET id = ${other} WHERE id = -1`,
  ];
  return { kind, sql, named: id < other ? id : other, breaches: ['UNLINKED'] };
}

async function tried(tx: Db, trial: number): Promise<string> {
  const kinds = ['edit', 'delete', 'insert', 'swap', 'truncate'];
  const { budgetId, ids } = chains[random(CHAINS)] ?? { budgetId: '', ids: [] };
  const { kind, sql, named, breaches } = tampering(kinds[trial % kinds.length] ?? '', ids, budgetId);
  await tx.$executeRawUnsafe('SAVEPOINT trial');
  for (const statement of sql) await tx.$executeRawUnsafe(statement);
  const report = await verifyAuditChain(tx, budgetId);
  await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT trial');
  expect(report, `${kind} of trial ${trial}: ${sql.join('; ')}`).toMatchObject({ intact: false, brokenAt: named });
  if (!report.intact) expect(breaches).toContain(report.breach);
  return kind;
}

it('sees every one of many random tamperings and names where', async () => {
  const seen = new Map<string, number>();
  const rollBack = new Error('nothing of this stays');
  const trials = database().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('ALTER TABLE audit_events DISABLE TRIGGER USER');
      await tx.$executeRawUnsafe('DROP INDEX audit_events_chain_key');
      for (let trial = 0; trial < TRIALS; trial += 1) {
        const kind = await tried(tx, trial);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      throw rollBack;
    },
    { timeout: 120_000 },
  );
  await expect(trials).rejects.toBe(rollBack);
  for (const { budgetId } of chains) {
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: EVENTS });
  }
  const counts = [...seen].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(`Tampering with the audit log: ${TRIALS} tried, all seen and placed (${counts}).`);
}, 180_000);

it('sees an end that was rewritten with the log, by the end that was kept outside', async () => {
  const { budgetId, ids } = chains[0] ?? { budgetId: '', ids: [] };
  const kept = await database().auditHead.findUniqueOrThrow({ where: { chain: budgetId } });
  const end = { events: Number(kept.events), lastHash: kept.lastHash };
  expect(await verifyAuditChain(database(), budgetId, end)).toMatchObject({ intact: true });
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE audit_events DISABLE TRIGGER USER');
    await tx.$executeRawUnsafe(`DELETE FROM audit_events WHERE id = ${ids.at(-1)}`);
    await tx.$executeRawUnsafe(`UPDATE audit_heads h SET events = events - 1, last_id = e.id, last_hash = e.hash
      FROM audit_events e WHERE e.id = ${ids.at(-2)} AND h.chain = e.budget_id`);
    await tx.$executeRawUnsafe('ALTER TABLE audit_events ENABLE TRIGGER USER');
  });
  expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
  const report = await verifyAuditChain(database(), budgetId, end);
  expect(report).toMatchObject({ intact: false, breach: 'NOT_AS_ANCHORED', place: EVENTS });
});
