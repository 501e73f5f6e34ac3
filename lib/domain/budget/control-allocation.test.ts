import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from '../money/fen.ts';
import { PROJECT_CATEGORIES, type ProjectCategory } from '../projects/project.ts';
import { allocatedFen, controlExcesses } from './control-allocation.ts';
import { type ControlFigure, type ControlItem, groupItem, projectItem } from './control-figure.ts';

const GROUPS = new Map<string, ProjectCategory>([
  ['a', 'INITIAL_GENERAL'],
  ['b', 'INITIAL_GENERAL'],
  ['c', 'SUPERIOR_ADVANCE'],
]);
const groupOfProject = (key: string) => GROUPS.get(key) ?? null;
const of = (item: ControlItem, amountFen: bigint): ControlFigure => ({
  ...{ category: 'PROJECT', item, source: 'GENERAL_PUBLIC', amountFen },
});
const general = groupItem('INITIAL_GENERAL');

describe('controlExcesses', () => {
  it('finds projects that exceed their group, and items that exceed the whole', () => {
    const figures = [of('', 99n), of(general, 50n), of(projectItem('a'), 30n), of(projectItem('b'), 21n)];
    expect(controlExcesses(figures, groupOfProject)).toEqual([
      { source: 'GENERAL_PUBLIC', item: general, limitFen: 50n, allocatedFen: 51n },
    ]);
    expect(controlExcesses([...figures, of(projectItem('c'), 50n)], groupOfProject)[0]).toEqual({
      ...{ source: 'GENERAL_PUBLIC', item: '', limitFen: 99n, allocatedFen: 100n },
    });
  });

  it('counts the figure of a project that is gone', () => {
    expect(controlExcesses([of('', 5n), of(projectItem('gone'), 6n)], groupOfProject)).toHaveLength(1);
  });

  it('asks nothing where one of the two is missing', () => {
    expect(controlExcesses([of(general, 5n), of(projectItem('c'), 6n)], groupOfProject)).toEqual([]);
    expect(controlExcesses([of('', 5n)], groupOfProject)).toEqual([]);
  });

  it('never complains when the whole is the sum of all items', () => {
    const items = fc.constantFrom<ControlItem>(
      ...PROJECT_CATEGORIES.map(groupItem),
      ...[...GROUPS.keys(), 'gone'].map(projectItem),
    );
    const figures = fc.uniqueArray(fc.tuple(items, fc.bigInt(0n, 1_000n)), { selector: ([item]) => item });
    fc.assert(
      fc.property(figures, (drawn) => {
        const issued = drawn.map(([item, amountFen]) => of(item, amountFen));
        const sum = sumFen(issued.map(({ amountFen }) => amountFen));
        expect(allocatedFen(issued, 'GENERAL_PUBLIC', groupOfProject)).toBeLessThanOrEqual(sum);
        const excesses = controlExcesses([of('', sum), ...issued], groupOfProject);
        expect(excesses.filter(({ item }) => item === '')).toEqual([]);
      }),
    );
  });
});
