import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { completedWeights } from '@/lib/domain/performance/weights.ts';

/** The changes that make the weights of some indicators come to a total. */
export function completeWeightChanges<C extends 'indicators' | 'overallIndicators'>(
  collection: C,
  rows: readonly (Row & { readonly weight: number | null })[],
  total: number,
): readonly Change[] {
  const weights = completedWeights(
    rows.map(({ weight }) => weight),
    total,
  );
  return rows.flatMap(({ key, weight: before }, index): Change[] => {
    const weight = weights[index] ?? 0;
    return weight === before ? [] : [{ op: 'update', collection, key, fields: { weight } } as Change];
  });
}
