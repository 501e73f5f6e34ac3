import { describe, expect, it } from 'vitest';
import { printed, sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { annexSetById } from './annex-sets.ts';
import type { AnnexSet } from './definition.ts';

/** A set as another province might prescribe it: in 元, other numbers, other columns; nothing but data. */
const IN_YUAN: AnnexSet = {
  id: 'in-yuan',
  name: '以元为单位的公开表',
  unit: 'yuan',
  number: '表{annex}',
  roundingNote: '',
  rounding: 'EACH_CELL',
  annexes: [
    {
      id: '5',
      rule: 'codeTree',
      classification: 'functional',
      totalLabel: '合计',
      title: '{year}年{departmentName}支出功能分类预算表',
      style: 'fixed',
      orientation: 'portrait',
      columns: [
        { key: 'code', label: '编码', width: 1, prints: 'code', content: 'code' },
        { key: 'own', label: '单位资金', width: 1, sums: { books: ['EXPENDITURE'], sources: ['BUSINESS', 'OTHER'] } },
        { key: 'fiscal', label: '财政拨款', width: 1, sums: { books: ['EXPENDITURE'], sources: ['GENERAL_PUBLIC'] } },
      ],
    },
  ],
};

describe("another province's set", () => {
  const budget = sampleBudget({
    basic: [{ amountFen: 1234n }, { amountFen: yuan(7), source: 'OTHER' }, { amountFen: 1n, source: 'BUSINESS' }],
  });
  const annexes = sampleAnnexes([budget], { annexSet: IN_YUAN });

  it('is a new list of definitions', () => {
    expect([...annexes.keys()]).toEqual(['5']);
    expect(tableOf(annexes, '5')).toMatchObject({ number: '表5', title: '2023年信访办支出功能分类预算表', unit: '元' });
  });

  it('prints exact yuan and thus has no rounding differences', () => {
    expect(printed(annexes, '5', ['code', 'own', 'fiscal']).at(-1)).toEqual(['2010308', '7.01', '12.34']);
    expect(tableOf(annexes, '5').roundingDifferences).toEqual([]);
  });
});

describe('annexSetById', () => {
  it('knows the set of Chongqing and refuses what it does not know', () => {
    expect(annexSetById('chongqing').annexes.map(({ id }) => id)).toHaveLength(12);
    expect(() => annexSetById('atlantis')).toThrow(RangeError);
  });
});
