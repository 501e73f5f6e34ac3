import { type Change, positionsAfter } from '../../budget/changes.ts';
import type { ProjectIndicator } from '../indicator.ts';
import { groupOf } from '../indicator-facts.ts';
import { type Weighted, weightsWithAdded } from '../weights.ts';
import type { LibraryIndicator } from './library-indicator.ts';

export interface AdoptionInput {
  readonly projectKey: string;
  readonly chosen: readonly LibraryIndicator[];
  /** The project's indicators, and all of the budget for the order. */
  readonly own: readonly ProjectIndicator[];
  readonly all: readonly ProjectIndicator[];
  /** What all weights of a project have to come to. */
  readonly weightTotal: number;
  readonly newKey: () => string;
}

/**
 * Adds indicators of the library to a project, after its own, as one step. Their weights share what is left of the
 * points; where too little is left the others of their group give some of theirs, so that all come to the total.
 */
export function adoptIndicators(input: AdoptionInput): readonly Change[] {
  const { projectKey, chosen, own, all, weightTotal, newKey } = input;
  const weights = weightsWithAdded(own.map(weighted), chosen.map(weighted), weightTotal);
  const last = own.at(-1);
  const after = last ? all.findIndex(({ key }) => key === last.key) : all.length - 1;
  const positions = positionsAfter(all, after, chosen.length);
  const updates = own.flatMap(({ key, weight: before }, index): Change[] => {
    const weight = weights.existing[index] ?? null;
    return weight === before ? [] : [{ op: 'update', collection: 'indicators', key, fields: { weight } }];
  });
  const inserts = chosen.map((indicator, index): Change => {
    const place = { key: newKey(), position: positions[index] ?? 0, projectKey };
    const row: ProjectIndicator = { ...indicator, ...place, weight: weights.added[index] ?? null };
    return { op: 'insert', collection: 'indicators', row };
  });
  return [...updates, ...inserts];
}

function weighted(indicator: Pick<ProjectIndicator, 'level1' | 'level2' | 'weight'>): Weighted {
  return { weight: indicator.weight, group: groupOf(indicator) };
}
