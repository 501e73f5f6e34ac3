import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findMailChoice, lockUser, setOwnMail } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { MailChoice } from '@/lib/schemas/account.ts';

/** Where the actor's own mail goes and whether they want it. */
export async function readOwnMail(actor: Actor): Promise<Result<MailChoice, Problem>> {
  const choice = await findMailChoice(database(), actor.userId);
  return choice ? ok(choice) : fail({ code: 'SIGNED_OUT' });
}

/**
 * Lets the actor choose where their mail goes, and whether any does. An administrator who edits them with the old address
 * before their eyes is told that the record has changed.
 */
export async function chooseOwnMail(actor: Actor, choice: MailChoice): Promise<Result<null, Problem>> {
  return inTransaction(async (tx) => {
    const user = await lockUser(tx, actor.userId);
    const from = await findMailChoice(tx, actor.userId);
    if (!user || user.disabledAt || !from) return fail({ code: 'SIGNED_OUT' });
    await setOwnMail(tx, actor.userId, choice, choice.email !== from.email);
    await appendAuditEvent(tx, { actor, action: 'user.mail-chosen', detail: { from, to: choice } });
    return ok(null);
  });
}
