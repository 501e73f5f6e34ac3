import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

/** The first finding whose explanation somebody may judge or write anew. */
function firstWarning(page: Page): Locator {
  return page.getByRole('region', { name: '提醒' }).getByRole('article').first();
}

test('an explanation is refused with a reason, comes back, is written anew and approved', async ({
  signedIn,
  office,
}) => {
  test.slow();
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`));
  await draft.submit();

  const review = new ReviewPage(await signedIn(office.reviewer, '/reviews'));
  await test.step('the reviewer refuses it', async () => {
    await review.openFromList(office.unitName);
    await review.open('校验');
    const warning = firstWarning(review.page);
    await warning.getByRole('button', { name: '不认可' }).click();
    await warning.getByRole('button', { name: '确认不认可' }).click();
    await expect(warning.getByText('请写明不认可的理由')).toBeVisible();
    await warning.getByLabel('不认可的理由').fill('没有写明依据的文件');
    await warning.getByRole('button', { name: '确认不认可' }).click();
    await expect(warning.getByText('没有写明依据的文件')).toBeVisible();
    await expect(review.page.getByRole('status', { name: '说明审核进度' })).toContainText('不认可 1');
  });

  await test.step('it stands in the way of approval', async () => {
    await review.page.getByRole('button', { name: '审核通过' }).click();
    const dialog = review.page.getByRole('dialog', { name: '审核通过' });
    await expect(dialog.getByText('有 1 条说明不认可')).toBeVisible();
    await dialog.getByRole('button', { name: '确认通过' }).click();
    await expect(dialog.getByText(/1 条.*不认可|不认可.*1 条/).last()).toBeVisible();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(dialog).toBeHidden();
    await review.return('请按意见补充说明');
  });

  await test.step('the clerk sees why, and has to write it anew', async () => {
    await draft.page.goto(`/budgets/${office.budgetId}/checks`);
    const warning = firstWarning(draft.page);
    await expect(warning.getByRole('note')).toContainText('认可：没有写明依据的文件');
    await expect(warning.getByText('说明还没有改动')).toBeVisible();
    const dialog = await draft.submitInVain();
    await draft.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await warning.getByLabel('说明（审核人可见）').fill('按本年下达的任务文件安排，文件随附件报送');
    await warning.getByLabel('说明（审核人可见）').blur();
    await expect(warning.getByText('说明已改写')).toBeVisible();
    await draft.submit();
  });

  await test.step('the reviewer accepts it and approves', async () => {
    await review.page.reload();
    await review.openFromList(office.unitName);
    await review.open('校验');
    const warning = firstWarning(review.page);
    await expect(warning.getByRole('note')).toContainText('说明已改写');
    await warning.getByRole('button', { name: '认可', exact: true }).click();
    await expect(warning.getByText('已认可')).toBeVisible();
    await expect(review.page.getByRole('status', { name: '说明审核进度' })).toContainText('不认可 0');
    await review.approve();
  });
});
