import type { Page } from '@playwright/test';
import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, SCREEN, ZOOMED } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { UsersPage } from '../pages/users-page.ts';

const REASON = '办公费 115000 元偏高，请核减。';

const bell = (page: Page) => page.getByRole('link', { name: /^通知/ });
const notice = (page: Page, text: string) =>
  page.getByRole('region', { name: '通知列表' }).getByRole('listitem').filter({ hasText: text });
const strip = (page: Page) => page.getByRole('navigation', { name: '待办' });

test('a submission waits for the reviewer, its return for the clerk, and both are told', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk));
  const clerk = draft.page;
  await expect(strip(clerk).getByRole('link', { name: /草稿未送审\s*1/ })).toBeVisible();
  await clerk.getByRole('link', { name: new RegExp(`^${office.unitCode}`) }).click();
  await draft.submit();

  const review = new ReviewPage(await signedIn(office.reviewer));
  const reviewer = review.page;
  await expect(strip(reviewer).getByRole('link', { name: /待审核\s*1/ })).toBeVisible();
  await expect(bell(reviewer)).toHaveAccessibleName('通知，1 条未读');
  await bell(reviewer).click();
  await reviewer.setViewportSize(SCREEN);
  await expectAccessible(reviewer);
  await notice(reviewer, '已送审，请审核')
    .getByRole('button', { name: /已送审/ })
    .click();
  await expect(reviewer).toHaveURL(/\/reviews\/.+\/annexes$/);
  await expect(bell(reviewer)).toHaveAccessibleName('通知，没有未读');
  await review.return(REASON);
  await expect(strip(reviewer)).toContainText('目前没有等待您处理的事项');

  await clerk.goto('/budgets');
  await clerk.setViewportSize(SCREEN);
  await expect(bell(clerk)).toHaveAccessibleName('通知，1 条未读');
  await expectAccessible(clerk);
  await strip(clerk)
    .getByRole('link', { name: /被退回待修改\s*1/ })
    .click();
  await expect(clerk).toHaveURL('/budgets?waiting=returned');
  await expect(clerk.getByRole('link', { name: new RegExp(`^${office.unitCode}`) })).toBeVisible();
  await strip(clerk).getByRole('link', { name: '显示全部' }).click();
  await expect(clerk).toHaveURL('/budgets');
  await bell(clerk).click();
  await expect(notice(clerk, '被财政局退回')).not.toContainText('115000');
  await clerk.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(clerk);
  await clerk.getByRole('button', { name: '全部标为已读' }).click();
  await expect(clerk.getByText('没有未读，共 1 条')).toBeVisible();
  await expect(bell(clerk)).toHaveAccessibleName('通知，没有未读');
  await notice(clerk, '被财政局退回')
    .getByRole('button', { name: /被财政局退回/ })
    .click();
  await expect(clerk).toHaveURL(new RegExp(`/budgets/${office.budgetId}`));
});

test('a notice of another role says so and offers to switch', async ({ signedIn, office }) => {
  const users = await signedIn(accountOf('admin'), '/admin/users');
  await expect(strip(users)).toBeVisible();
  await new UsersPage(users).grantRole(office.colleague.username, '业务科室审核', office.unitCode);

  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`));
  await draft.submit();

  const page = await signedIn(office.colleague);
  await expect(bell(page)).toHaveAccessibleName('通知，1 条未读');
  await bell(page).click();
  await notice(page, '已送审')
    .getByRole('button', { name: /已送审/ })
    .click();
  const asked = page.getByRole('dialog', { name: '切换角色后查看' });
  await expect(asked).toContainText('这条通知与您的“业务科室审核”角色有关，您现在以“单位经办”身份操作');
  await asked.getByRole('button', { name: '切换为业务科室审核并查看' }).click();
  await expect(page).toHaveURL(/\/reviews\/.+\/annexes$/);
  await expect(bell(page)).toHaveAccessibleName('通知，没有未读');
});

test('somebody chooses where their mail goes, and a bad address is refused with what was typed', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, '/account');
  const form = page.getByRole('form', { name: '邮件通知' });
  await form.getByLabel('电子邮箱').fill('没有@');
  await form.getByRole('button', { name: '保存邮件设置' }).click();
  await expect(form.getByText(/电子邮箱应写成/)).toBeVisible();
  await expect(form.getByLabel('电子邮箱')).toHaveValue('没有@');
  await form.getByLabel('电子邮箱').fill('jingban@example.org');
  await form.getByLabel('通过邮件接收通知').uncheck();
  await form.getByRole('button', { name: '保存邮件设置' }).click();
  await expect(form.getByText('邮件通知设置已保存。')).toBeVisible();
  await page.reload();
  await expect(form.getByLabel('电子邮箱')).toHaveValue('jingban@example.org');
  await expect(form.getByLabel('通过邮件接收通知')).not.toBeChecked();
});
