import { strFromU8, unzipSync } from 'fflate';
import { accountOf } from '../../fixtures/demonstration.ts';
import { expectAccessible } from '../../fixtures/expect-accessible.ts';
import { createOffice } from '../../fixtures/office.ts';
import { expect, test } from '../../fixtures/test.ts';
import { exportAs } from '../../pages/export-dialog.ts';
import { RoundsPage } from '../../pages/rounds-page.ts';

const YEAR = 2065;

test('a year in the tables of Shanghai: chosen by the budget office, drafted, checked and exported', async ({
  signedIn,
}) => {
  test.setTimeout(180_000);
  const bureau = new RoundsPage(await signedIn(accountOf('budgetoffice'), '/bureau/rounds'));
  const { page, dialog } = bureau;

  await test.step('the budget office chooses the tables with the year; in 元 nothing is rounded', async () => {
    await page.getByRole('button', { name: '开设年度' }).click();
    await dialog.getByLabel('预算年度').fill(String(YEAR));
    await expect(dialog.getByRole('radio', { name: '重庆市部门预算公开表' })).toBeChecked();
    await dialog.getByRole('radio', { name: '最大余数法' }).check();
    await dialog.getByRole('radio', { name: '上海市部门预算公开表' }).check();
    await expect(dialog.getByRole('radio', { name: '最大余数法' })).toBeDisabled();
    await expect(dialog.getByRole('radio', { name: '各栏分别四舍五入' })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '开设', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`year=${YEAR}`));
    await bureau.act('开放', '一上');
  });

  await test.step('once a round was opened they stay', async () => {
    await page.getByRole('button', { name: '年度设置' }).click();
    await expect(dialog.getByRole('radio', { name: '上海市部门预算公开表' })).toBeChecked();
    await expect(dialog.getByRole('radio', { name: '重庆市部门预算公开表' })).toBeDisabled();
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  const office = await createOffice(YEAR);
  const clerk = await signedIn(office.clerk, `/budgets/${office.budgetId}/annexes`);

  await test.step('the clerk sees nine tables in 元', async () => {
    const list = clerk.getByRole('navigation', { name: '说明与附件' });
    await list.getByRole('button', { name: /表8/ }).click();
    const table = clerk.locator('table[data-annex="8"]');
    await expect(table.getByRole('row').filter({ hasText: '合计' }).last()).toContainText(/\d,\d{3},\d{3}\.\d{2}/);
    await expect(list.getByRole('button', { name: /表\d/ })).toHaveCount(9);
  });

  await test.step('what is said of other annexes does not apply, and says why', async () => {
    await clerk.goto(`/budgets/${office.budgetId}/checks`);
    await clerk.getByRole('button', { name: /未能运行或不适用/ }).click();
    const summary = clerk.getByRole('region', { name: '校验运行情况' });
    await expect(summary).toContainText('本年度所用的“上海市部门预算公开表”没有政府采购预算明细表。');
    await expect(clerk.getByRole('main')).not.toContainText(/附件\d/);
  });

  await test.step('pasting annexes of Chongqing is not offered', async () => {
    await clerk.goto(`/budgets/${office.budgetId}/start/printed-annexes`);
    await expect(clerk.getByText('不是重庆市的格式')).toBeVisible();
    await expect(clerk.getByRole('textbox', { name: /附件2/ })).toHaveCount(0);
  });

  await test.step('the nine tables come out as JSON, in 元', async () => {
    await clerk.goto(`/budgets/${office.budgetId}/annexes`);
    const { bytes } = await exportAs(clerk, 'JSON');
    const entries = unzipSync(bytes);
    const tables = Object.entries(entries).filter(([name]) => /^\d\d\.json$/.test(name));
    const read = tables.map(([, text]) => JSON.parse(strFromU8(text)));
    expect(read.map(({ number, unit }) => `${number} ${unit}`)).toEqual(
      Array.from({ length: 9 }, (_, index) => `表${index + 1} 元`),
    );
  });
});
