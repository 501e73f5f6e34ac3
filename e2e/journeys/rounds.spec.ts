import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

test('the budget office opens a year and its rounds, and extends the deadline of a unit', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(accountOf('budgetoffice'), '/bureau/rounds');
  const dialog = page.getByRole('dialog');

  await test.step('a year with 两上两下', async () => {
    await page.getByRole('button', { name: '开设年度' }).click();
    await dialog.getByLabel('预算年度').fill('2061');
    await dialog.getByLabel('须说明原因的增减幅度（%）').fill('40');
    await dialog.getByRole('button', { name: '开设', exact: true }).click();
    await expect(page).toHaveURL(/year=2061/);
    await expect(page.getByRole('table', { name: '申报轮次' }).getByRole('row')).toHaveCount(3);
    await expectAccessible(page);
  });

  await test.step('a deadline in the past is refused, one to come is kept', async () => {
    await page.getByRole('button', { name: '一上截止时间' }).click();
    await dialog.getByLabel('截止时间').fill('2020-01-01T17:30');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toContainText('截止时间已经过去');
    await dialog.getByLabel('截止时间').fill('2099-11-30T17:30');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('table', { name: '申报轮次' })).toContainText('2099年11月30日 17:30');
  });

  await test.step('一上 opens, and 二上 closes it in the same act', async () => {
    await page.getByRole('button', { name: '开放一上' }).click();
    await dialog.getByRole('button', { name: '开放一上' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: '一上（当前）' })).toHaveAttribute(
      'aria-current',
      'step',
    );
    await page.getByRole('button', { name: '开放二上' }).click();
    await expect(dialog).toContainText('将同时结束');
    await dialog.getByRole('button', { name: '开放二上' }).click();
    await expect(page.getByRole('row', { name: /^一上/ })).toContainText('已结束');
    await expect(page.getByRole('row', { name: /^二上/ })).toContainText('进行中');
  });

  await test.step('a unit that has not begun is given more time', async () => {
    await page.getByLabel('查找单位').fill(office.unitCode);
    const row = page.getByRole('table', { name: '单位', exact: true }).getByRole('row').nth(1);
    await expect(row).toContainText('未开始编制');
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: '批准延期（1）' }).click();
    await dialog.getByLabel('延期至').fill('2099-12-10T12:00');
    await dialog.getByRole('button', { name: '批准延期' }).click();
    await expect(dialog).toContainText('请填写原因');
    await dialog.getByLabel('延期原因').fill('机构改革，人员尚未到位');
    await dialog.getByRole('button', { name: '批准延期' }).click();
    await expect(row).toContainText('已延期');
    await expect(row).toContainText('机构改革，人员尚未到位');
  });

  await test.step('the clerk starts in the round that is open and reads the deadline', async () => {
    const clerk = await signedIn(office.clerk, '/budgets');
    const start = clerk.getByRole('listitem').filter({ hasText: '2061 年' });
    await start.getByRole('button', { name: '开始编制' }).click();
    await expect(clerk).toHaveURL(/\/start/);
    await clerk.goto('/budgets');
    await expect(clerk.getByRole('row').filter({ hasText: '2061' })).toContainText('二上');
    await expect(clerk.getByRole('row').filter({ hasText: '2061' })).toContainText('12月10日12:00截止');
    await expect(clerk.getByRole('row').filter({ hasText: '2061' })).toContainText('已延期');
  });
});
