import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { codePairFault, fundFault, isBasicEconomicCode } from './pair-fault.ts';

describe('codePairFault', () => {
  it('names what a functional code goes with', () => {
    expect(codePairFault(SAMPLE_EDITION, '2080505', '30201')).toBe('2080505一般对应30108 机关事业单位基本养老保险缴费');
  });

  it('names where an economic code stands', () => {
    expect(codePairFault(SAMPLE_EDITION, '2010301', '30108')).toBe(
      '30108一般列在2080505 机关事业单位基本养老保险缴费支出',
    );
  });

  it.each([
    ['2080505', '30108'],
    ['2010301', '30201'],
    ['', '30108'],
    ['2080505', ''],
  ])('has nothing to say of %j and %j', (functionCode, economicCode) => {
    expect(codePairFault(SAMPLE_EDITION, functionCode, economicCode)).toBeNull();
  });
});

describe('isBasicEconomicCode', () => {
  it('refuses classes that annex 3 has no column for', () => {
    expect(isBasicEconomicCode(SAMPLE_EDITION, '30913')).toBe(false);
    expect(isBasicEconomicCode(SAMPLE_EDITION, '30201')).toBe(true);
    expect(isBasicEconomicCode(SAMPLE_EDITION, '39999')).toBe(true);
  });
});

describe('fundFault', () => {
  it('keeps the four budgets apart', () => {
    expect(fundFault(SAMPLE_EDITION, '2120803', 'GENERAL_PUBLIC')).toBe(
      '2120803 城市建设支出是政府性基金预算科目，而资金来源为“一般公共预算”，请改正科目或资金来源。',
    );
    expect(fundFault(SAMPLE_EDITION, '2010301', 'GOVERNMENT_FUND')).toContain('是一般公共预算科目');
    expect(fundFault(SAMPLE_EDITION, '2120803', 'GOVERNMENT_FUND')).toBeNull();
    expect(fundFault(SAMPLE_EDITION, '2010301', 'BUSINESS')).toBeNull();
    expect(fundFault(SAMPLE_EDITION, '', 'GOVERNMENT_FUND')).toBeNull();
  });
});
