'use server';

import * as z from 'zod';
import { createTemplateSchema, removeTemplateSchema, updateTemplateSchema } from '@/lib/schemas/templates.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { createTemplate as create } from '@/lib/services/templates/create-template.ts';
import { listTemplates as list } from '@/lib/services/templates/list-templates.ts';
import { removeTemplate as remove } from '@/lib/services/templates/remove-template.ts';
import { updateTemplate as update } from '@/lib/services/templates/update-template.ts';

/* The screens read the list themselves once it changed: the review behind them is not drawn anew. */

export const listTemplates = defineAction({
  name: 'listTemplates',
  permission: 'template.use',
  input: z.void(),
  run: list,
});

export const createTemplate = defineAction({
  name: 'createTemplate',
  permission: 'template.use',
  input: createTemplateSchema,
  run: create,
});

export const updateTemplate = defineAction({
  name: 'updateTemplate',
  permission: 'template.use',
  input: updateTemplateSchema,
  run: update,
});

export const removeTemplate = defineAction({
  name: 'removeTemplate',
  permission: 'template.use',
  input: removeTemplateSchema,
  run: remove,
});
