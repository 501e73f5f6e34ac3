import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, SCREEN, ZOOMED } from '../fixtures/expect-accessible.ts';
import { createOffice } from '../fixtures/office.ts';
import { submitAsItIs } from '../fixtures/second-version.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { QueuePage } from '../pages/queue-page.ts';

const YEAR = 2023;

test('the queue says how risky a submission is and why, is narrowed down, checked anew and taken away', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  const queue = new QueuePage(await signedIn(office.reviewer, `/reviews?year=${YEAR}`));
  const { page } = queue;
  await page.setViewportSize(SCREEN);

  await test.step('a unit that drafts is there without a rank', async () => {
    await expect(queue.row(office.unitCode)).toContainText('草稿');
    await expect(page.getByRole('button', { name: '导出问题清单' })).toBeDisabled();
    await draft.submit();
    await page.reload();
    await expect(queue.row(office.unitCode)).toContainText('已提交');
  });
  await test.step('the rank shows its parts, which are its sum', async () => {
    await queue
      .row(office.unitCode)
      .getByRole('button', { name: /查看构成/ })
      .click();
    const parts = page.getByRole('table', { name: '风险构成' });
    const points = await parts.getByRole('row').getByRole('cell').nth(0).allInnerTexts();
    expect(points.length).toBeGreaterThan(0);
    const numbers = (await parts.locator('tr > td:first-of-type').allInnerTexts()).map(Number);
    expect(numbers.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(numbers.at(-1));
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(parts).toBeHidden();
  });
  await test.step('filters stand in the address and say when nothing is left', async () => {
    await page.getByRole('radiogroup', { name: '按状态筛选' }).getByText('已提交 1', { exact: true }).click();
    await expect(page).toHaveURL(/state=SUBMITTED/);
    await page.getByLabel('查找单位').fill('没有这个单位');
    await expect(page.getByText('没有符合条件的单位')).toBeVisible();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect(queue.row(office.unitCode)).toBeVisible();
  });
  await test.step('a check anew tells what it found', async () => {
    await page.getByRole('button', { name: '校验全部待审核 1 个' }).click();
    const dialog = page.getByRole('dialog', { name: '批量校验' });
    await dialog.getByRole('button', { name: '开始校验' }).click();
    await expect(dialog.getByText('已完成 1 / 1')).toBeVisible();
    await expect(dialog.getByText('校验结果与上次相同。')).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  });
  await test.step('what was found is taken away as a workbook', async () => {
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出问题清单' }).click();
    expect((await arriving).suggestedFilename()).toBe('审核问题清单.xlsx');
  });
  await test.step('by keyboard: choose, open', async () => {
    await queue.table.press('j');
    await page.keyboard.press('x');
    await expect(queue.row(office.unitCode).getByRole('checkbox')).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/reviews/${office.budgetId}/1/`));
    await page.goto(`/reviews?year=${YEAR}`);
    await page.setViewportSize(ZOOMED);
    await expectNoSidewaysScroll(page);
  });
});

test('many are passed in one act: what is not clean only when it is ticked, what changed meanwhile is said', async ({
  signedIn,
  office,
}) => {
  const other = await createOffice();
  await submitAsItIs(office);
  await submitAsItIs(other);
  const queue = new QueuePage(await signedIn(accountOf('budgetoffice'), `/reviews?year=${YEAR}`));
  const { page } = queue;
  for (const { unitCode } of [office, other]) {
    await page.getByLabel('查找单位').fill(unitCode);
    await queue.row(unitCode).getByRole('checkbox').check();
  }
  await page.getByLabel('查找单位').fill(office.unitCode);
  await page.getByRole('button', { name: '批量通过 1 个' }).click();
  const dialog = page.getByRole('dialog', { name: '批量通过' });
  await test.step('never checked is not clean', async () => {
    await expect(dialog.getByRole('checkbox')).not.toBeChecked();
    await expect(dialog).toContainText('仍要通过：尚未校验');
    await expect(dialog.getByRole('button', { name: '确认通过 0 个' })).toBeDisabled();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  });
  await test.step('checked, ticked and passed, each by a decision of its own', async () => {
    await queue.row(office.unitCode).getByRole('checkbox').check();
    await page.getByRole('button', { name: '校验所选 1 个' }).click();
    const checking = page.getByRole('dialog', { name: '批量校验' });
    await checking.getByRole('button', { name: '开始校验' }).click();
    await expect(checking.getByText('首次校验：风险')).toBeVisible();
    await checking.getByRole('button', { name: '关闭' }).last().click();
    await queue.passAll([office.unitCode]);
    await page.goto(`/reviews/${office.budgetId}/1/history`);
    await expect(page.getByRole('main')).toContainText('预算科 审核通过');
  });
  await test.step('one that somebody else returned meanwhile stays returned', async () => {
    await queue.show(YEAR);
    await page.getByLabel('查找单位').fill(other.unitCode);
    await queue.row(other.unitCode).getByRole('checkbox').check();
    await page.getByRole('button', { name: '批量通过 1 个' }).click();
    const reviewer = await signedIn(other.reviewer, `/reviews/${other.budgetId}/1/annexes`);
    await reviewer.getByRole('button', { name: '退回修改' }).click();
    await reviewer.getByRole('dialog').getByLabel('退回原因').fill('先退回');
    await reviewer.getByRole('dialog').getByRole('button', { name: '确认退回' }).click();
    await expect(reviewer).toHaveURL('/reviews');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '确认通过 1 个' }).click();
    await expect(dialog.getByText('1 个没有成功')).toBeVisible();
    await expect(dialog.getByRole('row').nth(1)).toContainText('已退回');
  });
});
