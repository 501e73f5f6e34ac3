/**
 * `npm run bench:history`: what finding the saves of one row among 20,000 events of one budget takes, and what appending
 * a save costs, with each index that could help; on a throw-away database. Prints the figures; leaves with 1 when
 * measuring failed.
 */
import { randomUUID } from 'node:crypto';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { JsonValue } from '@/lib/db/canonical-json.ts';
import { type Db, database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { benchDatabase, describeMachine, runBench } from './bench-frame.ts';
import { median, p95 } from './statistics.ts';

const EVENTS = 20_000;
const ROWS = 2_000;
const PER_TRANSACTION = 500;
const RUNS = 15;
const KEYS = Array.from({ length: ROWS }, () => randomUUID());
const OF_ROW = `e.detail @> jsonb_build_object('changes', jsonb_build_array(jsonb_build_object('key', $2::text)))`;
const BY_KEYS = `jsonb_path_query_array(e.detail, '$.changes[*].key') @> to_jsonb(ARRAY[$2::text])`;
const OF_PROFILE = `e.detail @> '{"changes": [{"op": "profile"}]}'`;

/** An index, the condition that finds a row by it, and the one that finds the profile. */
const VARIANTS = [
  { name: 'none but (budget_id, id)', create: [], row: OF_ROW },
  {
    name: 'GIN over detail',
    create: ['CREATE INDEX bench_gin ON audit_events USING gin (detail jsonb_path_ops)'],
    row: OF_ROW,
  },
  {
    name: 'GIN over the keys, B-tree of the profile’s saves',
    create: [
      `CREATE INDEX bench_gin ON audit_events
        USING gin (jsonb_path_query_array(detail, '$.changes[*].key') jsonb_path_ops) WHERE action = 'budget.saved'`,
      `CREATE INDEX bench_profile ON audit_events (budget_id, id)
        WHERE action = 'budget.saved' AND detail @> '{"changes": [{"op": "profile"}]}'`,
    ],
    row: BY_KEYS,
  },
] as const;

const queryOf = (condition: string) => `
  SELECT e.id FROM audit_events e WHERE e.budget_id = $1::uuid AND e.action = 'budget.saved' AND ${condition}`;

const amount = (index: number) => String(100 + ((index * 7919) % 1_000_000));
const update = (index: number): JsonValue => ({
  ...{ op: 'update', collection: 'expenditure', key: KEYS[(index * 31) % ROWS] ?? '' },
  ...{ before: { amountFen: amount(index) }, after: { amountFen: amount(index + 1) } },
});
const insert = (key: string, index: number): JsonValue => ({
  ...{ op: 'insert', collection: 'expenditure', key, before: null },
  after: {
    ...{ key, position: index, projectKey: null, functionCode: '2010301', economicCode: '30201' },
    ...{ source: 'GENERAL_PUBLIC', carriedOver: false, amountFen: amount(index), note: '' },
  },
});
const profile = (index: number): JsonValue => ({
  ...{ op: 'profile', before: { staffOnPost: index }, after: { staffOnPost: index + 1 } },
});

/** One in twenty changes the profile, one in a hundred is a block of 200 rows, the others change a cell. */
function changesOf(index: number): readonly JsonValue[] {
  if (index % 100 === 1) return Array.from({ length: 200 }, (_, at) => insert(KEYS[(index + at) % ROWS] ?? '', at));
  return [index % 20 === 2 ? profile(index) : update(index)];
}

function append(tx: Db, budgetId: string, changes: readonly JsonValue[]): Promise<bigint> {
  const detail = { requestId: randomUUID(), contentRevision: 1, changes: [...changes] };
  return appendAuditEvent(tx, { actor: null, budgetId, action: 'budget.saved', detail });
}

async function inventLog(): Promise<string> {
  const department = { code: '309', name: '示例', fullName: '示例' };
  const { id: departmentId } = await database().department.create({ data: department });
  const unit = { departmentId, code: '309001', name: '单位', fullName: '单位' };
  const { id: unitId } = await database().unit.create({ data: unit });
  await database().fiscalYear.create({ data: { year: 2023 } });
  const { id: budgetId } = await database().budget.create({ data: { unitId, year: 2023 } });
  for (let first = 0; first < EVENTS; first += PER_TRANSACTION) {
    await inTransaction(async (tx) => {
      for (let at = first; at < first + PER_TRANSACTION; at += 1) await append(tx, budgetId, changesOf(at));
    });
  }
  return budgetId;
}

/** In milliseconds, as the server counts; the first run warms up. */
async function explained(condition: string, values: readonly string[]): Promise<{ times: number[]; plan: string }> {
  const times: number[] = [];
  let plan = '';
  for (let run = 0; run <= RUNS; run += 1) {
    const lines = await database().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN (ANALYZE, BUFFERS) ${queryOf(condition)}`,
      ...values,
    );
    plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    const time = /Execution Time: ([\d.]+) ms/.exec(plan)?.[1];
    if (time === undefined) throw new Error(`no time in ${plan}`);
    if (run > 0) times.push(Number(time));
  }
  return { times, plan };
}

async function appended(budgetId: string, changes: () => readonly JsonValue[], runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const values = changes();
    const began = performance.now();
    await inTransaction((tx) => append(tx, budgetId, values));
    if (run > 0) times.push(performance.now() - began);
  }
  return times;
}

const figure = (times: readonly number[]) => `${median(times).toFixed(2)} (${p95(times).toFixed(2)})`;

async function measure(budgetId: string): Promise<void> {
  const plans: string[] = [];
  console.log('| index | size | find a row | find the profile | append a cell | append 5,000 rows |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, create, row } of VARIANTS) {
    for (const statement of create) await database().$executeRawUnsafe(statement);
    await database().$executeRaw`VACUUM ANALYZE audit_events`;
    const [sized] = await database().$queryRaw<{ size: string | null }[]>`
      SELECT pg_size_pretty(sum(pg_relation_size(indexrelid))) AS size FROM pg_stat_user_indexes
      WHERE indexrelname LIKE 'bench_%'`;
    const found = await explained(row, [budgetId, KEYS[0] ?? '']);
    const profiles = await explained(`${OF_PROFILE} AND $2::text <> ''`, [budgetId, 'any']);
    const cells = await appended(budgetId, () => [update(1)], 200);
    const blocks = await appended(
      budgetId,
      () => Array.from({ length: 5_000 }, (_, at) => insert(randomUUID(), at)),
      8,
    );
    const figures = [found.times, profiles.times, cells, blocks].map(figure);
    console.log(`| ${[name, sized?.size ?? '–', ...figures].join(' | ')} |`);
    plans.push(`${name}\n${found.plan}\n\n${profiles.plan}`);
    await database().$executeRaw`DROP INDEX IF EXISTS bench_gin, bench_profile`;
  }
  console.log(`\n${plans.join('\n\n')}`);
}

await runBench(async (onClose) => {
  const machine = describeMachine();
  await benchDatabase(onClose);
  /* The index that the migrations make would stand beside each that is tried. */
  await database().$executeRaw`DROP INDEX audit_events_row_keys, audit_events_profile_saves`;
  const budgetId = await inventLog();
  console.log(`Measured on ${machine}: ${EVENTS} events of one budget; ms, median (p95)\n`);
  await measure(budgetId);
});
