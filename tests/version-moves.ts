import type { VersionState } from '@/lib/domain/workflow/transitions.ts';

/* What a transition writes, as SQL; `$2` is who acts. */
export const decided = "decided_at = now(), decided_by_id = $2, decision_comment = '意见'";
export const submitted = "state = 'SUBMITTED', submitted_at = now(), submitted_by_id = $2";
/** The legal transitions that bring a draft into a state, one after the other. */
export const MOVES: Readonly<Record<Exclude<VersionState, 'DRAFT'>, readonly string[]>> = {
  CONFIRMING: ["state = 'CONFIRMING', submitted_at = now(), submitted_by_id = $2"],
  SUBMITTED: [submitted],
  RETURNED: [submitted, `state = 'RETURNED', ${decided}`],
  WITHDRAWN: [submitted, `state = 'WITHDRAWN', ${decided}`],
  ACCEPTED: [submitted, `state = 'ACCEPTED', ${decided}`],
  APPROVED: [submitted, `state = 'APPROVED', ${decided}`],
};
