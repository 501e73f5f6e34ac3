import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SortDirection, type SortValue, sortSiblings } from './sort-siblings.ts';

interface Row {
  readonly id: string;
  readonly role: 'total' | 'body';
  readonly level: number;
  readonly value: SortValue;
}

const row = (id: string, level: number, value: SortValue, role: Row['role'] = 'body'): Row => ({
  ...{ id, level, value, role },
});
const order = (rows: readonly Row[], direction: SortDirection) =>
  sortSiblings(rows, ({ value }) => value, direction).map(({ id }) => id);

const TABLE = [
  row('合计', 0, 60, 'total'),
  ...[row('201', 1, 20), row('20101', 2, 5), row('20102', 2, 15)],
  ...[row('208', 1, 40), row('20805', 2, 40), row('2080505', 3, 10), row('2080506', 3, 30)],
];

describe('sorting rows among their siblings', () => {
  it('moves a row with all below it, and leaves totals where they are', () => {
    expect(order(TABLE, 'desc')).toEqual(['合计', '208', '20805', '2080506', '2080505', '201', '20102', '20101']);
    expect(order(TABLE, 'asc')).toEqual(TABLE.map(({ id }) => id));
  });

  it('parts the rows at each total', () => {
    const rows = [row('a', 1, 1), row('b', 1, 2), row('小计', 0, 3, 'total'), row('c', 1, 0), row('d', 1, 9)];
    expect(order(rows, 'desc')).toEqual(['b', 'a', '小计', 'd', 'c']);
  });

  it('puts blanks last, whichever way', () => {
    const rows = [row('blank', 1, null), row('one', 1, 1), row('two', 1, 2)];
    expect(order(rows, 'asc')).toEqual(['one', 'two', 'blank']);
    expect(order(rows, 'desc')).toEqual(['two', 'one', 'blank']);
  });

  it('orders words by their sound', () => {
    const rows = [row('总', 1, '总'), row('安', 1, '安'), row('办', 1, '办')];
    expect(order(rows, 'asc')).toEqual(['安', '办', '总']);
  });

  const rows = fc
    .array(
      fc.record({
        id: fc.uuid(),
        role: fc.constantFrom('total' as const, 'body' as const, 'body' as const, 'body' as const),
        level: fc.integer({ min: 0, max: 3 }),
        value: fc.option(fc.integer({ min: -5, max: 5 })),
      }),
      { maxLength: 30 },
    )
    .map(parentsFirst);
  const directions = fc.constantFrom('asc' as const, 'desc' as const);

  it('loses no row and is settled after one time', () => {
    fc.assert(
      fc.property(rows, directions, (table, direction) => {
        const once = sortSiblings(table, ({ value }) => value, direction);
        expect(new Set(once)).toEqual(new Set(table));
        expect(once).toHaveLength(table.length);
        expect(sortSiblings(once, ({ value }) => value, direction)).toEqual(once);
      }),
    );
  });

  it('keeps every row below the same parent', () => {
    const parents = (table: readonly Row[]) => {
      const found = new Map<string, string | undefined>();
      for (const [index, { id, role, level }] of table.entries()) {
        const above = table.slice(0, index);
        const start = above.findLastIndex((other) => other.role === 'total') + 1;
        found.set(id, role === 'total' ? '' : above.slice(start).findLast((other) => other.level < level)?.id);
      }
      return found;
    };
    fc.assert(
      fc.property(rows, directions, (table, direction) => {
        // A row without a parent may have been indented by nobody: only well-formed trees print
        const isTree = table.every(({ level }, index) => {
          const before = table[index - 1];
          return level === 0 || (before !== undefined && before.role === 'body' && before.level >= level - 1);
        });
        fc.pre(isTree);
        expect(parents(sortSiblings(table, ({ value }) => value, direction))).toEqual(parents(table));
      }),
    );
  });
});

/** Levels as a table has them: the rows after a total begin at the top, and none is deeper than a part of the one above. */
function parentsFirst(rows: readonly Row[]): readonly Row[] {
  let deepest = 0;
  return rows.map((one) => {
    const level = Math.min(one.level, deepest);
    deepest = one.role === 'total' ? 0 : level + 1;
    return { ...one, level };
  });
}
