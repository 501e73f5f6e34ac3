import { beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { createBudget } from './create-budget.ts';
import { readState } from './read-state.ts';

useTestDatabase();

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await database().fiscalYear.create({ data: { year: stage.year + 1 } });
});

async function startNextYear(actor: Actor, unitId: string) {
  const started = await createBudget(actor, { unitId, year: stage.year + 1 });
  if (!started.ok) throw new Error(started.error.code);
  const state = await readState(actor, started.value);
  if (!state.ok) throw new Error(state.error.code);
  return state.value.content;
}

it('begins with 上年数 out of last year’s approved version', async () => {
  const lines = [basicLine(1, 12_345n), { ...basicLine(2, 55n), economicCode: '30217' }];
  const { versionId } = await stageDraft(stage, { expenditure: lines });
  const by = stage.actors.REVIEWER.userId;
  const move = (data: object) => database().budgetVersion.update({ where: { id: versionId }, data });
  await move({ state: 'SUBMITTED', submittedAt: new Date(), submittedById: by });
  await move({ state: 'APPROVED', decidedAt: new Date(), decidedById: by });
  const content = await startNextYear(stage.actors.CLERK, stage.unitId);
  expect(content.priorYear).toMatchObject([{ functionCode: '2010308', amountFen: 12_400n }]);
  expect(content.profile).toMatchObject({ priorThreePublic: { receptionsFen: 55n }, priorOperatingFen: 12_400n });
  expect(content.expenditure).toEqual([]);
});

it('begins empty where last year’s budget was never approved', async () => {
  await stageDraft({ unitId: stage.otherUnitId, year: stage.year }, { expenditure: [basicLine(1)] });
  expect(await startNextYear(stage.strangers.CLERK, stage.otherUnitId)).toEqual(EMPTY_CONTENT);
});
