import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import type { ExpenditureLine } from './budget.ts';
import type { ControlFigure } from './control-figure.ts';
import { controlUse } from './control-use.ts';

function line(economicCode: string, amountFen: bigint | null, fields: Partial<ExpenditureLine> = {}): ExpenditureLine {
  return {
    key: `${economicCode}-${amountFen}`,
    position: 1,
    projectKey: null,
    functionCode: '2010301',
    economicCode,
    source: 'GENERAL_PUBLIC',
    carriedOver: false,
    amountFen,
    note: '',
    ...fields,
  };
}

const figures: readonly ControlFigure[] = [
  { category: 'PERSONNEL', source: 'GENERAL_PUBLIC', amountFen: 1000n },
  { category: 'ROUTINE', source: 'GENERAL_PUBLIC', amountFen: 300n },
  { category: 'PROJECT', source: 'GOVERNMENT_FUND', amountFen: 50n },
];

describe('controlUse', () => {
  it('adds the lines of the categories, without other sources and last year’s money', () => {
    const lines = [
      line('30101', 700n),
      line('30201', 200n),
      line('30201', 9n, { source: 'BUSINESS' }),
      line('30201', 9n, { carriedOver: true }),
      line('30201', null),
      line('', 9n),
      line('30201', 40n, { projectKey: 'p', source: 'GOVERNMENT_FUND' }),
    ];
    expect(controlUse(figures, lines, SAMPLE_EDITION, ['PERSONNEL', 'ROUTINE'])).toEqual({
      controlFen: 1300n,
      enteredFen: 900n,
    });
    expect(controlUse(figures, lines, SAMPLE_EDITION, ['PROJECT'])).toEqual({ controlFen: 50n, enteredFen: 40n });
  });

  it('has no control figure where none was issued', () => {
    expect(controlUse([], [line('30101', 700n)], SAMPLE_EDITION, ['PERSONNEL'])).toEqual({
      controlFen: null,
      enteredFen: 0n,
    });
  });
});
