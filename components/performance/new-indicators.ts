import { newKey } from '@/components/workspace/new-key.ts';
import type { OverallGoal, OverallIndicator, ProjectIndicator } from '@/lib/domain/performance/indicator.ts';

const EMPTY_MEASURE = { comparison: '=', targetValue: '', unitOfMeasure: '', weight: null } as const;

export function newProjectIndicator(projectKey: string): (position: number) => ProjectIndicator {
  return (position) => ({
    key: newKey(),
    position,
    projectKey,
    level1: '',
    level2: '',
    level3: '',
    ...EMPTY_MEASURE,
  });
}

export function newOverallIndicator(position: number): OverallIndicator {
  return { key: newKey(), position, name: '', type: '', ...EMPTY_MEASURE };
}

export function newGoal(position: number): OverallGoal {
  return { key: newKey(), position, text: '' };
}
