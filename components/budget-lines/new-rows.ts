import { newKey } from '@/components/workspace/new-key.ts';
import type {
  CarryForwardLine,
  ExpenditureLine,
  PriorYearLine,
  ProcurementLine,
  RevenueLine,
} from '@/lib/domain/budget/budget.ts';

/** Empty rows as a clerk begins them: out of the general public budget of the year, as most lines are. */

export function newRevenueLine(position: number): RevenueLine {
  return {
    key: newKey(),
    position,
    source: 'GENERAL_PUBLIC',
    carriedOver: false,
    functionCode: '',
    amountFen: null,
    note: '',
  };
}

export function newCarryForwardLine(position: number): CarryForwardLine {
  return { key: newKey(), position, source: 'GENERAL_PUBLIC', amountFen: null };
}

export function newExpenditureLine(projectKey: string | null): (position: number) => ExpenditureLine {
  return (position) => ({
    key: newKey(),
    position,
    projectKey,
    functionCode: '',
    economicCode: '',
    source: 'GENERAL_PUBLIC',
    carriedOver: false,
    amountFen: null,
    note: '',
  });
}

export function newProcurementLine(position: number): ProcurementLine {
  return {
    key: newKey(),
    position,
    category: 'GOODS',
    item: '',
    source: 'GENERAL_PUBLIC',
    carriedOver: false,
    amountFen: null,
  };
}

export function newPriorYearLine(position: number): PriorYearLine {
  return { key: newKey(), position, functionCode: '', amountFen: null };
}
