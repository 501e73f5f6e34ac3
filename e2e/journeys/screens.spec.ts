import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, SCREEN, ZOOMED } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

const DRAFT_PAGES = {
  revenue: '收入预算',
  'basic-expenditure': '基本支出',
  projects: '项目支出',
  performance: '绩效目标',
  procurement: '政府采购',
  'prior-year': '上年数',
  narrative: '单位情况与说明文字',
  checks: '校验',
  comments: '审核意见',
  changes: '与上版对比',
  annexes: '附件预览',
  history: '版本与历史',
};

const REVIEW_PAGES = [
  'changes',
  'annexes',
  'lines/revenue',
  'lines/basic',
  'lines/projects',
  'lines/profile',
  'checks',
  'history',
];

test('sign-in: accessible, and whole at 200 % zoom', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
  await expect(page.getByLabel('用户名')).toBeVisible();
});

test('drafting: every section accessible, nothing cut off', async ({ signedIn, office }) => {
  test.slow(); // many screens
  const page = await signedIn(office.clerk);
  const navigation = page.getByRole('navigation', { name: '主导航', includeHidden: true });
  for (const [path, name] of Object.entries(DRAFT_PAGES)) {
    await test.step(name, async () => {
      await page.goto(`/budgets/${office.budgetId}/${path}`);
      const link = navigation.getByRole('link', { name: new RegExp(`^${name}`), includeHidden: true });
      await expect(link.first()).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('banner').getByRole('button', { name: /^送审/ })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: /的菜单$/ })).toBeInViewport({ ratio: 1 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.setViewportSize(ZOOMED);
      await expectNoSidewaysScroll(page);
      await expect(page.getByRole('button', { name: '打开导航' })).toBeInViewport({ ratio: 1 });
      await page.setViewportSize(SCREEN);
    });
  }
});

test('drafting, one project: accessible, nothing cut off', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
  await page.getByRole('table', { name: '项目列表' }).getByRole('link').first().click();
  await expect(page.getByRole('grid', { name: '绩效指标' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
});

test('review: every part accessible, nothing cut off', async ({ signedIn, office }) => {
  const page = await signedIn(office.reviewer);
  for (const path of REVIEW_PAGES) {
    await test.step(path, async () => {
      await page.goto(`/reviews/${office.budgetId}/1/${path}`);
      await expect(page.getByRole('complementary', { name: '意见与审核' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.setViewportSize(ZOOMED);
      await expect(page.getByRole('button', { name: '意见与审核' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(SCREEN);
    });
  }
});

test('the lists and the administration: accessible, nothing cut off', async ({ signedIn, office }) => {
  test.slow(); // many screens
  const pages = [
    [await signedIn(office.clerk), '/budgets'],
    [await signedIn(office.reviewer), '/reviews'],
    [await signedIn(accountOf('admin')), '/admin/users'],
    [await signedIn(accountOf('admin')), '/admin/units'],
    [await signedIn(accountOf('auditor')), '/audit'],
    [await signedIn(office.clerk), '/account'],
  ] as const;
  for (const [page, path] of pages) {
    await page.goto(path);
    await expect(page).toHaveURL(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize(ZOOMED);
    await expectNoSidewaysScroll(page);
  }
});

test('at 200 % zoom the navigation is a drawer and a line can be corrected', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`);
  await page.setViewportSize(ZOOMED);
  await page.getByRole('button', { name: '打开导航' }).click();
  await page
    .getByRole('dialog', { name: '导航' })
    .getByRole('link', { name: /^基本支出/ })
    .click();
  const grid = page.getByRole('grid', { name: '基本支出' });
  await grid.getByRole('gridcell', { name: '110,000.00' }).click();
  await page.keyboard.type('120000');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell', { name: '120,000.00' })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
