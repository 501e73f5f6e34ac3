'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type LastYearCodes, lastYearCodes } from './last-year-lines.ts';

/** The codes that the unit of the open draft used last year. */
export function useLastYearCodes(): LastYearCodes {
  const { workspace } = useDraft();
  /* As the draft was opened: what is typed into 上年数 meanwhile need not change every column. */
  const { lastYear, budget } = workspace;
  return useMemo(() => lastYearCodes(lastYear, budget.priorYear), [lastYear, budget.priorYear]);
}
