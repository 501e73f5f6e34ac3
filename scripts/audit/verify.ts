import {
  type AuditChain,
  type Breach,
  type ChainReport,
  listAuditChains,
  verifyAuditChain,
} from '../../lib/db/audit-chains.ts';
import { NO_BUDGET } from '../../lib/db/audit-hash.ts';
import { database } from '../../lib/db/client.ts';
import { Refusal } from '../budget/refusal.ts';
import { readAnchor } from './anchor.ts';

const BREACHES: Readonly<Record<Breach, string>> = {
  ALTERED: '事件内容被改动 its content was altered',
  UNLINKED: '与前一事件不衔接：其间有删除、插入或调换 it does not follow the one before: removed, inserted or moved',
  CUT_OFF: '其后的事件缺失（链尾被截） the events after it are missing',
  NOT_RECORDED: '链尾没有此事件（被添加） the end of the chain does not know it',
  NOT_AS_ANCHORED: '与锚点文件不符 it is not as it was anchored',
};

interface VerifyOptions {
  readonly against: string | undefined;
  readonly only: { readonly unitCode: string; readonly year: number } | undefined;
}

/** Verifies all chains, or that of one budget, and says where one does not hold. 1: somebody tampered with the log. */
export async function verify({ against, only }: VerifyOptions): Promise<number> {
  const kept = against === undefined ? undefined : readAnchor(against);
  const chains = await listAuditChains(database(), only);
  if (only && chains.length === 0) throw new Refusal(`没有找到单位 ${only.unitCode} 的 ${only.year} 年预算的日志。`);
  const start = performance.now();
  let [broken, events] = [0, 0];
  for (const chain of chains) {
    const report = await verifyAuditChain(database(), chain.budgetId, kept?.get(chain.budgetId ?? NO_BUDGET));
    if (report.intact) events += report.read;
    else {
      broken += 1;
      console.error(describeBreach(chain, report));
    }
  }
  const missing = only ? [] : [...(kept?.keys() ?? [])].filter((key) => !chains.some((chain) => idOf(chain) === key));
  for (const key of missing) console.error(`被篡改 TAMPERED：锚点中的链 ${key} 已不存在 the anchored chain is gone`);
  broken += missing.length;
  if (broken > 0) {
    console.error(`审计日志有 ${broken} 条链不完好。${broken} of the chains do not hold.`);
    return 1;
  }
  const seconds = (performance.now() - start) / 1_000;
  const rate = Math.round(events / Math.max(seconds, 0.001));
  console.log(
    `审计日志完好：${chains.length} 条链，${events} 个事件。Intact: ${chains.length} chains, ${events} events in ${seconds.toFixed(1)} s (${rate} events/s).`,
  );
  return 0;
}

function idOf({ budgetId }: AuditChain): string {
  return budgetId ?? NO_BUDGET;
}

function describeBreach(chain: AuditChain, report: Extract<ChainReport, { intact: false }>): string {
  const { unitCode, year, budgetId } = chain;
  const whose = budgetId === null ? '不属于预算的操作 no budget' : `${unitCode ?? budgetId} ${year ?? ''} 年预算`;
  const when = report.at === null ? '' : `，${report.at.toISOString()}`;
  return `被篡改 TAMPERED：${whose}，链上第 ${report.place} 个事件（事件号 ${report.brokenAt}${when}）：${BREACHES[report.breach]}`;
}
