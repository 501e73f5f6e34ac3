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
  await new Grid(second, '2023 年控制数').expectText(office.unitCode, '项目支出（元）', '200.00');
});
