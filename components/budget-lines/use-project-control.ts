'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type ControlUse, controlUse } from '@/lib/domain/budget/control-use.ts';

/** 项目支出控制数, which is issued for all projects of a unit together, and what these have planned of it. */
export function useProjectControl(): ControlUse {
  const { budget, workspace } = useDraft();
  const { controlFigures, edition } = workspace;
  return useMemo(
    () => controlUse(controlFigures, budget.expenditure, edition, ['PROJECT']),
    [controlFigures, budget.expenditure, edition],
  );
}
