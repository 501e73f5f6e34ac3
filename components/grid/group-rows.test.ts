import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '@/lib/domain/budget/row.ts';
import { ancestry } from '@/lib/domain/classification/edition.ts';
import { type GroupedEntry, groupRows, type RowGrouping } from './group-rows.ts';

interface Line extends Row {
  readonly code: string;
}

const grouping: RowGrouping<Line> = {
  id: 'function',
  pathOf: ({ code }) => ancestry(code),
  isShown: (code, count) => code.length < 7 || count > 1,
  titleOf: (code) => code,
  codeColumn: 'code',
  nameColumn: 'name',
  nameOf: (code) => code,
  inherit: ({ code }) => ({ code }),
};

const lines = (...codes: string[]): Line[] => codes.map((code, index) => ({ key: `r${index}`, position: index, code }));
const NONE = new Set<string>();
const FREE = new Map<string, readonly string[]>();

function shown(entries: readonly GroupedEntry<Line>[]): readonly string[] {
  return entries.map((entry) => {
    const indent = ' '.repeat(entry.level);
    if (entry.kind === 'line') return `${indent}${entry.row.key}`;
    return `${indent}${entry.group.code}×${entry.group.rows.length}${entry.expanded ? '' : '…'}`;
  });
}

describe('groupRows', () => {
  test('puts parents in the order of their codes over rows in the order of their list', () => {
    const rows = lines('2080505', '2010308', '2010308', '2010301');
    expect(shown(groupRows(rows, grouping, NONE, FREE))).toEqual([
      '201×3',
      ' 20103×3',
      '  r3',
      '  2010308×2',
      '   r1',
      '   r2',
      '208×1',
      ' 20805×1',
      '  r0',
    ]);
  });

  test('rows without a code stand last, under nothing', () => {
    expect(shown(groupRows(lines('', '2010301'), grouping, NONE, FREE))).toEqual(['201×1', ' 20103×1', '  r1', 'r0']);
  });

  test('a closed parent hides what is below it and still counts it', () => {
    const rows = lines('2010301', '2080505');
    expect(shown(groupRows(rows, grouping, new Set(['function:201']), FREE))).toEqual([
      '201×1…',
      '208×1',
      ' 20805×1',
      '  r1',
    ]);
  });

  test('a row that is being typed stays where it was; the sums have it already', () => {
    const rows = lines('2010301', '2010301', '2080505');
    const held = new Map<string, readonly string[]>([
      ['r1', []],
      ['r2', ['201', '20103', '2010301']],
    ]);
    expect(shown(groupRows(rows, grouping, NONE, held))).toEqual([
      '201×2',
      ' 20103×2',
      '  2010301×2',
      '   r0',
      '   r2',
      'r1',
    ]);
  });

  test('every row is shown once, whatever its code, and each parent counts the rows of its code', () => {
    const code = fc.constantFrom('', '2', '201', '20103', '2010301', '2010308', '2080505', '2080506');
    fc.assert(
      fc.property(fc.array(code, { maxLength: 30 }), (codes) => {
        const rows = lines(...codes);
        const entries = groupRows(rows, grouping, NONE, FREE);
        const keys = entries.flatMap((entry) => (entry.kind === 'line' ? [entry.row.key] : []));
        expect([...keys].sort()).toEqual(rows.map(({ key }) => key).sort());
        for (const entry of entries) {
          if (entry.kind !== 'group') continue;
          const below = rows.filter((row) => row.code.startsWith(entry.group.code) && ancestry(row.code).length > 0);
          expect(entry.group.rows).toEqual(below.filter((row) => ancestry(row.code).includes(entry.group.code)));
        }
      }),
    );
  });
});
