import { describe, expect, it } from 'vitest';
import { balanceOf, controlUse } from '@/lib/domain/budget/control-balance.ts';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { controlFigures, projectOverviews } from './project-overview.ts';

const budget = sampleBudget({
  basic: [{ economicCode: '30201', amountFen: yuan(999) }],
  projects: [
    { lines: [{ amountFen: yuan(300) }, { amountFen: yuan(40), carriedOver: true }] },
    { lines: [{ amountFen: yuan(200) }, { amountFen: yuan(7), source: 'BUSINESS' }] },
  ],
});

/** As the page 项目支出 shows them for a figure that was issued. */
function shown(issuedFen: bigint | null) {
  const totalFen = sumFen(projectOverviews(budget, null).map(({ amountFen }) => amountFen));
  const issued =
    issuedFen === null
      ? []
      : [{ category: 'PROJECT', item: '', source: 'GENERAL_PUBLIC', amountFen: issuedFen } as const];
  const use = controlUse(balanceOf(budget, SAMPLE_EDITION, issued), ['PROJECT']);
  return controlFigures(use, totalFen).map(({ label, amountFen, tone }) => ({ label, amountFen, tone }));
}

describe('controlFigures', () => {
  it('sets all projects together against the figure, without other sources and last year’s money', () => {
    expect(shown(yuan(800))).toEqual([
      { label: '控制数', amountFen: yuan(800), tone: undefined },
      { label: '计入控制数', amountFen: yuan(500), tone: undefined },
      { label: '余', amountFen: yuan(300), tone: undefined },
    ]);
  });

  it('says how much is too much', () => {
    expect(shown(yuan(450)).at(-1)).toEqual({ label: '超', amountFen: yuan(50), tone: 'bad' });
    expect(shown(yuan(500)).at(-1)).toEqual({ label: '余', amountFen: 0n, tone: undefined });
  });

  it('does not repeat the total where all of it counts', () => {
    const labels = controlFigures({ controlFen: 10n, enteredFen: 4n }, 4n).map(({ label }) => label);
    expect(labels).toEqual(['控制数', '余']);
  });

  it('shows nothing where no figure was issued', () => {
    expect(shown(null)).toEqual([]);
  });
});
