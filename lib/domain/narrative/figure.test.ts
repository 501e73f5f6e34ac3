import { describe, expect, it } from 'vitest';
import { amountFigure, changeFigure, countFigure, labelFigure, percentFigure, signOf } from './figure.ts';

describe('changeFigure', () => {
  it('subtracts what is printed', () => {
    expect(changeFigure(9_376_000_00n, 9_518_100_00n)).toEqual({
      kind: 'amount',
      amountFen: -142_100_00n,
      text: '14.21',
    });
  });

  it('is nought where both print the same', () => {
    expect(changeFigure(10_049_00n, 9_951_00n)).toMatchObject({ amountFen: 0n, text: '0' });
  });
});

describe('percentFigure', () => {
  it.each([
    [212_800_00n, 100_000_00n, '112.8'],
    [50_000_00n, 100_000_00n, '50'],
    [0n, 100_000_00n, '100'],
  ])('%s on %s is %s', (now, before, text) => expect(percentFigure(now, before)).toMatchObject({ text }));

  it('has no base of nil', () => expect(percentFigure(1n, 0n)).toBeNull());
});

describe('signOf', () => {
  it('is of amounts and counts alone', () => {
    expect([amountFigure(-1n), amountFigure(0n), countFigure(2), labelFigure('2023'), undefined].map(signOf)).toEqual([
      -1,
      0,
      1,
      null,
      null,
    ]);
  });
});
