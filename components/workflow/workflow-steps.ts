import type { VersionState } from '@/lib/domain/workflow/transitions.ts';

/** A step of a budget's way, as the top bar shows it. */
export interface WorkflowStep {
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** Things that are in its way; 0: none. */
  readonly open: number;
  /** The page below the budget where it is done. */
  readonly path: string;
}

const STEPS = [
  ['编制', 'revenue'],
  ['校验', 'checks'],
  ['送审', 'checks'],
  ['审核', 'comments'],
  ['批复', 'history'],
  ['公开', 'publication'],
] as const;

/** Index of the step that a version is at. */
function currentStep(state: VersionState, missing: number): number {
  switch (state) {
    case 'DRAFT':
      return missing > 0 ? 0 : 2;
    case 'CONFIRMING':
    case 'WITHDRAWN':
      return 2;
    case 'SUBMITTED':
    case 'RETURNED':
      return 3;
    case 'ACCEPTED':
      return 4;
    case 'APPROVED':
      return 5;
  }
}

/**
 * The six steps from drafting to publication with where a version stands.
 *
 * @param missing how many things stand between a draft and its submission
 */
export function workflowSteps(state: VersionState, missing: number): readonly WorkflowStep[] {
  const current = currentStep(state, missing);
  return STEPS.map(([label, path], index) => ({
    label,
    path,
    state: index < current ? 'done' : index === current ? 'current' : 'ahead',
    open: state === 'DRAFT' && label === '校验' ? missing : 0,
  }));
}
