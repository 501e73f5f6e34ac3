'use server';

import { revalidatePath } from 'next/cache';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import {
  closeRoundSchema,
  createYearSchema,
  extendRoundSchema,
  openRoundSchema,
  updateYearSchema,
} from '@/lib/schemas/rounds.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { closeRound as closeRoundService } from '@/lib/services/rounds/close-round.ts';
import { createYear as createYearService } from '@/lib/services/rounds/create-year.ts';
import { extendRound as extendRoundService } from '@/lib/services/rounds/extend-round.ts';
import { openRound as openRoundService } from '@/lib/services/rounds/open-round.ts';
import { setDeadline as setDeadlineService } from '@/lib/services/rounds/set-deadline.ts';
import { updateYear as updateYearService } from '@/lib/services/rounds/update-year.ts';

/** The page is read again after success, and after a refusal that says it is out of date. */
async function andReload<T>(outcome: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const result = await outcome;
  if (result.ok || result.error.code === 'RECORD_CHANGED') revalidatePath('/bureau/rounds');
  return result;
}

export const createYear = defineAction({
  name: 'createYear',
  permission: 'round.manage',
  input: createYearSchema,
  run: (actor, input) => andReload(createYearService(actor, input)),
});

export const updateYear = defineAction({
  name: 'updateYear',
  permission: 'round.manage',
  input: updateYearSchema,
  run: (actor, input) => andReload(updateYearService(actor, input)),
});

export const openRound = defineAction({
  name: 'openRound',
  permission: 'round.manage',
  input: openRoundSchema,
  run: (actor, input) => andReload(openRoundService(actor, input)),
});

export const closeRound = defineAction({
  name: 'closeRound',
  permission: 'round.manage',
  input: closeRoundSchema,
  run: (actor, input) => andReload(closeRoundService(actor, input)),
});

export const setDeadline = defineAction({
  name: 'setDeadline',
  permission: 'round.manage',
  input: openRoundSchema,
  run: (actor, input) => andReload(setDeadlineService(actor, input)),
});

export const extendRound = defineAction({
  name: 'extendRound',
  permission: 'round.manage',
  input: extendRoundSchema,
  run: (actor, input) => andReload(extendRoundService(actor, input)),
});
