'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { balanceOf, type ControlBalance } from '@/lib/domain/budget/control-balance.ts';

/** 控制数 of the open draft beside what it plans under them, as it is typed. */
export function useControlBalances(): readonly ControlBalance[] {
  const { budget, workspace } = useDraft();
  const { expenditure, projects } = budget;
  const { controlFigures, edition } = workspace;
  return useMemo(
    () => balanceOf({ expenditure, projects }, edition, controlFigures),
    [expenditure, projects, edition, controlFigures],
  );
}
