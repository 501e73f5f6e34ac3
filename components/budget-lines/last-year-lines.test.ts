import { describe, expect, test } from 'vitest';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { besideAmount, compareColumns, compareTotals } from './compare-columns.ts';
import { lastYearBasic, lastYearCodes, lastYearCosts, lastYearRevenue } from './last-year-lines.ts';

const last = sampleBudget({
  revenue: [{ functionCode: '2010301', amountFen: yuan(10) }],
  basic: [
    { functionCode: '2010301', economicCode: '30101', amountFen: yuan(100) },
    { functionCode: '2010301', economicCode: '30101', amountFen: yuan(20) },
    { functionCode: '2080505', economicCode: '30108', amountFen: yuan(30) },
  ],
  projects: [{ lines: [{ economicCode: '30201', amountFen: yuan(7) }] }],
});
const [line] = last.expenditure;
const [project] = last.projects;
const [income] = last.revenue;
if (!line || !project || !income) throw new Error('the sample has lines');

describe('last year’s lines', () => {
  test('are found by both codes and the source; those of one kind together', () => {
    const basic = lastYearBasic(last);
    expect(basic.amountOf({ ...line, key: 'other', amountFen: null, note: 'x' })).toBe(yuan(120));
    expect(basic.amountOf({ ...line, source: 'OTHER' })).toBeNull();
    expect([basic.amountUnder('201'), basic.amountUnder('30101'), basic.amountUnder('999')]).toEqual([
      yuan(120),
      yuan(120),
      0n,
    ]);
    expect(basic.totalFen).toBe(yuan(150));
    expect(lastYearRevenue(last).amountOf({ ...income, key: 'other' })).toBe(yuan(10));
  });

  test('of a project are those of the one it continues, by key or by name', () => {
    expect(lastYearCosts(last, project).totalFen).toBe(yuan(7));
    expect(lastYearCosts(last, { ...project, key: 'new' }).totalFen).toBe(yuan(7));
    expect(lastYearCosts(last, { ...project, key: 'new', name: '别的项目' }).totalFen).toBe(0n);
  });
});

describe('compareColumns', () => {
  const columns = compareColumns('yuan', lastYearBasic(last));
  const texts = (row: typeof line) => columns.map(({ read }) => read(row));

  test('show last year, the change and its percentage; N/A where last year is nil', () => {
    expect(texts({ ...line, amountFen: yuan(90) })).toEqual(['120.00', '-30.00', '-25.0%']);
    expect(texts({ ...line, economicCode: '30201', amountFen: yuan(5) })).toEqual(['', '5.00', 'N/A']);
  });

  test('a parent counts last year’s lines that are gone', () => {
    const group = { id: 'function:201', code: '201', rows: [{ ...line, amountFen: yuan(60) }] };
    expect(columns.map(({ groupCell }) => groupCell?.(group).text)).toEqual(['120.00', '-60.00', '-50.0%']);
    expect(compareTotals('yuan', lastYearBasic(last), yuan(150))).toEqual({
      priorFen: '150.00',
      changeFen: '0.00',
      changePercent: '持平',
    });
    expect(compareTotals('yuan', null, yuan(150))).toEqual({});
  });

  test('stand after the amount and are no part of a paste', () => {
    const amount = { id: 'amountFen', header: '金额', width: 1, read: () => '' };
    const note = { id: 'note', header: '备注', width: 1, read: () => '' };
    const ids = besideAmount([amount, note], columns).map(({ id }) => id);
    expect(ids).toEqual(['amountFen', 'priorFen', 'changeFen', 'changePercent', 'note']);
    expect(columns.every(({ aside, write }) => aside && !write)).toBe(true);
  });
});

describe('lastYearCodes', () => {
  test('are those of the lines, for an economic code those under the functional one first', () => {
    const codes = lastYearCodes(last, []);
    expect(codes.economic).toEqual(['30101', '30108', '30201']);
    expect(codes.economicUnder('2080505')).toEqual(['30108']);
    expect(codes.economicUnder('2210201')).toEqual(codes.economic);
    expect(codes.functional).toContain('2080505');
  });

  test('come from 上年数 where there is no budget of last year', () => {
    const codes = lastYearCodes(null, [{ key: 'a', position: 1, functionCode: '2010308', amountFen: 1n }]);
    expect(codes.functional).toEqual(['2010308']);
    expect(codes.economicUnder('2010308')).toEqual([]);
  });
});
