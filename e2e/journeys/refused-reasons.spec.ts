import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

const RETIREMENTS = '年内3名同志退休，退休人员生活补贴相应增加';

const regionOf = (page: Page) => page.getByRole('region', { name: '增减原因' });
/** The reasons for the change of the pensions, as the reviewer reads them. */
const pensionsOf = (page: Page) => regionOf(page).getByRole('article').filter({ hasText: '2080599' });

test('the reasons for a change are refused, come back, are written anew and approved', async ({ signedIn, office }) => {
  test.slow();
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`));
  await draft.submit();

  const review = new ReviewPage(await signedIn(office.reviewer, '/reviews'));
  const progress = review.page.getByRole('status', { name: '说明审核进度' });
  await test.step('the reviewer refuses them', async () => {
    await review.openFromList(office.unitName);
    await review.open('校验');
    const reasons = pensionsOf(review.page);
    await expect(reasons).toContainText(RETIREMENTS);
    await reasons.getByRole('button', { name: '不认可' }).click();
    await reasons.getByLabel('不认可的理由').fill('请写明各人退休的月份');
    await reasons.getByRole('button', { name: '确认不认可' }).click();
    await expect(reasons.getByText('请写明各人退休的月份')).toBeVisible();
    await expect(progress).toContainText('不认可 1');
  });

  await test.step('they stand in the way of approval', async () => {
    await review.page.getByRole('button', { name: '审核通过' }).click();
    const dialog = review.page.getByRole('dialog', { name: '审核通过' });
    await dialog.getByRole('button', { name: '确认通过' }).click();
    await expect(dialog.getByText('1 条说明未被认可')).toBeVisible();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(dialog).toBeHidden();
    await review.return('请补充增减原因');
  });

  await test.step('the clerk reads why beside the reasons, and has to write them anew', async () => {
    await draft.page.goto(`/budgets/${office.budgetId}/prior-year`);
    const reasons = regionOf(draft.page);
    await expect(reasons.getByText('未获认可', { exact: true })).toBeVisible();
    await expect(reasons.getByRole('note')).toContainText('认可：请写明各人退休的月份');
    await expect(reasons.getByText('增减原因还没有改动')).toBeVisible();
    const dialog = await draft.submitInVain();
    await expect(dialog).toContainText('增减原因上一版未获');
    await draft.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const toggle = reasons.getByRole('button', { name: /2080599/ });
    const label = (await toggle.innerText()).replace(/^[▸▾]\s*/, '');
    await toggle.click();
    await draft
      .grid(`${label}的增减原因`)
      .type(RETIREMENTS, '说明（例如：退休3人）', '3月、6月、9月各1名同志退休，退休人员生活补贴相应增加');
    await expect(reasons.getByText('增减原因已改写')).toBeVisible();
    await expect(reasons.getByText('未获认可', { exact: true })).toBeHidden();
    await draft.expectSaved();
    await draft.submit();
  });

  await test.step('the reviewer reads the new ones beside the old, accepts them and approves', async () => {
    await review.page.reload();
    await review.openFromList(office.unitName);
    await review.open('校验');
    const reasons = pensionsOf(review.page);
    await expect(reasons.getByRole('note')).toContainText('原增减原因：');
    await expect(reasons.getByRole('note')).toContainText(RETIREMENTS);
    await reasons.getByRole('button', { name: '认可', exact: true }).click();
    await expect(reasons.getByText('已认可')).toBeVisible();
    await expect(progress).toContainText('不认可 0');
    await review.approve();
  });
});
