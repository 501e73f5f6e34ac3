'use server';

import { revalidatePath } from 'next/cache';
import { controlTrailSchema, issueControlFiguresSchema } from '@/lib/schemas/control-figures.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { issueControlFigures as issueControlFiguresService } from '@/lib/services/control-figures/issue-control-figures.ts';
import { listControlTrail } from '@/lib/services/control-figures/list-control-trail.ts';

export const issueControlFigures = defineAction({
  name: 'issueControlFigures',
  permission: 'control.manage',
  input: issueControlFiguresSchema,
  async run(actor, input) {
    const outcome = await issueControlFiguresService(actor, input);
    if (outcome.ok || outcome.error.code === 'RECORD_CHANGED') revalidatePath('/bureau/control-figures');
    return outcome;
  },
});

export const readControlTrail = defineAction({
  name: 'readControlTrail',
  permission: 'budget.history',
  input: controlTrailSchema,
  run: (actor, input) => listControlTrail(actor, input),
});
