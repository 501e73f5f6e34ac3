import { type DemonstrationBudget, type DemonstrationProject, demonstrationBudget } from '../fixtures/demonstration.ts';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expectPublished, expectSamePrint } from '../fixtures/published-annexes.ts';
import { test } from '../fixtures/test.ts';
import { type FilledField, priorFigures, projectChoices, projectFields, unitFacts } from '../pages/budget-forms.ts';
import { DraftPage } from '../pages/draft-page.ts';
import type { Grid } from '../pages/grid.ts';

const SOURCE = '一般公共预算';

/** Cells as Excel puts them on the clipboard: tabs, line ends of Windows, quotes around a text of several lines. */
function excelText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => `${cells.map(cell).join('\t')}\r\n`).join('');
}

/** A number in Excel's accounting format, which leaves room for a bracket behind it. */
function accounted(amountYuan: number): string {
  return ` ${amountYuan.toLocaleString('en-US', { minimumFractionDigits: 2 })} `;
}

test('the published budget is pasted as Excel gives it, and its annexes come out as published', async ({
  signedIn,
  office,
}) => {
  const budget = await demonstrationBudget();
  const { budgetId, unitCode } = await emptyDraftBeside(office, budget.unit);
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${budgetId}/revenue`));

  await test.step('revenue and basic expenditure', () => pasteLines(draft, budget));
  for (const project of budget.projects) {
    await test.step(`project ${project.name}`, () => pasteProject(draft, project));
  }
  await test.step('performance of the whole unit', () => pastePerformance(draft, budget));
  await test.step('last year', () => pastePriorYear(draft, budget));
  await test.step('facts and words', async () => {
    await draft.open('单位情况与说明文字');
    await fillAll(unitFacts(draft.page, budget));
  });
  await draft.expectSaved();
  await expectPublished(draft.page, budgetId, unitCode);
  await expectSamePrint(draft.page, [budgetId, office.budgetId], [unitCode, office.unitCode]);
});

/**
 * Pastes a block into the empty row of a grid that has no other.
 *
 * @param sums lines of the table that are computed in the grid: they are left out
 */
async function paste(
  grid: Grid,
  column: string,
  rows: readonly (readonly string[])[],
  sums: readonly (readonly string[])[] = [],
): Promise<void> {
  await grid.select('＋', column);
  await grid.paste(excelText([...sums, ...rows]));
  await grid.expectRows(rows.length);
}

function sumOf(lines: readonly { readonly amountYuan: number }[]): string {
  return accounted(lines.reduce((sum, { amountYuan }) => sum + amountYuan, 0));
}

async function pasteLines(draft: DraftPage, { revenue, basic }: DemonstrationBudget): Promise<void> {
  await paste(
    draft.grid('收入'),
    '资金来源',
    revenue.map(({ functionCode, amountYuan }) => [SOURCE, '', functionCode, '', accounted(amountYuan), '']),
    [['合 计', '', '', '', sumOf(revenue), '']],
  );
  await draft.open('基本支出');
  await paste(
    draft.grid('基本支出'),
    '功能科目',
    basic.map(({ functionCode, functionName, economicCode, economicName, amountYuan }, index) => [
      ...[functionCode, functionName, economicCode, economicName, SOURCE, '', accounted(amountYuan)],
      index === 0 ? '按“"两上两下"”\n核定' : '',
    ]),
    [['', '合计', '', '', '', '', sumOf(basic)]],
  );
}

async function pasteProject(draft: DraftPage, project: DemonstrationProject): Promise<void> {
  const { page } = draft;
  await draft.open('项目支出');
  await page.getByRole('button', { name: '＋ 新增项目' }).click();
  await fillAll(projectFields(page, project));
  for (const [list, word] of projectChoices(page, project)) await list.selectOption(word);
  await paste(
    draft.grid('支出明细'),
    '经济科目',
    project.lines.map(({ economicCode, amountYuan }) => [economicCode, '', SOURCE, '否', accounted(amountYuan)]),
  );
  await paste(
    draft.grid('绩效指标'),
    '一级指标',
    project.indicators.map(({ level1, level2, level3, operator, value, unit, weight }) => {
      return [level1, level2, level3, operator, value, unit, String(weight)];
    }),
  );
}

async function pastePerformance(draft: DraftPage, budget: DemonstrationBudget): Promise<void> {
  const { goals, indicators } = budget.overallPerformance;
  await draft.open('绩效目标');
  for (const [index, goal] of goals.entries()) {
    await draft.page.getByRole('button', { name: '＋ 新增目标' }).click();
    await fillAll([[draft.page.getByRole('textbox', { name: `目标 ${index + 1}` }), goal]]);
  }
  await paste(
    draft.grid('整体绩效指标'),
    '指标名称',
    indicators.map(({ name, type, nature, value, unit, weight }) => [name, type, nature, value, unit, String(weight)]),
  );
}

async function pastePriorYear(draft: DraftPage, budget: DemonstrationBudget): Promise<void> {
  const { byFunction } = budget.priorYear;
  await draft.open('上年数');
  await paste(
    draft.grid('上年数'),
    '功能科目',
    byFunction.map(({ functionCode, amountYuan }) => [functionCode, '', accounted(amountYuan)]),
    [
      ['', '合计', sumOf(byFunction)],
      ['221', '住房保障支出', sumOf(byFunction.filter(({ functionCode }) => functionCode.startsWith('221')))],
    ],
  );
  await fillAll(priorFigures(draft.page, budget));
}

/** Writes into fields and leaves each. */
async function fillAll(fields: readonly FilledField[]): Promise<void> {
  for (const [field, ...lines] of fields) {
    await field.fill(lines.join('\n'));
    await field.blur();
  }
}
