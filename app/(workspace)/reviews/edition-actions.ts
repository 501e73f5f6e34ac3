'use server';

import { publishEditionSchema, withdrawEditionSchema } from '@/lib/schemas/editions.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { publishEdition as publish } from '@/lib/services/editions/publish-edition.ts';
import { withdrawEdition as withdraw } from '@/lib/services/editions/withdraw-edition.ts';

export const publishEdition = defineAction({
  name: 'publishEdition',
  permission: 'edition.publish',
  input: publishEditionSchema,
  run: publish,
});

export const withdrawEdition = defineAction({
  name: 'withdrawEdition',
  permission: 'edition.publish',
  input: withdrawEditionSchema,
  run: withdraw,
});
