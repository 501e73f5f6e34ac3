import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { exportAs } from '../pages/export-dialog.ts';
import { ReviewPage } from '../pages/review-page.ts';

/*
 * The pictures of the README, of the real screens with the demonstration data:
 * PICTURES=1 npm test -- --only=build,browser (the page of the PDF wants pdftoppm)
 */

const ANNEX_2_PAGE = '7';

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `docs/images/${name}.png`, animations: 'disabled', caret: 'hide' });
}

test('sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('用户名')).toBeFocused();
  await take(page, 'sign-in');
});

test('a page of the PDF', async ({ signedIn }, testInfo) => {
  const draft = new DraftPage(await signedIn(accountOf('clerk')));
  await draft.page
    .getByRole('link', { name: /^309001/ })
    .first()
    .click();
  const { bytes } = await exportAs(draft.page, 'PDF');
  const file = testInfo.outputPath('budget.pdf');
  writeFileSync(file, bytes);
  const page = ['-png', '-singlefile', '-r', '64', '-f', ANNEX_2_PAGE, '-l', ANNEX_2_PAGE];
  execFileSync('pdftoppm', [...page, file, 'docs/images/pdf-page']);
});

test('drafting, checks, annex, review', async ({ signedIn }) => {
  const draft = new DraftPage(await signedIn(accountOf('clerk')));
  await draft.page
    .getByRole('link', { name: /^309001/ })
    .first()
    .click();
  await draft.open('基本支出');
  const grid = draft.grid('基本支出');

  await test.step('the annex', async () => {
    await draft.open('附件预览');
    await draft.page.getByRole('button', { name: /^附件4/ }).click();
    await expect(draft.page.getByRole('table').getByText('公务用车购置及运行费').first()).toBeVisible();
    await take(draft.page, 'annex');
  });
  await test.step('a line that the revenue no longer covers', async () => {
    await draft.open('基本支出');
    await grid.type('30201', '金额（元）', '12万');
    await draft.expectSaved();
    await grid.select('30201', '金额（元）');
    await take(draft.page, 'drafting');
    await draft.open('校验');
    await expect(draft.page.getByRole('region', { name: '错误' })).toBeVisible();
    await take(draft.page, 'checks');
  });
  await test.step('the second version under review', async () => {
    await draft.open('收入预算');
    await draft.grid('收入').type('2010308', '金额（元）', '7952688');
    await draft.expectSaved();
    await draft.submit();
    await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
    const review = new ReviewPage(await signedIn(accountOf('reviewer')));
    await review.openFromList('309001');
    await review.open('基本支出');
    const line = review.lines('基本支出').getByRole('row').filter({ hasText: '30201' });
    await review.comment(line, '办公费比上年增加较多，请说明原因或核减到11.5万元以内。');
    await review.return('办公费偏高，请核减后重新报送。');
    await draft.page.reload();
    await draft.open('基本支出');
    await grid.type('30201', '金额（元）', '11.5万');
    await draft.open('收入预算');
    await draft.grid('收入').type('2010308', '金额（元）', '7947688');
    await draft.expectSaved();
    await draft.submit();
    await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
    await review.page.reload();
    await review.openFromList('309001');
    await review.open('基本支出');
    await expect(line.getByRole('insertion')).toHaveText('115,000.00');
    await take(review.page, 'review');
  });
});
