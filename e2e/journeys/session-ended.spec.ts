import type { Page } from '@playwright/test';
import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { UsersPage } from '../pages/users-page.ts';

const TYPED = '123456';
const SHOWN = '123,456.00';

/** Types an amount although the session is over: it stays, and a sentence says what to do. */
async function typeInVain(draft: DraftPage): Promise<void> {
  await draft.grid('基本支出').type('30201', '金额（元）', TYPED);
  await expect(draft.alert).toContainText('登录已失效，1 处修改已留在本机。');
  await expect(draft.saveState).toHaveText('登录失效，未保存');
  await draft.grid('基本支出').expectText('30201', '金额（元）', SHOWN);
}

/** Follows the sentence: signs in in a new tab, comes back, tries again. */
async function signInAgain(draft: DraftPage, signIn: () => Promise<void>): Promise<void> {
  await signIn();
  await draft.page.bringToFront();
  await draft.alert.getByRole('button', { name: '重试' }).click();
  await draft.expectSaved();
  await draft.page.reload();
  await draft.grid('基本支出').expectText('30201', '金额（元）', SHOWN);
}

async function newTab(draft: DraftPage): Promise<Page> {
  const opening = draft.page.context().waitForEvent('page');
  await draft.alert.getByRole('link', { name: '在新标签页登录' }).click();
  return opening;
}

test('signed out in another tab while typing: nothing is lost', async ({ signedIn, signIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await expect(page.getByRole('grid', { name: '基本支出' })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/budgets');
  await other.getByRole('button', { name: /的菜单$/ }).click();
  await other.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await typeInVain(draft);
  const tab = await newTab(draft);
  await signInAgain(draft, () => signIn(tab, office.clerk.username, office.clerk.password));
});

test('disabled by the administrator while typing: kept until the account is enabled again', async ({
  signedIn,
  signIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await expect(page.getByRole('grid', { name: '基本支出' })).toBeVisible();
  const users = new UsersPage(await signedIn(accountOf('admin'), '/admin/users'));
  await users.disable(office.clerk.username);
  await typeInVain(draft);
  const tab = await newTab(draft);
  await tab.getByLabel('用户名').fill(office.clerk.username);
  await tab.getByLabel('密码', { exact: true }).fill(office.clerk.password);
  await tab.getByRole('button', { name: '登录', exact: true }).click();
  await expect(tab.getByRole('alert').filter({ hasText: '停用' })).toBeVisible();
  await users.enable(office.clerk.username);
  await signInAgain(draft, () => signIn(tab, office.clerk.username, office.clerk.password));
});
