import type { Account, Office } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

const LINE = '30201';
const AMOUNT = '金额（元）';
const NEWS = /\/changes\?/;
/** What one saves stands on the other's screen within this time, of which half is the question every few seconds. */
const SECONDS = 6_000;

type SignedIn = (account: Account, path?: string) => Promise<import('@playwright/test').Page>;

async function sideBySide(signedIn: SignedIn, office: Office, section: string) {
  const path = `/budgets/${office.budgetId}/${section}`;
  const first = new DraftPage(await signedIn(office.clerk, path));
  const second = new DraftPage(await signedIn(office.colleague, path));
  return { first, second };
}

/** Both have opened the same line; the first has saved 111,111, the second has typed 222,222 over the old figure. */
async function disagree(signedIn: SignedIn, office: Office) {
  const { first, second } = await sideBySide(signedIn, office, 'basic-expenditure');
  await second.grid('基本支出').expectText(LINE, AMOUNT, '110,000.00');
  await second.page.route(NEWS, (route) => route.abort());
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await first.expectSaved();
  await second.grid('基本支出').type(LINE, AMOUNT, '222222');
  await expect(second.alert).toContainText('有 1 处与他人的修改冲突');
  await expect(second.saveState).toHaveText('有冲突，未保存');
  await second.page.unroute(NEWS);
  await second.alert.getByRole('button', { name: '查看并选择' }).click();
  const dialog = second.page.getByRole('dialog', { name: '与他人的修改冲突' });
  await expect(dialog.getByRole('row', { name: /^金额/ })).toHaveText(/222,222\.00.*111,111\.00/);
  await expect(dialog).toContainText('本单位经办');
  return { first, second, dialog };
}

test('what one saves stands on the other’s screen within seconds, and who it was', async ({ signedIn, office }) => {
  const { first, second } = await sideBySide(signedIn, office, 'basic-expenditure');
  await expect(first.page.getByRole('banner')).toContainText('本单位另一经办也在编', { timeout: SECONDS });
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
  await expect(second.colleagueNews).toHaveText('本单位经办 修改了 1 行');
  await second.page.getByRole('banner').getByRole('button', { name: '本单位经办 修改了 1 行' }).click();
  await expect(second.grid('基本支出').input).toBeFocused();
  await second.grid('基本支出').type('30205', AMOUNT, '5000');
  await first.grid('基本支出').expectText('30205', AMOUNT, '5,000.00');
});

test('what is being typed is not disturbed, nor the selection, nor what can be undone', async ({
  signedIn,
  office,
}) => {
  const { first, second } = await sideBySide(signedIn, office, 'basic-expenditure');
  const mine = second.grid('基本支出');
  await mine.type('30203', AMOUNT, '3333');
  await second.expectSaved();
  await mine.select('30205', AMOUNT);
  await second.page.keyboard.type('45');
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await first.grid('基本支出').type('30205', AMOUNT, '9999');
  await first.expectSaved();
  await mine.expectText(LINE, AMOUNT, '111,111.00');
  await expect(mine.input).toHaveValue('45');
  await expect(mine.input).toBeFocused();
  await second.page.keyboard.type('67');
  await second.page.keyboard.press('Enter');
  /* The other's figure came while this one was being typed: it is asked, not typed over. */
  await expect(second.alert).toContainText('有 1 处与他人的修改冲突');
  await second.page.keyboard.press('Control+z');
  await second.page.keyboard.press('Control+z');
  await mine.expectText('30203', AMOUNT, '1,000.00');
  await mine.expectText(LINE, AMOUNT, '111,111.00');
});

test('a figure that somebody else has changed since is not undone over theirs', async ({ signedIn, office }) => {
  const { first, second } = await sideBySide(signedIn, office, 'basic-expenditure');
  await second.grid('基本支出').type(LINE, AMOUNT, '222222');
  await second.expectSaved();
  await first.grid('基本支出').expectText(LINE, AMOUNT, '222,222.00');
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await expect(second.colleagueNews).toHaveText('本单位经办 修改了 1 行，其中您改过的部分不能再撤销');
  await second.grid('基本支出').select('30203', AMOUNT);
  await second.page.keyboard.press('Control+z');
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
});

test('two clerks edit the same cell: the second sees both figures and keeps the own one', async ({
  signedIn,
  office,
}) => {
  const { first, second, dialog } = await disagree(signedIn, office);
  await dialog.getByRole('button', { name: '金额：用我的' }).click();
  await second.expectSaved();
  await first.grid('基本支出').expectText(LINE, AMOUNT, '222,222.00');
});

test('or takes the other one, and goes on from there', async ({ signedIn, office }) => {
  const { first, second, dialog } = await disagree(signedIn, office);
  await dialog.getByRole('button', { name: '全部用对方的' }).click();
  await second.expectSaved();
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
  await second.grid('基本支出').type(LINE, AMOUNT, '333333');
  await second.expectSaved();
  await first.grid('基本支出').expectText(LINE, AMOUNT, '333,333.00');
});

test('different cells of one line do not get into each other’s way', async ({ signedIn, office }) => {
  const { first, second } = await sideBySide(signedIn, office, 'basic-expenditure');
  await second.grid('基本支出').expectText(LINE, AMOUNT, '110,000.00');
  await second.page.route(NEWS, (route) => route.abort());
  await first.grid('基本支出').type(LINE, AMOUNT, '111111');
  await first.expectSaved();
  await second.grid('基本支出').type(LINE, '备注', '含会议用品');
  await second.expectSaved();
  await second.grid('基本支出').expectText(LINE, AMOUNT, '111,111.00');
  await first.grid('基本支出').expectText(LINE, '备注', '含会议用品');
});

test('facts and words of the unit: other fields merge, the same field asks', async ({ signedIn, office }) => {
  const { first, second } = await sideBySide(signedIn, office, 'narrative');
  const staff = (draft: DraftPage) => draft.page.getByLabel('在编在岗', { exact: true });
  const phone = (draft: DraftPage) => draft.page.getByLabel('联系电话', { exact: true });
  const write = async (draft: DraftPage, field: (draft: DraftPage) => ReturnType<typeof staff>, text: string) => {
    await field(draft).fill(text);
    await field(draft).blur();
  };
  await expect(staff(second)).not.toHaveValue('');
  await second.page.route(NEWS, (route) => route.abort());
  await write(first, staff, '31');
  await first.expectSaved();
  await write(second, phone, '000-00000002');
  await second.expectSaved();
  await expect(staff(second)).toHaveValue('31');
  await expect(phone(first)).toHaveValue('000-00000002');

  await write(first, staff, '32');
  await write(first, phone, '000-00000001');
  await first.expectSaved();
  await write(second, staff, '33');
  await write(second, phone, '000-00000003');
  await expect(second.alert).toContainText('有 2 处与他人的修改冲突');
  await second.page.unroute(NEWS);
  await second.alert.getByRole('button', { name: '查看并选择' }).click();
  const dialog = second.page.getByRole('dialog', { name: '与他人的修改冲突' });
  await dialog.getByRole('button', { name: '在编在岗人员：用我的' }).click();
  await dialog.getByRole('button', { name: '公开联系电话：用对方的' }).click();
  await second.expectSaved();
  await expect(staff(second)).toHaveValue('33');
  await expect(phone(second)).toHaveValue('000-00000001');
  await expect(staff(first)).toHaveValue('33');
});
