import { describe, expect, it } from 'vitest';
import { SAMPLE_UNIT, type SampleProject, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { lastYearAmounts, pastProjects } from './past-project.ts';

const year = (number: number, ...projects: readonly SampleProject[]) => sampleBudget({ projects }, SAMPLE_UNIT, number);

describe('pastProjects', () => {
  it('lists each project once, newest first, with its amount in each year', () => {
    const projects = pastProjects([
      year(
        2021,
        { key: 'a', name: '旧名', lines: [{ projectKey: 'a', amountFen: yuan(1) }] },
        { key: 'x', name: '乙 项目' },
      ),
      year(
        2022,
        { key: 'a', name: '新名', lines: [{ projectKey: 'a', amountFen: yuan(2) }] },
        { key: 'y', name: '乙项目' },
      ),
    ]);
    expect(
      projects.map(({ project, year, years }) => [project.name, year, years.map((one) => [one.year, one.amountFen])]),
    ).toEqual([
      [
        '新名',
        2022,
        [
          [2022, yuan(2)],
          [2021, yuan(1)],
        ],
      ],
      [
        '乙项目',
        2022,
        [
          [2022, 0n],
          [2021, 0n],
        ],
      ],
    ]);
  });

  it('keeps two projects of one name in one year apart', () => {
    const twice = year(2022, { name: '甲' }, { name: '甲' });
    expect(pastProjects([twice])).toHaveLength(2);
    const again = pastProjects([twice, year(2021, { name: '甲' })]);
    expect(again.map(({ years }) => years.length)).toEqual([2, 1]);
  });

  it('has lines and indicators of the newest year', () => {
    const [project] = pastProjects([
      year(2021, { lines: [{}, {}], indicators: [{ level3: '旧' }] }),
      year(2022, { lines: [{ economicCode: '30202' }], indicators: [{ level3: '新' }] }),
    ]);
    expect(project?.year).toBe(2022);
    expect(project?.lines.map(({ economicCode }) => economicCode)).toEqual(['30202']);
    expect(project?.indicators.map(({ level3 }) => level3)).toEqual(['新']);
  });
});

describe('lastYearAmounts', () => {
  it('finds a project by its key, else by its name; a new one has none', () => {
    const before = year(
      2022,
      { name: '甲', lines: [{ amountFen: yuan(5) }] },
      { name: '乙', lines: [{ amountFen: yuan(7) }] },
    );
    const now = year(2023, { name: '改名' }, { key: 'k', name: ' 乙' }, { key: 'n', name: '丁' });
    expect([...lastYearAmounts(now.projects, before)]).toEqual([
      ['309001:project-1', yuan(5)],
      ['k', yuan(7)],
    ]);
  });
});
