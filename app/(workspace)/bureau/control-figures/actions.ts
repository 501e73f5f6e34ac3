'use server';

import { revalidatePath } from 'next/cache';
import { issueControlFiguresSchema } from '@/lib/schemas/control-figures.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { issueControlFigures as issueControlFiguresService } from '@/lib/services/control-figures/issue-control-figures.ts';

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
