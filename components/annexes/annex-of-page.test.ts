import { describe, expect, it } from 'vitest';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { annexOfPage, keptChoice } from './annex-of-page.ts';

const CHONGQING = annexSetById('chongqing');
const IDS = ['narrative', '1', '2', '3', '6', '7', '9', '10', '11', '12-1', '12-2'];
const PROJECTS = ['p1', 'p2', 'p3'];
const at = (page: string, chosen = {}) => annexOfPage(`/budgets/b/${page}`, PROJECTS, chosen, IDS, CHONGQING);

describe('the annex of a page', () => {
  it('is the one that prints what the page is about', () => {
    expect(
      ['revenue', 'basic-expenditure', 'projects', 'procurement', 'prior-year', 'narrative'].map((p) => at(p)),
    ).toEqual(['6', '3', '10', '9', '2', 'narrative']);
  });

  it('is the sheet of the project that is open, and the narrative where there is none yet', () => {
    expect(at('projects/p2')).toBe('12-2');
    expect(at('projects/p3')).toBe('narrative');
  });

  it('is what was chosen on the page before, as long as there is such an annex', () => {
    expect(at('revenue', { revenue: '7' })).toBe('7');
    expect(at('revenue', { revenue: '99' })).toBe('narrative');
  });

  it('of a project stays its own sheet when that is chosen on another one', () => {
    const [page, annex] = keptChoice('/budgets/b/projects/p1', '12-1', CHONGQING);
    expect(at('projects/p2', { [page]: annex })).toBe('12-2');
    const [other, ten] = keptChoice('/budgets/b/projects/p1', '10', CHONGQING);
    expect(at('projects/p2', { [other]: ten })).toBe('10');
  });

  it('follows the set of the year', () => {
    const shanghai = annexSetById('shanghai');
    const ids = ['narrative', ...shanghai.annexes.map(({ id }) => id)];
    const of = (page: string) => annexOfPage(`/budgets/b/${page}`, PROJECTS, {}, ids, shanghai);
    const pages = ['revenue', 'basic-expenditure', 'projects', 'projects/p2', 'performance', 'procurement', 'reasons'];
    expect(pages.map(of)).toEqual(['1', '8', '3', '3', 'narrative', 'narrative', '5']);
  });
});
