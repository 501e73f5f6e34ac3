import { readFileSync, writeFileSync } from 'node:fs';
import { type AuditChain, type KeptEnd, listAuditChains } from '../../lib/db/audit-chains.ts';
import { NO_BUDGET } from '../../lib/db/audit-hash.ts';
import { canonicalJson, type JsonValue, sha256 } from '../../lib/db/canonical-json.ts';
import { database } from '../../lib/db/client.ts';
import { Refusal } from '../budget/refusal.ts';

/** Writes the ends of all chains at this moment as canonical JSON with its own digest. */
export async function anchor(to: string | undefined): Promise<number> {
  const chains = await listAuditChains(database());
  const content = { format: 'mingsuan-audit-anchor-1', takenAt: new Date().toISOString(), chains: chains.map(endOf) };
  const text = `${canonicalJson({ ...content, sha256: sha256(canonicalJson(content)) })}\n`;
  if (to === undefined) process.stdout.write(text);
  else {
    writeFileSync(to, text);
    console.log(`已写入 ${chains.length} 条链的链尾：${to}，请存放于数据库之外。`);
  }
  return 0;
}

function endOf({ budgetId, unitCode, year, events, lastId, lastHash }: AuditChain) {
  return { chain: budgetId ?? NO_BUDGET, unitCode, year, events, lastId: lastId.toString(), lastHash };
}

/** Reads an anchor back: the end of each chain by its budget, or by the zero UUID. Refuses one that was altered. */
export function readAnchor(file: string): ReadonlyMap<string, KeptEnd> {
  const broken = new Refusal(`${file} 不是锚点文件，或其内容被改动过。`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal(`没有找到锚点文件 ${file}。`);
    throw broken;
  }
  if (typeof read !== 'object' || read === null || !('sha256' in read) || !('chains' in read)) throw broken;
  const { sha256: digest, ...content } = read;
  if (digest !== sha256(canonicalJson(content as JsonValue)) || !Array.isArray(content.chains)) throw broken;
  const ends = content.chains as { chain: string; events: number; lastHash: string }[];
  return new Map(ends.map(({ chain, events, lastHash }) => [chain, { events, lastHash }]));
}
