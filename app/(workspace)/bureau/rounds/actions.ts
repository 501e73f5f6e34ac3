'use server';

import { revalidatePath } from 'next/cache';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import {
  changeDeadlineSchema,
  changeYearSchema,
  createYearSchema,
  extendRoundSchema,
  roundActSchema,
} from '@/lib/schemas/rounds.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { changeDeadline as setDeadline } from '@/lib/services/rounds/change-deadline.ts';
import { changeYear as change } from '@/lib/services/rounds/change-year.ts';
import { closeRound as close } from '@/lib/services/rounds/close-round.ts';
import { createYear as create } from '@/lib/services/rounds/create-year.ts';
import { extendRound as extend } from '@/lib/services/rounds/extend-round.ts';
import { openRound as open } from '@/lib/services/rounds/open-round.ts';

const permission = 'round.manage';

export const createYear = defineAction({
  ...{ name: 'createYear', permission, input: createYearSchema },
  run: async (actor, input) => shownAgain(await create(actor, input)),
});

export const changeYear = defineAction({
  ...{ name: 'changeYear', permission, input: changeYearSchema },
  run: async (actor, input) => shownAgain(await change(actor, input)),
});

export const changeDeadline = defineAction({
  ...{ name: 'changeDeadline', permission, input: changeDeadlineSchema },
  run: async (actor, input) => shownAgain(await setDeadline(actor, input)),
});

export const openRound = defineAction({
  ...{ name: 'openRound', permission, input: roundActSchema },
  run: async (actor, input) => shownAgain(await open(actor, input)),
});

export const closeRound = defineAction({
  ...{ name: 'closeRound', permission, input: roundActSchema },
  run: async (actor, input) => shownAgain(await close(actor, input)),
});

export const extendRound = defineAction({
  ...{ name: 'extendRound', permission, input: extendRoundSchema },
  run: async (actor, input) => shownAgain(await extend(actor, input)),
});

/** Has the page shown as it stands now, also to who was not the first. */
function shownAgain<T>(outcome: Result<T, Problem>): Result<T, Problem> {
  if (outcome.ok || outcome.error.code === 'RECORD_CHANGED') revalidatePath('/bureau/rounds');
  return outcome;
}
