import { describe, expect, it } from 'vitest';
import { readByCode } from './paste-by-code.ts';

const SHEET = {
  units: [
    { unitId: 'u1', unitCode: '309001', unitName: '甲' },
    { unitId: 'u2', unitCode: '309002', unitName: '乙' },
  ],
  source: 'GENERAL_PUBLIC',
  unit: 'yuan',
} as const;

const read = (...lines: string[]) =>
  readByCode(
    lines.map((line) => line.split('\t')),
    SHEET,
  );
const figuresOf = (...lines: string[]) =>
  read(...lines)?.figures.map(({ unitId, category, amountFen }) => [unitId, category, amountFen]);

describe('a paste with codes of units', () => {
  it('goes to the units it names, in whatever order', () => {
    expect(figuresOf('309002\t乙\t1\t2\t3', '309001\t甲\t4')).toEqual([
      ['u2', 'PERSONNEL', 100n],
      ['u2', 'ROUTINE', 200n],
      ['u2', 'PROJECT', 300n],
      ['u1', 'PERSONNEL', 400n],
    ]);
    expect(figuresOf('309001\t5')).toEqual([['u1', 'PERSONNEL', 500n]]);
  });

  it('knows a column of names by any line that has one, whatever is missing from the others', () => {
    expect(figuresOf('000\t丙\t1', '309001\t\t9,000,000')).toEqual([['u1', 'PERSONNEL', 900_000_000n]]);
    expect(figuresOf('309001\t\t9')).toEqual([
      ['u1', 'PERSONNEL', null],
      ['u1', 'ROUTINE', 900n],
    ]);
  });

  it('follows a heading', () => {
    expect(figuresOf('单位编码\t单位\t项目支出（元）', '309001\t甲\t7')).toEqual([['u1', 'PROJECT', 700n]]);
  });

  it('reports every line and cell it cannot take', () => {
    const faults = read('309001\t甲\t多\t2\t3\t9', '999\t丙\t1', '309001\t甲\t1')?.faults ?? [];
    expect(faults.map(({ address, found }) => [address, found])).toEqual([
      ['第 1 行', '多'],
      ['第 1 行', '9'],
      ['第 2 行', '999'],
      ['第 3 行', '309001'],
    ]);
  });

  it('leaves other blocks to the cells where they are pasted', () => {
    expect(read('1\t2', '3\t4')).toBeNull();
    expect(read('309001')).toBeNull();
  });
});
