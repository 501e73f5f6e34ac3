import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import { firstVersionWith, listRowSaves, listWholeWritings } from '@/lib/db/row-history-repository.ts';
import { isUuid } from '@/lib/db/uuid.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { fieldHistory, type RowHistoryPage, type RowPlace, rowHistory } from '@/lib/domain/workflow/row-history.ts';
import { authorize } from '../authorize.ts';

/** Saves on a page; with them come the few acts that wrote the whole draft. */
const PAGE = 30;

export interface RowHistoryInput extends RowPlace {
  readonly budgetId: string;
  /** One field of the row, by its name or path; left out: all of them. */
  readonly field?: string;
  /** `next` of the page before; left out: from the newest on. */
  readonly cursor?: string;
}

/**
 * What became of one row of a budget, of one field of it, or of the profile, over all versions: who entered, changed
 * and removed it, when, in which version, with old and new values.
 */
export async function readRowHistory(actor: Actor, input: RowHistoryInput): Promise<Result<RowHistoryPage, Problem>> {
  const { budgetId, collection, rowKey, field = null, cursor } = input;
  const head = await findBudget(database(), budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.history', head.unitId);
  if (!authorized.ok) return authorized;
  if (collection !== null && !isUuid(rowKey)) return fail({ code: 'NOT_FOUND' });
  const place = { collection, rowKey };
  const before = cursor !== undefined && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null;
  const found = await listRowSaves(database(), head.id, place, { field, before, limit: PAGE + 1 });
  const [saves, older = null] = [found.slice(0, PAGE), found[PAGE]];
  const writings = await listWholeWritings(database(), head.id, before);
  const firstVersion = saves.length > 0 ? null : await firstVersionWith(database(), head.id, place);
  const entries = rowHistory(place, { saves, older, writings, firstVersion });
  return ok({
    entries: field === null ? entries : fieldHistory(entries, field),
    next: older ? (saves.at(-1)?.id ?? null) : null,
  });
}
