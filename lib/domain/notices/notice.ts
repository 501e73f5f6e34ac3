import type { Role } from '../workflow/roles.ts';
import type { RoundKind } from '../workflow/round.ts';

/** What somebody is told of. The names of acts are those of the audit log where there is one. */
export const NOTICE_KINDS = [
  'budget.submitted',
  'budget.proposed',
  'budget.confirmed',
  'budget.declined',
  'budget.returned',
  'budget.withdrawn',
  'budget.accepted',
  'budget.approved',
  'budget.unlocked',
  'budget.adjustment-opened',
  'comment.added',
  'comment.reopened',
  'explanation.refused',
  'control.issued',
  'round.opened',
  'round.changed',
  'round.extended',
  'deadline.near',
  'deadline.passed',
  'review.assigned',
  'review.unassigned',
  'edition.published',
  'edition.corrected',
  'edition.withdrawn',
  'edition.outdated',
  'publication.near',
  'publication.passed',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * The facts that a notice's sentence is worded from. Never an amount, the name of a project or what somebody wrote: a
 * notice also leaves the house by mail.
 */
export interface NoticeDetail {
  readonly unitName?: string;
  readonly year?: number;
  /** Of the version. */
  readonly number?: number;
  /** Who did it; missing: the installation itself. */
  readonly actorName?: string;
  readonly roundKind?: RoundKind;
  /** ISO 8601 in UTC; null: no deadline. */
  readonly deadlineAt?: string | null;
  /** Of a return: how many remarks wait. */
  readonly openRemarks?: number;
  /** Whether a remark answers another. */
  readonly isReply?: boolean;
  /** Of an edition: its number. */
  readonly editionNumber?: number;
  /** Of a department's edition: the department that adds the unit up. */
  readonly departmentCode?: string;
  readonly departmentName?: string;
}

/** A notice as its reader gets it. Times are ISO 8601 in UTC. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** The role in which it concerns its reader. */
  readonly role: Role;
  readonly budgetId: string | null;
  readonly detail: NoticeDetail;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** Whether a text from the database is a kind that this version of the system can word. */
export function isNoticeKind(kind: string): kind is NoticeKind {
  return NOTICE_KINDS.some((known) => known === kind);
}

/** Where a notice leads its reader, in the role that it concerns them in. */
export function noticePath(notice: Pick<Notice, 'kind' | 'role' | 'budgetId' | 'detail'>): string {
  const { kind, role, budgetId } = notice;
  const isBureau = role === 'REVIEWER' || role === 'BUDGET_OFFICE';
  if (budgetId === null) return isBureau ? '/reviews' : '/budgets';
  if (kind.startsWith('edition.') || kind.startsWith('publication.'))
    return publicationPath(notice, budgetId, isBureau);
  if (isBureau) return `/reviews/${budgetId}`;
  return kind.startsWith('comment.') ? `/budgets/${budgetId}/comments` : `/budgets/${budgetId}`;
}

/** A department's page shows the figures of all its units: a unit's people are led to what everybody may read. */
function publicationPath({ detail }: Pick<Notice, 'detail'>, budgetId: string, isBureau: boolean): string {
  const { departmentCode, year, number } = detail;
  if (departmentCode !== undefined && year !== undefined) {
    return isBureau ? `/departments/${departmentCode}/${year}` : `/open/${year}/${departmentCode}`;
  }
  if (!isBureau) return `/budgets/${budgetId}/publication`;
  return number === undefined ? `/reviews/${budgetId}` : `/reviews/${budgetId}/${number}/publication`;
}
