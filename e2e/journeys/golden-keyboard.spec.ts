import { type DemonstrationBudget, type DemonstrationProject, demonstrationBudget } from '../fixtures/demonstration.ts';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expectPublished, expectSamePrint } from '../fixtures/published-annexes.ts';
import { expect, test } from '../fixtures/test.ts';
import { priorFigures, projectChoices, projectFields, unitFacts } from '../pages/budget-forms.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { Keyboard } from '../pages/keyboard.ts';

test('the published budget is drafted by keyboard alone, and its annexes come out as published', async ({
  signedIn,
  office,
}) => {
  test.slow(); // thousands of keys
  const budget = await demonstrationBudget();
  const { budgetId, unitCode } = await emptyDraftBeside(office, budget.unit);
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${budgetId}/revenue`));
  const keyboard = new Keyboard(draft.page);

  await test.step('revenue and basic expenditure', () => typeLines(draft, keyboard, budget));
  for (const project of budget.projects) {
    await test.step(`project ${project.name}`, () => typeProject(draft, keyboard, project));
  }
  await test.step('performance of the whole unit', () => typePerformance(draft, keyboard, budget));
  await test.step('procurement, of which nothing is planned', async () => {
    await keyboard.open('政府采购');
    await keyboard.addRows(draft.grid('政府采购'), []);
  });
  await test.step('last year', () => typePriorYear(draft, keyboard, budget));
  await test.step('facts and words', async () => {
    await keyboard.open('单位情况与说明文字');
    await keyboard.fillAll(unitFacts(draft.page, budget));
  });
  await draft.expectSaved();
  await expectPublished(draft.page, budgetId, unitCode);
  await expectSamePrint(draft.page, [budgetId, office.budgetId], [unitCode, office.unitCode]);
});

async function typeLines(draft: DraftPage, keyboard: Keyboard, { revenue, basic }: DemonstrationBudget): Promise<void> {
  /* 资金来源 and 上年结转 are right as they begin. */
  await keyboard.addRows(
    draft.grid('收入'),
    revenue.map(({ functionCode, amountYuan }) => [null, null, functionCode, String(amountYuan)]),
  );
  await keyboard.open('基本支出');
  await keyboard.addRows(
    draft.grid('基本支出'),
    basic.map((line) => [line.functionCode, line.economicCode, null, null, String(line.amountYuan)]),
  );
}

async function typeProject(draft: DraftPage, keyboard: Keyboard, project: DemonstrationProject): Promise<void> {
  const { page } = draft;
  const [name, code, ...texts] = projectFields(page, project);
  await keyboard.open('项目支出');
  await keyboard.activate(page.getByRole('button', { name: '＋ 新增项目' }));
  await expect(page.getByLabel('项目名称')).toBeFocused();
  await keyboard.fillAll([name, code].filter((field) => field !== undefined));
  for (const [list, word] of projectChoices(page, project)) await keyboard.choose(list, word);
  await keyboard.fillAll(texts);
  await keyboard.addRows(
    draft.grid('支出明细'),
    project.lines.map(({ economicCode, amountYuan }) => [economicCode, null, null, String(amountYuan)]),
  );
  await keyboard.addRows(
    draft.grid('绩效指标'),
    project.indicators.map(({ level1, level2, level3, operator, value, unit, weight }) => {
      return [level1, level2, level3, operator, value, unit, String(weight)];
    }),
  );
}

async function typePerformance(draft: DraftPage, keyboard: Keyboard, budget: DemonstrationBudget): Promise<void> {
  const { goals, indicators } = budget.overallPerformance;
  await keyboard.open('绩效目标');
  for (const [index, goal] of goals.entries()) {
    await keyboard.activate(draft.page.getByRole('button', { name: '＋ 新增目标' }));
    await keyboard.tabTo(draft.page.getByRole('textbox', { name: `目标 ${index + 1}` }), 'Shift+Tab');
    await keyboard.type(goal);
  }
  await keyboard.addRows(
    draft.grid('整体绩效指标'),
    indicators.map(({ name, type, nature, value, unit, weight }) => [name, type, nature, value, unit, String(weight)]),
  );
}

async function typePriorYear(draft: DraftPage, keyboard: Keyboard, budget: DemonstrationBudget): Promise<void> {
  await keyboard.open('上年数');
  await keyboard.addRows(
    draft.grid('上年数'),
    budget.priorYear.byFunction.map(({ functionCode, amountYuan }) => [functionCode, String(amountYuan)]),
  );
  await keyboard.fillAll(priorFigures(draft.page, budget));
}
