import { ROLES, type Role } from '../workflow/roles.ts';
import type { NoticeKind } from './notice.ts';

/** Somebody who may sign in, in one of their roles; a role bound to units once for each of them. */
export interface RoleHolder {
  readonly userId: string;
  readonly role: Role;
  /** Null: the role is bound to no unit. */
  readonly unitId: string | null;
}

/** What happened, as far as it decides who is told. */
export interface Occasion {
  readonly kind: NoticeKind;
  /** The unit it happened to. */
  readonly unitId: string;
  /** Who did it and so need not be told; null: the installation itself. */
  readonly actorUserId: string | null;
  /** Of a withdrawal: whether the version waited for the unit head and the bureau never had it. */
  readonly wasConfirming?: boolean;
  /** Of a remark: who takes part in its thread, and whether the bureau has the version before it. */
  readonly participantIds?: readonly string[];
  readonly isWithBureau?: boolean;
  /** Of an assignment: whose it is. */
  readonly assigneeId?: string;
}

export interface Recipient {
  readonly userId: string;
  readonly role: Role;
}

type Audience = (occasion: Occasion) => readonly Role[];

const clerks: Audience = () => ['CLERK'];
const unit: Audience = () => ['CLERK', 'UNIT_HEAD'];
const publishers: Audience = () => ['CLERK', 'UNIT_HEAD', 'BUDGET_OFFICE'];

/** The roles on the unit that each kind concerns. The budget office stands in where a unit has no reviewer. */
const AUDIENCES: Readonly<Record<NoticeKind, Audience>> = {
  'budget.submitted': () => ['REVIEWER'],
  'budget.proposed': () => ['UNIT_HEAD'],
  'budget.confirmed': clerks,
  'budget.declined': clerks,
  'budget.returned': clerks,
  'budget.withdrawn': ({ wasConfirming }) => [wasConfirming ? 'UNIT_HEAD' : 'REVIEWER'],
  'budget.accepted': unit,
  'budget.approved': unit,
  'budget.unlocked': clerks,
  'budget.adjustment-opened': clerks,
  'comment.added': ({ isWithBureau }) => (isWithBureau ? ['CLERK', 'REVIEWER'] : ['CLERK']),
  'comment.reopened': clerks,
  'explanation.refused': clerks,
  'control.issued': clerks,
  'round.opened': clerks,
  'round.changed': clerks,
  'round.extended': clerks,
  'deadline.near': clerks,
  'deadline.passed': clerks,
  'review.assigned': () => ['REVIEWER'],
  'review.unassigned': () => ['REVIEWER'],
  'edition.published': publishers,
  'edition.corrected': publishers,
  'edition.withdrawn': publishers,
  'edition.outdated': () => ['CLERK', 'BUDGET_OFFICE'],
  'publication.near': clerks,
  'publication.passed': clerks,
};

/**
 * Who is told, each once, in the first of the roles that it concerns them in: the holders of these roles on the unit and
 * who takes part in a thread; never the actor.
 *
 * @param holders who holds which role; those of other units are passed over
 */
export function recipientsOf(occasion: Occasion, holders: readonly RoleHolder[]): readonly Recipient[] {
  const { unitId, actorUserId, assigneeId, participantIds = [] } = occasion;
  const roles = AUDIENCES[occasion.kind](occasion);
  const onUnit = holders.filter((holder) => holder.unitId === null || holder.unitId === unitId);
  const isConcerned = ({ userId, role }: RoleHolder) =>
    (assigneeId === undefined || userId === assigneeId) &&
    (roles.includes(role) || (participantIds.includes(userId) && TAKES_PART.includes(role)));
  const concerned = onUnit.filter(isConcerned);
  const isOrphan = roles.includes('REVIEWER') && assigneeId === undefined && !onUnit.some(isReviewer);
  const told = isOrphan ? onUnit.filter(({ role }) => role === 'BUDGET_OFFICE') : [];
  const byUser = new Map<string, Recipient>();
  for (const { userId, role } of [...concerned, ...told].sort(byRole)) {
    if (userId !== actorUserId && !byUser.has(userId)) byUser.set(userId, { userId, role });
  }
  return [...byUser.values()];
}

/** Roles in which somebody can have written in a thread. */
const TAKES_PART: readonly Role[] = ['CLERK', 'UNIT_HEAD', 'REVIEWER', 'BUDGET_OFFICE'];

const isReviewer = ({ role }: RoleHolder) => role === 'REVIEWER';

const byRole = (a: RoleHolder, b: RoleHolder) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
