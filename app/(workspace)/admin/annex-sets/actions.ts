'use server';

import { revalidatePath } from 'next/cache';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { copyAnnexSetSchema, removeAnnexSetSchema, saveAnnexSetSchema } from '@/lib/schemas/annex-sets.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { copyAnnexSet as copy } from '@/lib/services/annex-sets/copy-annex-set.ts';
import { removeAnnexSet as remove } from '@/lib/services/annex-sets/remove-annex-set.ts';
import { saveAnnexSet as save } from '@/lib/services/annex-sets/save-annex-set.ts';

const permission = 'annexSet.edit';

export const copyAnnexSet = defineAction({
  ...{ name: 'copyAnnexSet', permission, input: copyAnnexSetSchema },
  run: async (actor, input) => listedAgain(await copy(actor, input)),
});

export const saveAnnexSet = defineAction({
  ...{ name: 'saveAnnexSet', permission, input: saveAnnexSetSchema },
  run: async (actor, input) => listedAgain(await save(actor, input)),
});

export const removeAnnexSet = defineAction({
  ...{ name: 'removeAnnexSet', permission, input: removeAnnexSetSchema },
  run: async (actor, input) => listedAgain(await remove(actor, input)),
});

/** Has the list read again, after a refusal too that says it is out of date. */
function listedAgain<T>(outcome: Result<T, Problem>): Result<T, Problem> {
  const isOutOfDate = !outcome.ok && ['RECORD_CHANGED', 'ANNEX_SET_USED', 'NOT_FOUND'].includes(outcome.error.code);
  if (outcome.ok || isOutOfDate) revalidatePath('/admin/annex-sets');
  return outcome;
}
