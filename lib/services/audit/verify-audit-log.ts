import { listAuditChains, verifyAuditChain } from '@/lib/db/audit-chains.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

export interface LogVerification {
  readonly chains: number;
  readonly events: number;
  /** Where the log does not hold, a sentence each. */
  readonly broken: readonly string[];
}

/** Recomputes every chain of the audit log and compares it with its end. */
export async function verifyAuditLog(actor: Actor): Promise<Result<LogVerification, Problem>> {
  const authorized = authorize(actor, 'audit.read', null);
  if (!authorized.ok) return authorized;
  const chains = await listAuditChains(database());
  const broken: string[] = [];
  let events = 0;
  for (const { budgetId, unitCode, year } of chains) {
    const report = await verifyAuditChain(database(), budgetId);
    if (report.intact) events += report.read;
    else {
      const whose = budgetId === null ? '不属于预算的操作' : `单位 ${unitCode ?? budgetId} ${year ?? ''} 年预算`;
      broken.push(`${whose}的第 ${report.place} 个事件（序号 ${report.brokenAt}）起与记录不符`);
    }
  }
  return ok({ chains: chains.length, events, broken });
}
