import type { Action } from './permissions.ts';
import type { ReviewComment } from './workspace.ts';

/**
 * Whether somebody may settle a thread of remarks or open it again: who wrote the remark it begins with, and whoever
 * decides on the budget.
 *
 * @param may what they may do to the unit's budget
 */
export function maySettle(
  root: Pick<ReviewComment, 'authorId'>,
  actorId: string,
  may: (action: Action) => boolean,
): boolean {
  return may('budget.comment') && (root.authorId === actorId || may('budget.return'));
}
