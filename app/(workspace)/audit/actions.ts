'use server';

import * as z from 'zod';
import { defineAction } from '@/lib/server/define-action.ts';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log.ts';

export const verifyLogAction = defineAction({
  name: 'verifyLog',
  permission: 'audit.read',
  input: z.undefined(),
  run: (actor) => verifyAuditLog(actor),
});
