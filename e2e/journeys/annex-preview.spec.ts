import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('annex 4 shows its merged headings, and a figure leads to its lines', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/annexes`);
  const draft = new DraftPage(page);
  await page
    .getByRole('navigation', { name: '说明与附件' })
    .getByRole('button', { name: /^附件4/ })
    .click();
  const preview = page.getByRole('region', { name: '预览' });
  const heading = (name: string) => preview.getByRole('columnheader', { name, exact: true });
  const vehicles = heading('公务用车购置及运行费');
  await expect(vehicles).toHaveCount(2);
  await expect(vehicles.first()).toHaveAttribute('colspan', '3');
  await expect(heading('总计').first()).toHaveAttribute('rowspan', '2');
  await expect(heading('部门名称')).toHaveAttribute('rowspan', '3');
  await expect(heading('2023年预算数')).toHaveAttribute('colspan', '6');
  await expect(preview.getByText('草稿')).toBeVisible();

  await preview.getByRole('button', { name: /^合计 公务接待费：16\.00/ }).click();
  const lines = page.getByRole('dialog');
  await expect(lines).toContainText('表列 16.00 万元，由下列 1 行构成，合计 160,000.00 元。');
  await lines.getByRole('button', { name: /30217 公务接待费/ }).click();
  await expect(page.getByRole('heading', { name: '基本支出', level: 2 })).toBeVisible();
  await expect(draft.grid('基本支出').input).toBeFocused();
  await expect(draft.grid('基本支出').input).toHaveValue('160,000.00');
});

test('the preview follows an edit at once, the narrative with it', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await draft.grid('基本支出').type('30201', '金额（元）', '12万元');
  await draft.open('附件预览');
  const preview = page.getByRole('region', { name: '预览' });
  await expect(preview).toContainText('938.6万元');
  await page
    .getByRole('navigation', { name: '说明与附件' })
    .getByRole('button', { name: /^附件3/ })
    .click();
  const row = preview.getByRole('row').filter({ hasText: '30201' });
  await expect(row.getByRole('cell', { name: /12\.00/ }).first()).toBeVisible();
});

test('F7 opens the preview beside the rows; it follows a figure at once, leads to its lines and back', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');
  await grid.select('30201', '金额（元）');
  await page.keyboard.press('F7');
  const panel = page.getByRole('complementary', { name: '附件预览' });
  await expect(panel.getByLabel('预览哪张附件')).toHaveValue('3');
  await expect(grid.root).toBeVisible();
  await grid.type('30201', '金额（元）', '120000');
  const line = panel.getByRole('row').filter({ hasText: '30201' });
  await expect(line.getByRole('button', { name: /^办公费 总计：12\.00/ })).toBeVisible();

  await panel.getByRole('button', { name: /^商品和服务支出 总计/ }).click();
  const lines = panel.getByRole('region', { name: '商品和服务支出 总计的构成' });
  await expect(lines).toContainText(/由下列 \d+ 行构成/);
  await lines.getByRole('button', { name: /30217 公务接待费/ }).click();
  await expect(grid.input).toBeFocused();
  await expect(grid.input).toHaveValue('160,000.00');
  await expect(panel.getByRole('region', { name: '所选行在附件中的位置' })).toContainText('附件4');
  await page.getByRole('button', { name: /^‹ 返回附件3：商品和服务支出 总计/ }).click();
  await expect(panel.locator('td[data-mark="cell"]')).toBeInViewport();

  await panel
    .getByRole('region', { name: '所选行在附件中的位置' })
    .getByRole('button', { name: /^附件4/ })
    .first()
    .click();
  await expect(panel.getByLabel('预览哪张附件')).toHaveValue('4');
  await page.keyboard.press('F7');
  await expect(panel).toBeHidden();
});

test('each page shows its own annex, a project its sheet, and the choice is remembered', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`);
  const draft = new DraftPage(page);
  await expect(draft.grid('收入').root).toBeVisible();
  await page.keyboard.press('F7');
  const chosen = page.getByLabel('预览哪张附件');
  await expect(chosen).toHaveValue('6');
  await chosen.selectOption('7');
  await draft.open('政府采购');
  await expect(chosen).toHaveValue('9');
  await draft.open('项目支出');
  await expect(chosen).toHaveValue('10');
  await expect(chosen.getByRole('option', { name: /^附件12-2 / })).not.toContainText('绩效目标表');
  await draft.open('收入预算');
  await expect(chosen).toHaveValue('7');
  await page.reload();
  await expect(chosen).toHaveValue('7');
});

test('in a narrow window the preview lies over the rows', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(new DraftPage(page).grid('基本支出').root).toBeVisible();
  const width = async () => (await new DraftPage(page).grid('基本支出').root.boundingBox())?.width;
  const before = await width();
  await page.keyboard.press('F7');
  const panel = page.getByRole('complementary', { name: '附件预览' });
  await expect(panel).toBeVisible();
  expect(await width()).toBe(before);
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(panel).toBeHidden();
});
