import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { UsersPage } from '../pages/users-page.ts';

const OWN_PASSWORD = 'four-green-boats';
const TRIES = 5;

test('five wrong passwords lock an account; the administrator’s reset opens it with a one-time password', async ({
  page,
  signedIn,
  signIn,
  office,
}) => {
  const { username, password } = office.clerk;
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  const enter = async (typed: string) => {
    await page.getByLabel('密码', { exact: true }).fill(typed);
    const answered = page.waitForResponse('**/api/auth/callback/credentials');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await answered;
  };
  const said = page.getByRole('alert');
  for (let count = 1; count < TRIES; count += 1) {
    await enter(`wrong-password-${count}`);
    await expect(said.filter({ hasText: '用户名或密码不正确' })).toBeVisible();
  }
  await enter('wrong-password-last');
  await expect(said.filter({ hasText: /暂停登录|锁定/ })).toBeVisible();
  await enter(password);
  await expect(said.filter({ hasText: /暂停登录|锁定/ })).toBeVisible();

  const users = new UsersPage(await signedIn(accountOf('admin'), '/admin/users'));
  const oneTimePassword = await users.resetPassword(username);
  await signIn(page, username, oneTimePassword);
  await expect(page).toHaveURL('/first-password');
  await page.getByLabel('一次性密码', { exact: true }).fill(oneTimePassword);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('再次输入新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('link', { name: new RegExp(`^${office.unitCode}`) })).toBeVisible();
});

test('a unit is made, given to a clerk, and its first budget begins empty', async ({ signedIn, office }) => {
  const page = await signedIn(accountOf('admin'), '/admin/units');
  const code = `${office.unitCode.slice(0, 3)}002`;
  await page.getByRole('button', { name: '新建单位' }).click();
  const unit = page.getByRole('dialog', { name: '新建单位' });
  await unit.getByRole('combobox', { name: '所属部门' }).fill(office.unitCode.slice(0, 3));
  await page.getByRole('option').first().click();
  await unit.getByRole('textbox', { name: '编码' }).fill(code);
  await unit.getByRole('textbox', { name: '简称' }).fill('接待中心');
  await unit.getByRole('textbox', { name: '全称' }).fill('某某区信访接待中心');
  await unit.getByRole('button', { name: '新建', exact: true }).click();
  await expect(unit).toBeHidden();
  await page.getByRole('textbox', { name: '查找' }).fill(code);
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('接待中心');

  await page.goto('/admin/users');
  await new UsersPage(page).assignUnit(office.clerk.username, '单位经办负责的单位', code);

  const clerk = await signedIn(office.clerk);
  await clerk.getByRole('listitem').filter({ hasText: code }).getByRole('button', { name: '开始编制' }).click();
  const draft = new DraftPage(clerk);
  await clerk.getByRole('main').getByRole('link', { name: '空白开始' }).click();
  await draft.grid('收入').expectRows(0);
  await draft.open('项目支出');
  await expect(clerk.getByText('还没有项目', { exact: true })).toBeVisible();
  const dialog = await draft.submitInVain();
  await expect(dialog).toContainText('还没有填列收入，请先填列收入。');
  await expect(dialog).toContainText('还没有填列支出，请先填列支出。');
});
