import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from './fen.ts';
import {
  formatAnnexAmount,
  formatCentiWanYuan,
  formatExact,
  formatForEntry,
  formatWanYuan,
  roundToCentiWanYuan,
} from './format.ts';

const anyFen = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });

describe('roundToCentiWanYuan', () => {
  it.each([
    [0n, 0n],
    [4_999n, 0n],
    [5_000n, 1n],
    [14_999n, 1n],
    [15_000n, 2n],
    [-4_999n, 0n],
    [-5_000n, -1n],
    [937_600_000n, 93_760n],
  ])('rounds %i fen to %i hundredths of 万元, halves away from nought', (amountFen, expected) => {
    expect(roundToCentiWanYuan(amountFen)).toBe(expected);
  });

  it('is never off by more than half of a hundredth', () => {
    fc.assert(
      fc.property(anyFen, (amountFen) => {
        const error = roundToCentiWanYuan(amountFen) * 10_000n - amountFen;
        expect(error >= -5_000n && error <= 5_000n).toBe(true);
      }),
    );
  });

  it('differs between the sum and the sum of the rounded, which is why only sums are rounded', () => {
    const parts = [4_900n, 4_900n];
    expect(roundToCentiWanYuan(sumFen(parts))).toBe(1n);
    expect(sumFen(parts.map(roundToCentiWanYuan))).toBe(0n);
  });
});

describe('published figures', () => {
  it.each([
    [937_600_000n, '937.60', '937.6'],
    [319_000_000n, '319.00', '319'],
    [18_500_000n, '18.50', '18.5'],
    [100_000_000n, '100.00', '100'],
    [1_040_000n, '1.04', '1.04'],
    [4_999n, '0.00', '0'],
    [-142_100_000n, '-142.10', '-142.1'],
  ])('%i fen is %s, trimmed %s', (amountFen, fixed, trimmed) => {
    expect(formatWanYuan(amountFen, 'fixed')).toBe(fixed);
    expect(formatWanYuan(amountFen, 'trimmed')).toBe(trimmed);
  });

  it('writes an exact nought of an annex blank, a rounded one not', () => {
    expect(formatAnnexAmount(0n, 'fixed')).toBeNull();
    expect(formatAnnexAmount(0n, 'trimmed')).toBeNull();
    expect(formatAnnexAmount(1n, 'fixed')).toBe('0.00');
    expect(formatAnnexAmount(1n, 'trimmed')).toBe('0');
  });

  it('rounds nothing in 元', () => {
    expect(formatAnnexAmount(1n, 'fixed', 'yuan')).toBe('0.01');
    expect(formatAnnexAmount(1_234_500n, 'trimmed', 'yuan')).toBe('12345');
    expect(formatAnnexAmount(0n, 'fixed', 'yuan')).toBeNull();
  });

  it('keeps whole tens when zeros are trimmed', () => {
    expect(formatCentiWanYuan(1_000_000n, 'trimmed')).toBe('10000');
  });
});

describe('formatExact', () => {
  it.each([
    [4_097_840_012n, '40978400.12', '4097.840012'],
    [100n, '1', '0.0001'],
    [105n, '1.05', '0.000105'],
    [0n, '0', '0'],
    [-105n, '-1.05', '-0.000105'],
  ])('writes %i fen as %s yuan and %s 万元', (amountFen, yuan, wanYuan) => {
    expect(formatExact(amountFen, 'yuan')).toBe(yuan);
    expect(formatExact(amountFen, 'wanYuan')).toBe(wanYuan);
  });
});

describe('formatForEntry', () => {
  it.each([
    [4_097_840_012n, '40,978,400.12', '4,097.840012'],
    [120_000n, '1,200.00', '0.12'],
    [0n, '0.00', '0.00'],
    [100_000_000n, '1,000,000.00', '100.00'],
    [-120_000n, '-1,200.00', '-0.12'],
  ])('shows %i fen as %s yuan and %s 万元', (amountFen, yuan, wanYuan) => {
    expect(formatForEntry(amountFen, 'yuan')).toBe(yuan);
    expect(formatForEntry(amountFen, 'wanYuan')).toBe(wanYuan);
  });

  it('shows blank for an amount that was not entered', () => expect(formatForEntry(null, 'yuan')).toBe(''));
});

describe('sumFen', () => {
  it('adds exactly what floats cannot, blanks being nought', () => {
    expect(sumFen([9_007_199_254_740_993n, 1n, null])).toBe(9_007_199_254_740_994n);
    expect(sumFen([])).toBe(0n);
  });
});
