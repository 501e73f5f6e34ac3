import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { Grid } from '../pages/grid.ts';

test('a control figure that is issued stands under the grid, and too much blocks the submission', async ({
  signedIn,
  office,
}) => {
  const bureau = await signedIn(accountOf('budgetoffice'), '/bureau/control-figures?year=2023');
  const sheet = new Grid(bureau, '2023 年控制数');
  await expect(bureau.getByRole('button', { name: '没有待下达的修改' })).toBeDisabled();
  await sheet.type(office.unitCode, '人员经费（元）', '5,000,000');
  await sheet.type(office.unitCode, '日常公用经费（元）', '500,000');
  await sheet.type(office.unitCode, '项目支出（元）', '3,190,000');
  await bureau.keyboard.press('Control+z');
  await expect(bureau.getByRole('button', { name: '下达 2 处修改' })).toBeVisible();
  await bureau.keyboard.press('Control+y');
  await bureau.getByRole('button', { name: '下达 3 处修改' }).click();
  await expect(bureau.getByText('已下达 3 个控制数')).toBeVisible();
  await bureau.reload();
  await sheet.expectText(office.unitCode, '日常公用经费（元）', '500,000.00');

  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await expect(page.getByRole('main')).toContainText('控制数');

  await test.step('that of all projects stands on their list and under the lines of each', async () => {
    await draft.open('项目支出');
    const figure = (label: string) =>
      page
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${label}$`) })
        .locator('xpath=following-sibling::dd');
    await expect(figure('控制数')).toHaveText('3,190,000.00');
    await expect(figure('余')).toHaveText('0.00');
    await page.getByRole('row').nth(1).getByRole('link').click();
    const lines = draft.grid('支出明细');
    await expect(lines.footer).toContainText('全部项目控制数 3,190,000.00　已编 3,190,000.00余 0.00');
    await lines.type('30305', '金额（元）', '70,000');
    await expect(lines.footer).toContainText('已编 3,200,000.00超 10,000.00');
    await draft.open('项目支出');
    await expect(figure('超')).toContainText('10,000.00');
    await draft.expectSaved();
  });

  const dialog = await draft.submitInVain();
  await expect(dialog).toContainText('日常公用经费（一般公共预算）');
  await expect(dialog).toContainText('控制数为500,000元');
});

test('two of the budget office issue at once: the second is told and nothing is overwritten', async ({
  signedIn,
  office,
}) => {
  const address = '/bureau/control-figures?year=2023';
  const first = await signedIn(accountOf('budgetoffice'), address);
  const second = await signedIn(accountOf('budgetoffice'), address);
  await new Grid(first, '2023 年控制数').type(office.unitCode, '项目支出（元）', '100');
  await new Grid(second, '2023 年控制数').type(office.unitCode, '项目支出（元）', '200');
  await first.getByRole('button', { name: '下达 1 处修改' }).click();
  await expect(first.getByText('已下达 1 个控制数')).toBeVisible();
  await second.getByRole('button', { name: '下达 1 处修改' }).click();
  await expect(second.getByRole('main').getByRole('alert')).toBeVisible();
  /* The last row of the sheet keeps the keyboard. */
  await new Grid(second, '2023 年控制数').select(office.unitCode, '人员经费（元）');
  await new Grid(second, '2023 年控制数').expectText(office.unitCode, '项目支出（元）', '200.00');
});
