import { accountOf } from '../../fixtures/demonstration.ts';
import { expectAccessible } from '../../fixtures/expect-accessible.ts';
import { expect, test } from '../../fixtures/test.ts';
import { RoundsPage } from '../../pages/rounds-page.ts';

test('the budget office opens a year and its rounds, and extends the deadline of a unit', async ({
  signedIn,
  office,
}) => {
  const bureau = new RoundsPage(await signedIn(accountOf('budgetoffice'), '/bureau/rounds'));
  const { page, dialog } = bureau;

  await test.step('a year with 两上两下', async () => {
    await bureau.openYear(2061);
    await expectAccessible(page);
  });

  await test.step('a deadline in the past is refused, one to come is kept', async () => {
    await bureau.setDeadline('一上', '2020-01-01T17:30');
    await expect(dialog).toContainText('截止时间已经过去');
    await dialog.getByLabel('截止时间').fill('2099-11-30T17:30');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(bureau.rounds).toContainText('2099年11月30日 17:30');
  });

  await test.step('一上 opens, and 二上 closes it in the same act', async () => {
    await bureau.act('开放', '一上');
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
    await expect(await bureau.unit(office.unitCode)).toContainText('未开始编制');
    await bureau.beginExtension(office.unitCode, '2099-12-10T12:00');
    await dialog.getByRole('button', { name: '批准延期' }).click();
    await expect(dialog).toContainText('请填写原因');
    await bureau.extend('机构改革，人员尚未到位');
    const row = await bureau.unit(office.unitCode);
    await expect(row).toContainText('已延期');
    await expect(row).toContainText('机构改革，人员尚未到位');
  });

  await test.step('the clerk starts in the round that is open and reads the deadline', async () => {
    const clerk = await signedIn(office.clerk, '/budgets');
    const start = clerk.getByRole('listitem').filter({ hasText: '2061 年' });
    await start.getByRole('button', { name: '开始编制' }).click();
    await expect(clerk).toHaveURL(/\/start/);
    await clerk.goto('/budgets');
    const row = clerk.getByRole('row').filter({ hasText: '2061' });
    await expect(row).toContainText('二上');
    await expect(row).toContainText('12月10日12:00截止');
    await expect(row).toContainText('已延期');
  });
});
