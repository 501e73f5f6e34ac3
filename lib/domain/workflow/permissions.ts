import type { Actor, Role } from './roles.ts';

/** Everything that is asked of the server, reading included. Names are `object.verb`. */
export const ACTIONS = [
  'budget.read',
  'budget.create',
  'budget.edit',
  'budget.explain',
  'budget.submit',
  'budget.withdraw',
  'budget.confirm',
  'budget.return',
  'budget.judge',
  'budget.approve',
  'budget.adjust',
  'budget.comment',
  'budget.export',
  'budget.history',
  'review.queue',
  'review.assign',
  'round.read',
  'round.manage',
  'control.read',
  'control.manage',
  'unit.read',
  'unit.manage',
  'user.manage',
  'audit.read',
  'template.use',
  'template.manage',
  'annexSet.edit',
  'edition.publish',
] as const;

export type Action = (typeof ACTIONS)[number];

/** `assigned`: on the units assigned to the actor in this role; `all`: on every unit, or on no unit's data at all. */
export type Scope = 'assigned' | 'all';

/**
 * The permission table (三权分立): business, administration and audit are apart; a missing entry is a refusal. The
 * budget office opens years and approves; the administrator never touches budget data (forms of annexes hold none); the auditor reads alone.
 */
export const PERMISSIONS: Readonly<Record<Role, Partial<Readonly<Record<Action, Scope>>>>> = {
  CLERK: {
    'budget.read': 'assigned',
    'budget.create': 'assigned',
    'budget.edit': 'assigned',
    'budget.explain': 'assigned',
    'budget.submit': 'assigned',
    'budget.withdraw': 'assigned',
    'budget.comment': 'assigned',
    'budget.export': 'assigned',
    'budget.history': 'assigned',
    'unit.read': 'assigned',
    'edition.publish': 'assigned',
  },
  UNIT_HEAD: {
    'budget.read': 'assigned',
    'budget.confirm': 'assigned',
    'budget.comment': 'assigned',
    'budget.export': 'assigned',
    'budget.history': 'assigned',
    'unit.read': 'assigned',
  },
  REVIEWER: {
    'budget.read': 'assigned',
    'budget.return': 'assigned',
    'budget.judge': 'assigned',
    'budget.approve': 'assigned',
    'budget.comment': 'assigned',
    'budget.export': 'assigned',
    'budget.history': 'assigned',
    'review.queue': 'assigned',
    'round.read': 'assigned',
    'unit.read': 'assigned',
    'template.use': 'all',
  },
  BUDGET_OFFICE: {
    'budget.read': 'all',
    'budget.return': 'all',
    'budget.judge': 'all',
    'budget.approve': 'all',
    'budget.adjust': 'all',
    'budget.comment': 'all',
    'budget.export': 'all',
    'budget.history': 'all',
    'review.queue': 'all',
    'review.assign': 'all',
    'round.read': 'all',
    'round.manage': 'all',
    'control.read': 'all',
    'control.manage': 'all',
    'unit.read': 'all',
    'template.use': 'all',
    'template.manage': 'all',
    'annexSet.edit': 'all',
    'edition.publish': 'all',
  },
  ADMIN: {
    'unit.read': 'all',
    'unit.manage': 'all',
    'user.manage': 'all',
    'annexSet.edit': 'all',
  },
  AUDITOR: {
    'budget.read': 'all',
    'budget.export': 'all',
    'budget.history': 'all',
    'review.queue': 'all',
    'round.read': 'all',
    'control.read': 'all',
    'unit.read': 'all',
    'audit.read': 'all',
  },
};

/**
 * Whether an actor may do something to a unit's data.
 *
 * @param unitId the unit concerned; null for what belongs to no unit (users, the audit log)
 */
export function isPermitted(actor: Actor, action: Action, unitId: string | null): boolean {
  const scope = PERMISSIONS[actor.role][action];
  if (scope === undefined) return false;
  return scope === 'all' || (unitId !== null && actor.unitIds.includes(unitId));
}
