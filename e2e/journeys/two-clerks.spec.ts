import type { Account, Office } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

const LINE = '30201';
const AMOUNT = '金额（元）';

type SignedIn = (account: Account, path?: string) => Promise<import('@playwright/test').Page>;

/** Both have opened the same line; the first has saved 111,111, the second has typed 222,222 over the old figure. */
async function disagree(signedIn: SignedIn, office: Office) {
  const path = `/budgets/${office.budgetId}/basic-expenditure`;
  const first = new DraftPage(await signedIn(office.clerk, path));
  const second = new DraftPage(await signedIn(office.colleague, path));
  await second.grid('基本支出').expectText(LINE, AMOUNT, '110,000.00');
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await first.expectSaved();
  await second.grid('基本支出').type(LINE, AMOUNT, '222222');
  await expect(second.alert).toContainText('有 1 处与他人的修改冲突');
  await expect(second.saveState).toHaveText('有冲突，未保存');
  await second.alert.getByRole('button', { name: '查看并选择' }).click();
  const dialog = second.page.getByRole('dialog', { name: '与他人的修改冲突' });
  await expect(dialog.getByRole('row', { name: /^金额/ })).toHaveText(/222,222\.00.*111,111\.00/);
  await expect(dialog).toContainText('本单位经办');
  return { first, second, dialog };
}

test('two clerks edit the same line: the second sees both figures and keeps the own one', async ({
  signedIn,
  office,
}) => {
  const { first, second, dialog } = await disagree(signedIn, office);
  await dialog.getByRole('button', { name: '保留我的' }).click();
  await second.expectSaved();
  await first.page.reload();
  await first.grid('基本支出').expectText(LINE, AMOUNT, '222,222.00');
});

test('or takes the other one, and goes on from there', async ({ signedIn, office }) => {
  const { first, second, dialog } = await disagree(signedIn, office);
  await dialog.getByRole('button', { name: '保留对方的' }).click();
  await second.expectSaved();
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
  await second.grid('基本支出').type(LINE, AMOUNT, '333333');
  await second.expectSaved();
  await first.page.reload();
  await first.grid('基本支出').expectText(LINE, AMOUNT, '333,333.00');
});

test('different lines at the same time do not get into each other’s way', async ({ signedIn, office }) => {
  const path = `/budgets/${office.budgetId}/basic-expenditure`;
  const first = new DraftPage(await signedIn(office.clerk, path));
  const second = new DraftPage(await signedIn(office.colleague, path));
  await second.grid('基本支出').expectText('30205', AMOUNT, '4,000.00');
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await first.expectSaved();
  await second.grid('基本支出').type('30205', AMOUNT, '5000');
  await second.expectSaved();
  await second.page.reload();
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
  await second.grid('基本支出').expectText('30205', AMOUNT, '5,000.00');
});
