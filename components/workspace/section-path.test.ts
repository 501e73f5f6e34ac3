import { describe, expect, test } from 'vitest';
import type { Place } from '@/lib/domain/checks/finding.ts';
import { sampleBudget } from '@/lib/domain/fixtures/sample-budget.ts';
import { pathOfPlace, sectionOf } from './section-path.ts';

const budget = sampleBudget({ basic: [{}], projects: [{ lines: [{}], indicators: [{}] }] });
const path = (place: Place) => pathOfPlace('b', place, budget);
const line = budget.expenditure.find(({ projectKey }) => projectKey !== null);
const indicator = budget.indicators[0];
const project = budget.projects[0];

describe('pathOfPlace', () => {
  test('a row stands on the page of its section, what belongs to a project on the project’s page', () => {
    const row = { kind: 'row', section: 'basic', collection: 'expenditure', key: '309001:basic-1' } as const;
    expect(path(row)).toBe('/budgets/b/basic-expenditure');
    for (const [collection, key] of [
      ['expenditure', line?.key],
      ['indicators', indicator?.key],
      ['projects', project?.key],
    ] as const) {
      expect(path({ kind: 'row', section: 'projects', collection, key: key ?? '' })).toBe(
        `/budgets/b/projects/${project?.key}`,
      );
    }
  });

  test('last year’s figures of the profile stand on 上年数', () => {
    expect(path({ kind: 'profile', field: 'priorThreePublic.receptionsFen' })).toBe('/budgets/b/prior-year');
    expect(path({ kind: 'profile', field: 'narrative.changeReason' })).toBe('/budgets/b/narrative');
  });

  test('a figure of an annex leads to the preview', () => {
    expect(path({ kind: 'annex', annex: '12-1' })).toBe('/budgets/b/annexes?annex=12-1');
    expect(sectionOf({ kind: 'annex', annex: '1' })).toBeNull();
  });
});
