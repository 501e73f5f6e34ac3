'use server';

import {
  answerTransferSchema,
  publishDepartmentEditionSchema,
  withdrawDepartmentEditionSchema,
} from '@/lib/schemas/editions.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { answerTransfer as answer } from '@/lib/services/editions/answer-transfer.ts';
import { publishDepartmentEdition as publish } from '@/lib/services/editions/publish-department-edition.ts';
import { withdrawDepartmentEdition as withdraw } from '@/lib/services/editions/withdraw-department-edition.ts';

export const answerTransfer = defineAction({
  name: 'answerTransfer',
  permission: 'edition.publish',
  input: answerTransferSchema,
  run: answer,
});

export const publishDepartmentEdition = defineAction({
  name: 'publishDepartmentEdition',
  permission: 'edition.publish',
  input: publishDepartmentEditionSchema,
  run: publish,
});

export const withdrawDepartmentEdition = defineAction({
  name: 'withdrawDepartmentEdition',
  permission: 'edition.publish',
  input: withdrawDepartmentEditionSchema,
  run: withdraw,
});
