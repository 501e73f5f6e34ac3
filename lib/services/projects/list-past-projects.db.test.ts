import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { insertContent, type VersionContent } from '@/lib/db/content-repository.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { listPastProjects } from './list-past-projects.ts';

useTestDatabase();

const YEARS = [2020, 2021, 2022, 2023];
let stage: Stage;
let key: string;

beforeAll(async () => {
  stage = await setStage();
  await database().fiscalYear.createMany({
    data: YEARS.filter((year) => year !== stage.year).map((year) => ({ year })),
  });
  key = randomUUID();
  await approved(2020, named('信访救助', 100n));
  await approved(2022, named('信访救助', 250n), named('信访救助', 300n));
  await stageDraft({ unitId: stage.unitId, year: 2021 }, named('没有批复的项目', 1n));
  await stageDraft({ unitId: stage.unitId, year: 2023 }, named('本年项目', 1n));
  await approved(2022, { ...named('别的单位的项目', 7n, randomUUID()) }, undefined, stage.otherUnitId);
});

/** A project with a line, an indicator, and a basic line beside it. */
function named(name: string, amountFen: bigint, projectKey = key): Partial<VersionContent> {
  const { projects, indicators } = fullContent();
  return {
    projects: projects.map((project) => ({ ...project, key: projectKey, name })),
    indicators: indicators.map((indicator) => ({ ...indicator, projectKey })),
    expenditure: [basicLine(1, 999n), { ...basicLine(2, amountFen), projectKey, functionCode: '' }],
  };
}

/** An approved version, and a second one that changed it where `adjusted` is given. */
async function approved(
  year: number,
  content: Partial<VersionContent>,
  adjusted?: Partial<VersionContent>,
  unitId = stage.unitId,
): Promise<void> {
  const { budgetId, versionId } = await stageDraft({ unitId, year }, content);
  await decide(versionId);
  if (!adjusted) return;
  const second = await database().budgetVersion.create({ data: { budgetId, number: 2 } });
  await insertContent(database(), second.id, { ...EMPTY_CONTENT, ...adjusted });
  await decide(second.id);
}

async function decide(versionId: string): Promise<void> {
  const by = stage.actors.REVIEWER.userId;
  const move = (data: object) => database().budgetVersion.update({ where: { id: versionId }, data });
  await move({ state: 'SUBMITTED', submittedAt: new Date(), submittedById: by });
  await move({ state: 'APPROVED', decidedAt: new Date(), decidedById: by });
}

const list = async (actor = stage.actors.CLERK, unitId = stage.unitId, beforeYear = 2023) => {
  const listed = await listPastProjects(actor, { unitId, beforeYear });
  return listed.ok ? listed.value : listed.error;
};

describe('listPastProjects', () => {
  it('lists what was approved in earlier years, each year as its newest version has it', async () => {
    expect(await list()).toMatchObject([
      {
        year: 2022,
        project: { key, name: '信访救助', nature: 'RECURRING' },
        lines: [{ amountFen: 300n, economicCode: '30201' }],
        indicators: [{ level3: '办理件数', comparison: '>=' }],
        years: [
          { year: 2022, amountFen: 300n },
          { year: 2020, amountFen: 100n },
        ],
      },
    ]);
  });

  it('leaves out the drafted year and later ones', async () => {
    expect(await list(stage.actors.CLERK, stage.unitId, 2022)).toMatchObject([{ year: 2020, years: [{ year: 2020 }] }]);
    expect(await list(stage.actors.CLERK, stage.unitId, 2020)).toEqual([]);
  });

  it('never shows another unit’s projects', async () => {
    expect(await list(stage.strangers.CLERK)).toEqual({ code: 'FORBIDDEN' });
    expect(await list(stage.actors.CLERK, stage.otherUnitId)).toEqual({ code: 'FORBIDDEN' });
    const own = await list(stage.strangers.CLERK, stage.otherUnitId);
    expect(own).toMatchObject([{ project: { name: '别的单位的项目' } }]);
    expect(JSON.stringify(own, (_name, value) => String(value))).not.toContain('信访救助');
  });

  it('knows no unit that is not there, and is nothing to the administrator', async () => {
    expect(await list(stage.actors.BUDGET_OFFICE, randomUUID())).toEqual({ code: 'NOT_FOUND' });
    expect(await list(stage.actors.ADMIN)).toEqual({ code: 'FORBIDDEN' });
  });
});
