import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../result.ts';
import { formatExact, formatForEntry } from './format.ts';
import { MAX_AMOUNT_FEN, type MoneyUnit, parseAmount, parseChange } from './parse.ts';

const anyUnit = fc.constantFrom<MoneyUnit>('yuan', 'wanYuan');
const anyStoredAmount = fc.bigInt({ min: 0n, max: MAX_AMOUNT_FEN });

describe('parseAmount accepts', () => {
  it.each([
    ['12.34', 1_234n],
    ['1200', 120_000n],
    ['0', 0n],
    ['0.00', 0n],
    ['-0', 0n],
    ['.5', 50n],
    ['5.', 500n],
    ['007', 700n],
    ['+8', 800n],
    ['12.340', 1_234n],
    ['１２．５', 1_250n],
    ['12,000.50元', 1_200_050n],
    ['12，000', 1_200_000n],
    ['１２，０００．５０元', 1_200_050n],
    ['￥12,000.50', 1_200_050n],
    ['¥ 12 000.50', 1_200_050n],
    [' 12.5\u00a0\n', 1_250n],
    ['\u200b12.5\ufeff', 1_250n],
    ['3万元', 3_000_000n],
    ['93.76万', 93_760_000n],
    ['0.000001万元', 1n],
    ['99000000000000', MAX_AMOUNT_FEN],
    ['00000000000000000000000000001', 100n],
  ])('%j as yuan', (text, amountFen) => expect(parseAmount(text, 'yuan')).toEqual(ok(amountFen)));

  it.each([
    ['937.6', 937_600_000n],
    ['12.345', 12_345_000n],
    ['0.000001', 1n],
    ['12,000.50元', 1_200_050n],
  ])('%j where 万元 is the unit of entry', (text, amountFen) => {
    expect(parseAmount(text, 'wanYuan')).toEqual(ok(amountFen));
  });

  it.each(['', '  ', '\u3000', '-', '—', '￥'])('%j as blank', (text) =>
    expect(parseAmount(text, 'yuan')).toEqual(ok(null)),
  );
});

describe('parseAmount refuses', () => {
  it.each([
    ['12.345', 'MONEY_TOO_PRECISE'],
    ['0.001', 'MONEY_TOO_PRECISE'],
    ['0.0000001万元', 'MONEY_TOO_PRECISE'],
    ['-5', 'MONEY_NEGATIVE'],
    ['−5', 'MONEY_NEGATIVE'],
    ['－５', 'MONEY_NEGATIVE'],
    ['(5)', 'MONEY_NEGATIVE'],
    ['（5元）', 'MONEY_NEGATIVE'],
    ['-12.345', 'MONEY_NEGATIVE'],
    ['1e9', 'MONEY_SCIENTIFIC_NOTATION'],
    ['1.5E+07', 'MONEY_SCIENTIFIC_NOTATION'],
    ['１ｅ９', 'MONEY_SCIENTIFIC_NOTATION'],
    ['99000000000000.01', 'MONEY_TOO_LARGE'],
    ['99999999999999999999999999', 'MONEY_TOO_LARGE'],
    ['十二', 'MONEY_NOT_A_NUMBER'],
    ['12.5.5', 'MONEY_NOT_A_NUMBER'],
    ['1,20', 'MONEY_NOT_A_NUMBER'],
    ['12,0000', 'MONEY_NOT_A_NUMBER'],
    ['1.5亿', 'MONEY_NOT_A_NUMBER'],
    ['1.5千元', 'MONEY_NOT_A_NUMBER'],
    ['元', 'MONEY_NOT_A_NUMBER'],
    ['.', 'MONEY_NOT_A_NUMBER'],
    ['--5', 'MONEY_NOT_A_NUMBER'],
    ['=1+2', 'MONEY_NOT_A_NUMBER'],
    ['0x10', 'MONEY_NOT_A_NUMBER'],
    ['NaN', 'MONEY_NOT_A_NUMBER'],
    ['Infinity', 'MONEY_NOT_A_NUMBER'],
  ])('%j: %s, and keeps what was typed', (text, code) => {
    expect(parseAmount(text, 'yuan')).toEqual(fail(expect.objectContaining({ code, text })));
  });

  it('says how many decimals the unit allows', () => {
    expect(parseAmount('12.345', 'yuan')).toMatchObject({ error: { maxDecimals: 2 } });
    expect(parseAmount('1.2345678', 'wanYuan')).toMatchObject({ error: { maxDecimals: 6 } });
  });

  it('a megabyte of digits at once', () => {
    expect(parseAmount('9'.repeat(1_000_000), 'yuan')).toMatchObject({ error: { code: 'MONEY_TOO_LARGE' } });
    expect(parseAmount(`${'1,'.repeat(500_000)}x`, 'yuan')).toMatchObject({ error: { code: 'MONEY_NOT_A_NUMBER' } });
  });
});

describe('parse ∘ format is the identity', () => {
  it('for the exact text', () => {
    fc.assert(
      fc.property(anyStoredAmount, anyUnit, (amountFen, unit) => {
        expect(parseAmount(formatExact(amountFen, unit), unit)).toEqual(ok(amountFen));
      }),
    );
  });

  it('for the text on an entry screen', () => {
    fc.assert(
      fc.property(anyStoredAmount, anyUnit, (amountFen, unit) => {
        expect(parseAmount(formatForEntry(amountFen, unit), unit)).toEqual(ok(amountFen));
      }),
    );
    expect(parseAmount(formatForEntry(null, 'yuan'), 'yuan')).toEqual(ok(null));
  });

  it('with the suffix of the unit, whatever the unit of entry', () => {
    fc.assert(
      fc.property(anyStoredAmount, anyUnit, (amountFen, entryUnit) => {
        expect(parseAmount(`${formatExact(amountFen, 'wanYuan')}万元`, entryUnit)).toEqual(ok(amountFen));
        expect(parseAmount(`${formatExact(amountFen, 'yuan')}元`, entryUnit)).toEqual(ok(amountFen));
      }),
    );
  });
});

describe('any text', () => {
  it('is read or refused, never a wrong kind of amount', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyUnit, (text, unit) => {
        const result = parseAmount(text, unit);
        if (!result.ok) expect(result.error.text).toBe(text);
        else if (result.value !== null) expect(result.value >= 0n && result.value <= MAX_AMOUNT_FEN).toBe(true);
      }),
    );
  });
});

describe('parseChange', () => {
  it.each([
    ['-30', -3_000n],
    ['−1,234.5', -123_450n],
    ['(12)', -1_200n],
    ['+5', 500n],
    ['减少14.21万元', -14_210_000n],
    ['增加 3 万', 3_000_000n],
    ['０', 0n],
    ['', null],
    ['-', null],
  ])('reads %s', (text, amountFen) => {
    expect(parseChange(text, 'yuan')).toEqual({ ok: true, value: amountFen });
  });

  it.each([
    ['--3', 'MONEY_NEGATIVE'],
    ['三千', 'MONEY_NOT_A_NUMBER'],
    ['-1.234', 'MONEY_TOO_PRECISE'],
  ])('refuses %s, told as it was typed', (text, code) => {
    expect(parseChange(text, 'yuan')).toMatchObject({ ok: false, error: { code, text } });
  });

  it('reads back what is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_AMOUNT_FEN, max: MAX_AMOUNT_FEN }), (amountFen) => {
        for (const unit of ['yuan', 'wanYuan'] as const) {
          expect(parseChange(formatForEntry(amountFen, unit), unit)).toEqual({ ok: true, value: amountFen });
        }
      }),
    );
  });
});
