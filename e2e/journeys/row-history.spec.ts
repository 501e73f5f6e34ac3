import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { RowHistory } from '../pages/row-history.ts';

const AMOUNT = '金额（元）';

test('the history of a cell by one key, and of its line for the reviewer', async ({ signedIn, office }) => {
  test.slow();
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const history = new RowHistory(page);
  await grid.select('30205', AMOUNT);
  const original = await grid.input.inputValue();

  await test.step('the clerk changes an amount twice and asks what it was', async () => {
    await grid.type('30205', AMOUNT, '12345.67');
    await draft.expectSaved();
    await grid.type('30205', AMOUNT, original);
    await grid.select('30205', AMOUNT);
    await page.keyboard.press('Shift+F2');
    await expect(history.entries).toHaveCount(3);
    await expect(history.entries.nth(0)).toContainText(`12,345.67 元 → 改为${original} 元`);
    await expect(history.entries.nth(0)).toContainText('本单位经办（单位经办）第 1 版修改');
    await expect(history.entries.nth(1)).toContainText(`${original} 元 → 改为12,345.67 元`);
    await expect(history.entries.nth(2)).toContainText('来自预算数据包');
    await expectAccessible(page);
    await page.screenshot({ path: 'test-results/row-history-cell.png' });
  });

  await test.step('of the whole row, and back to the cell', async () => {
    await history.show('整行');
    await expect(history.entries).toHaveCount(3);
    await history.close();
    await expect(grid.input).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F2');
    await expect(history.drawer).toContainText('备注');
    await expect(history.entries).toHaveCount(1);
    await history.close();
  });

  await test.step('of a field of a form, from the strip below it', async () => {
    await draft.open('单位情况与说明文字');
    await page.getByLabel('在编在岗').focus();
    await page.getByRole('complementary', { name: '填写说明' }).getByRole('button', { name: '修改记录' }).click();
    await expect(history.drawer).toContainText('在编在岗人员');
    await expect(history.entries).toHaveCount(1);
    await page.screenshot({ path: 'test-results/row-history-field.png' });
    await history.close();
    await expect(page.getByLabel('在编在岗')).toBeFocused();
  });

  await test.step('of the line behind a printed figure', async () => {
    await page.goto(`/budgets/${office.budgetId}/annexes?annex=3`);
    const preview = page.getByRole('region', { name: '预览' });
    await preview.getByRole('button', { name: /^水费 总计/ }).click();
    await page.getByRole('button', { name: '修改记录' }).click();
    await expect(history.entries).toHaveCount(3);
    await page.screenshot({ path: 'test-results/row-history-annex.png' });
    await history.close();
    await page.keyboard.press('Escape');
  });

  await test.step('the reviewer sees the same for the line', async () => {
    await draft.submit();
    const review = new ReviewPage(await signedIn(office.reviewer, '/reviews'));
    await review.openFromList(office.unitName);
    await review.open('基本支出');
    const seen = new RowHistory(review.page);
    const line = review.lines('基本支出').getByRole('row').filter({ hasText: '30205' });
    await line.getByRole('button', { name: '记录' }).click();
    await expect(seen.entries).toHaveCount(3);
    await expect(seen.entries.nth(1)).toContainText(`${original} 元 → 改为12,345.67 元`);
    await expectAccessible(review.page);
    await review.page.screenshot({ path: 'test-results/row-history-review.png' });
    await seen.close();
    await review.page.screenshot({ path: 'test-results/row-history-lines.png' });
  });
});
