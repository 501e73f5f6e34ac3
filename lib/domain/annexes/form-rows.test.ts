import { describe, expect, test } from 'vitest';
import type { AnnexField } from './annex-table.ts';
import { formRows } from './form-rows.ts';

const field = (key: string, span?: AnnexField['span']): AnnexField => ({
  key,
  label: key,
  value: { kind: 'text', text: key },
  span,
});
const shape = (fields: readonly AnnexField[], columns: number) =>
  formRows(fields, columns).map((row) => row.map((cell) => `${cell.role}:${cell.field.key}:${cell.colSpan}`));

describe('formRows', () => {
  test('pairs half fields and gives a full field a line of its own', () => {
    expect(shape([field('name'), field('amount', 'half'), field('nature', 'half')], 7)).toEqual([
      ['label:name:1', 'value:name:6'],
      ['label:amount:1', 'value:amount:2', 'label:nature:2', 'value:nature:2'],
    ]);
  });

  test('a half field without a partner takes the whole line', () => {
    expect(shape([field('amount', 'half'), field('goal')], 6)).toEqual([
      ['label:amount:1', 'value:amount:5'],
      ['label:goal:1', 'value:goal:5'],
    ]);
  });

  test.each([4, 5, 6, 7, 9])('every line fills the %i columns', (columns) => {
    const rows = formRows([field('a', 'half'), field('b', 'half'), field('c'), field('d', 'half')], columns);
    for (const row of rows) expect(row.reduce((sum, cell) => sum + cell.colSpan, 0)).toBe(columns);
  });
});
