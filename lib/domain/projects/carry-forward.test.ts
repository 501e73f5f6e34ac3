import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { applyChanges, deleteProjectChanges, invertChanges } from '../budget/changes.ts';
import { SAMPLE_UNIT, type SampleProject, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { carryForwardProjects } from './carry-forward.ts';
import { pastProjects } from './past-project.ts';

const COST = { level1: '成本指标', level2: '经济成本指标', unitOfMeasure: '万元' } as const;

function lastYear(...projects: readonly SampleProject[]): Budget {
  return sampleBudget({ projects }, SAMPLE_UNIT, 2022);
}

function carry(past: Budget, budget = sampleBudget(), force = false) {
  let made = 0;
  const newKey = () => `made-${++made}`;
  const carried = carryForwardProjects(pastProjects([past]), { budget, edition: SAMPLE_EDITION, newKey, force });
  return { ...carried, after: applyChanges(budget, carried.changes) };
}

describe('carryForwardProjects', () => {
  it('keeps codes, sources, targets and keys, and clears what money decides', () => {
    const { after, carried } = carry(
      lastYear({
        name: '系统运维',
        start: '2022年1月',
        duration: '2022年12月',
        lines: [{ economicCode: '30201', amountFen: yuan(100), note: '线路' }],
        indicators: [{ targetValue: '12' }, { ...COST, level3: '运维费', targetValue: '0.01' }],
      }),
    );
    expect(carried).toHaveLength(1);
    expect(after.projects).toMatchObject([{ key: '309001:project-1', start: '2023年1月', duration: '2023年12月' }]);
    expect(after.expenditure).toMatchObject([
      {
        key: '309001:project-1-line-1',
        projectKey: '309001:project-1',
        economicCode: '30201',
        amountFen: null,
        note: '线路',
      },
    ]);
    expect(after.indicators.map(({ targetValue, weight }) => [targetValue, weight])).toEqual([
      ['12', 10],
      ['', 10],
    ]);
  });

  it('leaves out one-off projects, ended ones and those there already, unless it is told to take them', () => {
    const past = lastYear(
      { name: '购置设备', nature: 'ONE_OFF' },
      { name: '三年行动', nature: 'CONTINUING', start: '2020年', duration: '3年' },
      { name: '五年行动', nature: 'CONTINUING', start: '2020年', duration: '5年' },
      { name: '信访 工作专项' },
    );
    const budget = sampleBudget({ projects: [{ key: 'own', name: '信访工作专项' }] });
    const plain = carry(past, budget);
    expect(plain.carried.map(({ name, start }) => [name, start])).toEqual([['五年行动', '2020年']]);
    expect(plain.skipped.map(({ project, reason }) => [project.name, reason])).toEqual([
      ['购置设备', 'ONE_OFF'],
      ['三年行动', 'ENDED'],
      ['信访 工作专项', 'PRESENT'],
    ]);
    const forced = carry(past, budget, true);
    expect(forced.carried.map(({ name }) => name)).toEqual(['购置设备', '三年行动', '五年行动']);
    expect(forced.skipped).toHaveLength(1);
  });

  it('makes new keys for parts whose own are taken', () => {
    const past = lastYear({ name: '甲', lines: [{ amountFen: yuan(1) }], indicators: [{}] });
    const renamed = {
      ...past,
      year: 2023,
      projects: past.projects.map((project) => ({ ...project, key: 'other', name: '乙' })),
    };
    const budget = {
      ...renamed,
      expenditure: renamed.expenditure.map((line) => ({ ...line, projectKey: 'other' })),
      indicators: renamed.indicators.map((indicator) => ({ ...indicator, projectKey: 'other' })),
    };
    const { after } = carry(past, budget);
    expect(after.projects.map(({ key }) => key)).toEqual(['other', '309001:project-1']);
    expect(after.expenditure.map(({ key, projectKey }) => [key, projectKey])).toEqual([
      ['309001:project-1-line-1', 'other'],
      ['made-1', '309001:project-1'],
    ]);
    expect(after.indicators[1]?.key).toBe('made-2');
  });

  it('brings lines that differ by the money alone down to one, of this year’s money', () => {
    const lines = [{ amountFen: yuan(1) }, { amountFen: yuan(2), carriedOver: true }, { source: 'OTHER' as const }];
    const { after } = carry(lastYear({ lines }));
    expect(after.expenditure.map(({ source, carriedOver }) => [source, carriedOver])).toEqual([
      ['GENERAL_PUBLIC', false],
      ['OTHER', false],
    ]);
  });

  it('maps codes by the succession map and lists what changed', () => {
    const edition = {
      ...SAMPLE_EDITION,
      successions: [{ oldCode: '2010399', newCodes: ['2010308'], from: '2023-01-01', unverified: false }],
    };
    const past = pastProjects([lastYear({ functionCode: '2010399', lines: [{ economicCode: '39999' }] })]);
    const { carried, moves } = carryForwardProjects(past, { budget: sampleBudget(), edition, newKey: () => 'made' });
    expect(carried[0]?.functionCode).toBe('2010308');
    expect(moves).toEqual([
      { classification: 'functional', oldCode: '2010399', newCodes: ['2010308'] },
      { classification: 'economic', oldCode: '39999', newCodes: [] },
    ]);
  });

  it('is one step that can be taken back, and taken again after a deletion', () => {
    const nature = fc.constantFrom('RECURRING' as const, 'ONE_OFF' as const, 'CONTINUING' as const);
    const sample = fc.record({
      name: fc.constantFrom('甲', '乙', '丙'),
      nature,
      lines: fc.array(fc.constant({}), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 5 }), fc.array(sample, { maxLength: 3 }), (before, own) => {
        const past = lastYear(...before);
        const budget = sampleBudget({ projects: own });
        const { changes, after, carried, skipped } = carry(past, budget);
        expect(carried.length + skipped.length).toBe(past.projects.length);
        expect(applyChanges(after, invertChanges(budget, changes))).toEqual(budget);
        expect(carry(past, after).carried).toEqual([]);
        const keys = [...after.projects, ...after.expenditure, ...after.indicators].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const emptied = carried.reduce((rest, { key }) => applyChanges(rest, deleteProjectChanges(rest, key)), after);
        expect(emptied).toEqual(budget);
      }),
    );
  });
});
