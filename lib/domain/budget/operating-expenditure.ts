import type { Budget } from './budget.ts';

/** Units that have 机关运行经费: those of the administration, and those managed under the civil service law. */
export function hasOperatingExpenditure({ unit }: Pick<Budget, 'unit'>): boolean {
  return unit.kind !== 'PUBLIC_INSTITUTION';
}
