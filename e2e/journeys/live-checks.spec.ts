import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('F9 says what the checks find and takes the keyboard there; a finding leads to its cell', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await draft.grid('基本支出').type('30201', '金额（元）', '0');
  await page.keyboard.press('F9');
  const panel = page.getByRole('complementary', { name: '全部校验' });
  await expect(panel.getByRole('heading', { name: /^全部校验/ })).toBeFocused();
  await expect(panel.getByRole('status')).toContainText(/错误 [1-9]/);
  await expect(panel).toContainText('金额为0');
  await expect(panel).toContainText('依据：');
  await panel.getByRole('button', { name: /金额为0/ }).click();
  await expect(draft.grid('基本支出').input).toBeFocused();
  await expectAccessible(page);
});

test('the meter beside 送审 counts what is missing and leads there; the steps follow', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const meter = page.getByRole('banner').getByRole('button', { name: /^准备就绪|^距送审还有/ });
  await expect(meter).toHaveAccessibleName('准备就绪，可以送审');
  const steps = page.getByRole('navigation', { name: '预算进度' });
  await expect(steps.locator('[aria-current="step"]')).toContainText('送审');
  await draft.grid('基本支出').type('30201', '金额（元）', '0');
  await expect(meter).toHaveAccessibleName(/^距送审还有 \d+ 项/);
  await expect(steps.locator('[aria-current="step"]')).toContainText('编制');
  await draft.grid('基本支出').type('30205', '金额（元）', 'abc');
  await meter.click();
  const list = page.getByRole('region', { name: '距送审还差什么' });
  await expect(list).toContainText(/错误 \d+ 处，须改正/);
  await list.getByRole('button', { name: '填写有误 1 处，未保存' }).click();
  await expect(draft.grid('基本支出').input).toBeFocused();
  await expect(draft.grid('基本支出').input).toHaveValue('abc');
});

test('a warning is explained in its place, and what did not run says why', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/prior-year`);
  const draft = new DraftPage(page);
  const panel = await draft.showChecks();
  const warning = panel.getByRole('listitem').filter({ hasText: '提醒' }).first();
  await warning.getByRole('button', { name: '修改说明' }).click();
  const words = warning.getByLabel('说明（审核人可见）');
  await words.fill('已与主管科室核对，按上年水平安排。');
  await words.blur();
  await expect(warning.getByText('说明已保存')).toBeVisible();
  await page.reload();
  await draft.showChecks();
  await expect(panel).toContainText('说明：已与主管科室核对，按上年水平安排。');
  await panel.getByText(/不适用 \d+ 项/).click();
  await expect(panel).toContainText(/不适用：.+。/);
});
