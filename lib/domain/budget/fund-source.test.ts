import { describe, expect, it } from 'vitest';
import { FISCAL_SOURCES, FUND_SOURCE_LABELS, FUND_SOURCES, fundSourceByName, isFiscalSource } from './fund-source.ts';

describe('fundSourceByName', () => {
  it.each(FUND_SOURCES)('finds %s by its name and by its caption', (source) => {
    const { name, revenueLabel } = FUND_SOURCE_LABELS[source];
    expect(fundSourceByName(name)).toBe(source);
    expect(fundSourceByName(revenueLabel)).toBe(source);
    expect(fundSourceByName(` ${name.slice(0, 2)} ${name.slice(2)}`)).toBe(source);
  });

  it.each([
    ['一般公共预算拨款', 'GENERAL_PUBLIC'],
    ['财政专户管理收入', 'FISCAL_ACCOUNT'],
    ['财政专户管理资金收入', 'FISCAL_ACCOUNT'],
  ])('knows the usual name %s too', (name, source) => expect(fundSourceByName(name)).toBe(source));

  it.each(['', '预算', '上年结转', '社会保险基金预算'])('finds none for %j', (name) => {
    expect(fundSourceByName(name)).toBeUndefined();
  });
});

describe('fiscal sources', () => {
  it('are the first three', () => expect(FUND_SOURCES.filter(isFiscalSource)).toEqual([...FISCAL_SOURCES]));
});
