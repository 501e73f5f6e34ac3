import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { revokeSession } from '@/lib/db/session-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';

/** Signs out: the session is revoked for every copy of its cookie. Ending one twice changes nothing. */
export async function endSession(sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const actor = await revokeSession(tx, sessionId, new Date());
    if (actor) await appendAuditEvent(tx, { actor, action: 'session.closed', detail: { sessionId } });
  });
}
