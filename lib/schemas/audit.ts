import { coerce, iso, object, enum as oneOf, type output, string } from 'zod';
import { ROLES } from '@/lib/domain/workflow/roles.ts';

/** What the audit page may be asked for: days in Beijing time, a kind of act, a user, and how far back to start. */
export const auditFilterSchema = object({
  from: iso.date('开始日期无效，请重新选择').optional().catch(undefined),
  to: iso.date('结束日期无效，请重新选择').optional().catch(undefined),
  kind: string().max(40).optional().catch(undefined),
  user: string().trim().max(64).optional().catch(undefined),
  role: oneOf(ROLES).optional().catch(undefined),
  unit: string().trim().max(64).optional().catch(undefined),
  text: string().trim().max(100).optional().catch(undefined),
  /** Events older than this number; the page before ended there. */
  before: coerce.bigint().positive().optional().catch(undefined),
});

export type AuditFilter = output<typeof auditFilterSchema>;

/** An event as the auditor sees it. */
export interface AuditEventView {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actorName: string | null;
  readonly username: string | null;
  readonly role: string | null;
  /** The budget's unit and year, for what was done to a budget. */
  readonly subject: string | null;
  /** What is recorded besides, as JSON. */
  readonly detail: string;
}

export interface AuditPage {
  readonly events: readonly AuditEventView[];
  /** Where the next, older page starts; null at the end. */
  readonly nextBefore: string | null;
}
