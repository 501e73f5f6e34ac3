import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, SCREEN, ZOOMED } from '../fixtures/expect-accessible.ts';
import { giveLastYear } from '../fixtures/last-year.ts';
import { giveSecondVersion, submitAsItIs } from '../fixtures/second-version.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

const changes = (page: Page) => page.getByRole('table', { name: '变化清单' });
const rowOf = (page: Page, text: string) => changes(page).getByRole('row').filter({ hasText: text });
const base = (page: Page) => page.getByLabel('与哪一版对比');
const filter = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

test('a reviewer sees what changed, narrows it down, walks through it and remarks on it', async ({
  signedIn,
  office,
}) => {
  await giveLastYear(office);
  await giveSecondVersion(office);
  await submitAsItIs(office);
  const page = await signedIn(office.reviewer, `/reviews/${office.budgetId}`);
  await page.setViewportSize(SCREEN);

  await test.step('the review begins with the changes on the submission before, the largest first', async () => {
    await expect(page).toHaveURL(`/reviews/${office.budgetId}/2/changes`);
    await expect(base(page).locator('option:checked')).toHaveText(/^上次送审：第 1 版/);
    const rows = changes(page).getByRole('row');
    await expect(rows).toHaveCount(5);
    await expect(rows.nth(1)).toContainText('已删');
    await expect(rows.nth(1)).toContainText('30217 公务接待费');
    await expect(rows.nth(1)).toContainText('-160,000.00');
    const office30201 = rowOf(page, '30201 办公费');
    await expect(office30201.getByRole('deletion')).toHaveText('110,000.00');
    await expect(office30201.getByRole('insertion')).toHaveText('150,000.00');
    await expect(office30201).toContainText('+40,000.00+36.4%');
    await expect(page.getByRole('columnheader', { name: '比上年' })).toBeVisible();
    await expect(page.getByRole('region', { name: '变化汇总' })).toContainText('共 4 处变化：新增 1、已改 2、已删 1。');
  });

  await test.step('filters say what they would leave, and go together', async () => {
    await expect(filter(page, '超过阈值 30%')).toHaveText(/3$/);
    await filter(page, '超过阈值 30%').click();
    await filter(page, '新增').click();
    await expect(changes(page).getByRole('row')).toHaveCount(2);
    await filter(page, '新增').click();
    await filter(page, '超过阈值 30%').click();
    await page.getByLabel('哪一部分').selectOption('performance');
    await expect(changes(page).getByRole('row')).toHaveCount(2);
    await page.getByLabel('哪一部分').selectOption('');
  });

  await test.step('by keyboard: next, previous, remark, open the row', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await expect(rowOf(page, '30201 办公费')).toBeFocused();
    await page.keyboard.press('c');
    await page.getByLabel(/^对“基本支出.+30201 办公费”的意见$/).fill('请说明增加的原因。');
    await page.getByRole('button', { name: '保存意见' }).click();
    await expect(rowOf(page, '30201 办公费').getByRole('button', { name: '批注 1' })).toBeVisible();
    await rowOf(page, '30201 办公费').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/lines\/basic\?row=/);
    const lines = new ReviewPage(page).lines('基本支出');
    await expect(lines.getByRole('row').filter({ hasText: '30201 办公费' })).toBeFocused();
    await page.getByLabel('只看变化').check();
    await expect(lines.getByRole('row').filter({ hasText: '元' })).toHaveCount(2);
    await expect(lines.getByRole('row')).toHaveCount(5);
  });

  await test.step('the base goes with the reviewer from page to page', async () => {
    await base(page).selectOption('last-year');
    await new ReviewPage(page).open('变化');
    await expect(base(page)).toHaveValue('last-year');
    await expect(page.getByRole('columnheader', { name: '比上年' })).toHaveCount(1);
    await expect(rowOf(page, '30217 公务接待费')).toContainText('已删');
    await page.goto(`/reviews/${office.budgetId}/1/changes?base=2`);
    await expect(base(page).locator('option:checked')).toHaveText(/^第 2 版/);
    await expect(rowOf(page, '30217 公务接待费')).toContainText('+160,000.00');
  });
});

test('the changed cells of the annexes are marked, listed and led to', async ({ signedIn, office }) => {
  await giveLastYear(office);
  await giveSecondVersion(office);
  await submitAsItIs(office);
  const page = await signedIn(office.reviewer, `/reviews/${office.budgetId}/2/annexes`);
  await page.setViewportSize(SCREEN);
  const annexes = page.getByRole('navigation', { name: '说明与附件' });
  await annexes.getByRole('button', { name: /^附件4/ }).click();
  const preview = page.getByRole('region', { name: '预览' });
  const receptions = preview.locator('td[data-cell$="/y2023Reception"]').first();
  await expect(receptions).toHaveAttribute('data-mark', 'change');
  await expect(receptions.getByRole('deletion')).toHaveText('16.00');
  await page.getByText(/^变化清单：本表/).click();
  await page.getByLabel('列出全部附件的变化').check();
  const list = page.getByRole('table', { name: '附件变化清单' });
  const office30201 = list.getByRole('row').filter({ hasText: '办公费' }).first();
  await expect(office30201).toContainText('11.00');
  await expect(office30201).toContainText('+40,000.00');
  await office30201.getByRole('button', { name: '附件3' }).click();
  await expect(preview.locator('td[data-mark="cell"]')).toBeInViewport();
  await page.getByLabel('标出变化').uncheck();
  await expect(preview.getByRole('deletion')).toHaveCount(0);
  await base(page).selectOption('last-year');
  await page.getByLabel('标出变化').check();
  await expect(preview.locator('td[data-mark="change"]').first()).toBeVisible();
});

test('the clerk sees the same of the draft as it is, and goes on from there', async ({ signedIn, office }) => {
  await giveLastYear(office);
  await giveSecondVersion(office);
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await draft.grid('基本支出').type('30201', '金额（元）', '120000');
  await draft.open('与上版对比');
  await expect(rowOf(page, '30201 办公费').getByRole('insertion')).toHaveText('120,000.00');
  await expect(page.getByRole('button', { name: '批注' })).toHaveCount(0);
  await rowOf(page, '30201 办公费')
    .getByRole('button', { name: /30201 办公费/ })
    .click();
  await expect(draft.grid('基本支出').input).toBeFocused();
  await expect(draft.grid('基本支出').input).toHaveValue('120,000.00');
  await draft.open('与上版对比');
  await page.getByText('公开附件', { exact: true }).click();
  await expect(page.getByRole('table', { name: '附件变化清单' })).toContainText('办公费');
});

test('the changes are accessible and whole at 200 % zoom, and say so where there is nothing to compare with', async ({
  signedIn,
  office,
}) => {
  await giveSecondVersion(office);
  const page = await signedIn(office.reviewer, `/reviews/${office.budgetId}/2/changes`);
  await expect(changes(page)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(SCREEN);
  await page.goto(`/reviews/${office.budgetId}/1/changes`);
  await expect(base(page).locator('option:checked')).toHaveText(/^第 2 版/);
  await page.goto(`/reviews/${office.budgetId}/2/annexes`);
  await expectAccessible(page);
});
