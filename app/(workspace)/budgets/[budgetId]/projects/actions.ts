'use server';

import * as z from 'zod';
import { defineAction } from '@/lib/server/define-action.ts';
import { listPastProjects as list } from '@/lib/services/projects/list-past-projects.ts';

export const listPastProjects = defineAction({
  name: 'listPastProjects',
  permission: 'budget.read',
  input: z.strictObject({ unitId: z.uuid(), beforeYear: z.int() }),
  run: (actor, input) => list(actor, input),
});
