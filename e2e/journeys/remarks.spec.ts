import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

test('a remark stands on a printed cell, is settled, opened again, and reaches the clerk', async ({
  signedIn,
  office,
}) => {
  test.slow();
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`));
  await draft.submit();
  const review = new ReviewPage(await signedIn(office.reviewer, '/reviews'));
  const { page } = review;
  await review.openFromList(office.unitName);
  await page
    .getByRole('navigation', { name: '说明与附件' })
    .getByRole('button', { name: /^附件3/ })
    .click();
  const sheet = page.getByRole('region', { name: '预览' });

  await test.step('by the keyboard alone', async () => {
    await sheet.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await expect(sheet.getByRole('status')).toContainText('附件3 · ');
    await page.keyboard.press('c');
    await page.getByLabel(/^对“附件3 · .+”的意见$/).fill('与上年口径不一致');
    await page.getByRole('button', { name: '保存意见' }).click();
    await expect(review.remark('与上年口径不一致')).toContainText('附件3 · ');
    await expect(sheet.getByTitle('有待处理的意见')).toHaveCount(1);
  });

  await test.step('settled and opened again', async () => {
    await review.remark('与上年口径不一致').getByRole('button', { name: '标为已解决' }).click();
    await expect(sheet.getByTitle('有待处理的意见')).toHaveCount(0);
    await page.getByText(/^已解决 1$/).click();
    await review.remark('与上年口径不一致').getByRole('button', { name: '重新打开' }).click();
    await expect(sheet.getByTitle('有待处理的意见')).toHaveCount(1);
    await page.getByText(/^待处理 1$/).click();
  });

  await test.step('the way back to the cell', async () => {
    await review.open('校验');
    await review
      .remark('与上年口径不一致')
      .getByRole('button', { name: /^附件3 · / })
      .click();
    await expect(page).toHaveURL(/annexes\?annex=3&cell=/);
    await expect(sheet.getByTitle('有待处理的意见')).toBeInViewport();
  });

  await test.step('the clerk has it after the return', async () => {
    await review.return('请按意见修改');
    await draft.page.goto(`/budgets/${office.budgetId}/comments`);
    const remark = draft.page.getByRole('article', { name: '审核意见' });
    await remark.getByRole('button', { name: /^附件3 · / }).click();
    await expect(draft.page).toHaveURL(/annexes\?annex=3&cell=/);
  });
});
