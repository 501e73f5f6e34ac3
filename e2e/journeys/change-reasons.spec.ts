import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('a large change wants reasons whose amounts add up', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/prior-year`);
  const draft = new DraftPage(page);
  const reasons = page.getByRole('region', { name: '增减原因' });
  await draft.grid('上年数').type('2080505', '上年数（元）', '200000');
  const demanded = reasons.getByRole('row').filter({ hasText: '2080505' });
  await expect(demanded.getByText('须说明')).toBeVisible();
  const toggle = demanded.getByRole('button', { name: /2080505/ });
  const grid = draft.grid(await gridName(toggle));
  await toggle.click();
  const rest = reasons.getByText(/^尚差/);
  await grid.addRow(['人员增减', '100000', '+5', '新增5人']);
  await expect(demanded.getByText(/^差 /)).toBeVisible();
  await expect(page.getByRole('link', { name: /^上年数/ })).toContainText('1');
  await reasons.getByRole('button', { name: '差额补到最后一项' }).click();
  await expect(rest).toHaveText('尚差 0.00');
  await expect(demanded.getByText('已说明')).toBeVisible();
  await draft.expectSaved();
  await page.getByRole('main').getByRole('button', { name: /^撤销/ }).click();
  await expect(demanded.getByText(/^差 /)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: /^重做/ }).click();
  await expect(demanded.getByText('已说明')).toBeVisible();
});

test('a change that needs reasons cannot be explained away in words', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/prior-year`);
  const draft = new DraftPage(page);
  await draft.grid('上年数').type('2080505', '上年数（元）', '200000');
  await draft.expectSaved();
  await draft.open('校验');
  const finding = page
    .getByRole('region', { name: '提醒' })
    .getByRole('article')
    .filter({ hasText: '2080505 机关事业单位基本养老保险缴费支出' });
  await expect(finding.first()).toContainText('此项不能只写说明');
  await expect(finding.first().getByRole('textbox')).toHaveCount(0);
});

/** The grid under a figure is called after it. */
async function gridName(toggle: Locator): Promise<string> {
  const text = (await toggle.innerText()).replace(/^[▸▾]\s*/, '');
  return `${text}的增减原因`;
}
