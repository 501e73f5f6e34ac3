'use server';

import { revalidatePath } from 'next/cache';
import { assignmentSchema } from '@/lib/schemas/assignments.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { assignUnits as assign } from '@/lib/services/review/assign-units.ts';

export const assignUnits = defineAction({
  name: 'assignUnits',
  permission: 'review.assign',
  input: assignmentSchema,
  async run(actor, input) {
    const outcome = await assign(actor, input);
    if (outcome.ok) revalidatePath('/bureau/assignments');
    return outcome;
  },
});
