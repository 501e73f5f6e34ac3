import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { listAuditChains, verifyAuditChain } from '../../lib/db/audit-chains.ts';
import { CHAIN_START, hashOf, NO_BUDGET } from '../../lib/db/audit-hash.ts';
import { appendAuditEvent } from '../../lib/db/audit-log.ts';
import { database } from '../../lib/db/client.ts';
import { inTransaction } from '../../lib/db/transaction.ts';
import { Refusal } from '../budget/refusal.ts';

const DEFAULT_KEEP_MONTHS = 120;
/** 网络安全法第二十一条：网络日志留存不少于六个月。 */
const LEAST_KEEP_MONTHS = 6;
const PAGE = 2_000;

/** How long the log is kept, by AUDIT_KEEP_MONTHS. */
export function keepMonths(setting: string | undefined): number {
  if (setting === undefined || setting === '') return DEFAULT_KEEP_MONTHS;
  const months = Number(setting);
  if (!/^\d{1,4}$/.test(setting) || months < LEAST_KEEP_MONTHS) {
    throw new Refusal(
      `AUDIT_KEEP_MONTHS 应为不小于 ${LEAST_KEEP_MONTHS} 的整数（网络安全法第二十一条：日志留存不少于六个月），不是“${setting}”。`,
    );
  }
  return months;
}

/** Archives the oldest events of every chain and takes them out of the database, chain by chain. */
export async function prune(folder: string, ownerUrl: string): Promise<number> {
  const before = new Date();
  before.setUTCMonth(before.getUTCMonth() - keepMonths(process.env.AUDIT_KEEP_MONTHS));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  let total = 0;
  try {
    for (const { budgetId } of await listAuditChains(database()))
      total += await pruneChain(budgetId, before, folder, owner);
  } finally {
    await owner.end();
  }
  console.log(`已归档并移出 ${total} 个早于 ${before.toISOString().slice(0, 10)} 的事件。${total} events archived.`);
  return 0;
}

async function pruneChain(budgetId: string | null, before: Date, folder: string, owner: pg.Client): Promise<number> {
  const young = await database().auditEvent.findFirst({
    where: { budgetId, at: { gte: before } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const old = await database().auditEvent.findFirst({
    where: { budgetId, ...(young && { id: { lt: young.id } }) },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (!old) return 0;
  const report = await verifyAuditChain(database(), budgetId);
  if (!report.intact) throw new Refusal('审计日志不完好，不能归档：请先运行 npm run audit -- verify。');
  const chain = budgetId ?? NO_BUDGET;
  const { file, digest } = await writeArchive(budgetId, old.id, folder);
  const { rows } = await owner.query<{ removed: string }>('SELECT prune_audit_chain($1, $2, $3) AS removed', [
    chain,
    old.id.toString(),
    digest,
  ]);
  const removed = Number(rows[0]?.removed ?? 0);
  const detail = { chain, upToId: old.id.toString(), events: removed, file: path.basename(file), sha256: digest };
  await inTransaction((tx) => appendAuditEvent(tx, { actor: null, action: 'audit.archived', detail }));
  return removed;
}

/** One event a line. The digest is of the file's bytes. */
async function writeArchive(budgetId: string | null, upTo: bigint, folder: string) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `audit-${budgetId ?? NO_BUDGET}-${upTo}.jsonl`);
  if (existsSync(file)) throw new Refusal(`归档文件 ${file} 已经存在，请换一个目录。`);
  const output = openSync(file, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    for (let after = 0n; ; ) {
      const where = { budgetId, id: { gt: after, lte: upTo } };
      const events = await database().auditEvent.findMany({ where, orderBy: { id: 'asc' }, take: PAGE });
      for (const event of events) {
        const line = `${JSON.stringify({ ...event, id: event.id.toString() })}\n`;
        writeSync(output, line);
        hash.update(line);
        after = event.id;
      }
      if (events.length < PAGE) break;
    }
    fsyncSync(output); // it must be there before the events go
  } finally {
    closeSync(output);
  }
  return { file, digest: hash.digest('hex') };
}

/** Whether an archive is the one its checkpoint stands for, and its events follow each other. */
export async function verifyArchive(file: string): Promise<number> {
  if (!existsSync(file)) throw new Refusal(`没有找到归档文件 ${file}。`);
  const digest = createHash('sha256');
  for await (const part of createReadStream(file)) digest.update(part);
  const checkpoint = await database().auditCheckpoint.findFirst({ where: { archiveSha256: digest.digest('hex') } });
  if (!checkpoint) {
    console.error(`被篡改 TAMPERED：${file} 与任何检查点都不符，内容被改动或不是归档文件。`);
    return 1;
  }
  const { chain, upToId } = checkpoint;
  const earlier = await database().auditCheckpoint.findFirst({
    where: { chain, upToId: { lt: upToId } },
    orderBy: { upToId: 'desc' },
  });
  let [previous, events] = [earlier?.hash ?? CHAIN_START, 0];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const event = JSON.parse(line);
    events += 1;
    if (event.previous !== previous || event.hash !== hashOf({ ...event, at: new Date(event.at) })) {
      console.error(`被篡改 TAMPERED：${file} 第 ${events} 行（事件号 ${event.id}）与前后不衔接。`);
      return 1;
    }
    previous = event.hash;
  }
  const isWhole = previous === checkpoint.hash;
  if (isWhole) console.log(`归档完好：${events} 个事件。Intact: ${events} events.`);
  else console.error(`被篡改 TAMPERED：${file} 的末尾与检查点不符。`);
  return isWhole ? 0 : 1;
}
