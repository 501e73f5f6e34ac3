import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('annex 4 shows its merged headings, and a figure leads to its lines', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/annexes`);
  const draft = new DraftPage(page);
  await page
    .getByRole('navigation', { name: '说明与附件' })
    .getByRole('button', { name: /^附件4/ })
    .click();
  const preview = page.getByRole('region', { name: '预览' });
  const heading = (name: string) => preview.getByRole('columnheader', { name, exact: true });
  const vehicles = heading('公务用车购置及运行费');
  await expect(vehicles).toHaveCount(2);
  await expect(vehicles.first()).toHaveAttribute('colspan', '3');
  await expect(heading('总计').first()).toHaveAttribute('rowspan', '2');
  await expect(heading('部门名称')).toHaveAttribute('rowspan', '3');
  await expect(heading('2023年预算数')).toHaveAttribute('colspan', '6');
  await expect(preview.getByText('草稿')).toBeVisible();

  await preview.getByRole('button', { name: /^合计 公务接待费：16\.00/ }).click();
  const lines = page.getByRole('dialog');
  await expect(lines).toContainText('表列 16.00 万元，由下列 1 行构成，合计 160,000.00 元。');
  await lines.getByRole('button', { name: /30217 公务接待费/ }).click();
  await expect(page.getByRole('heading', { name: '基本支出', level: 2 })).toBeVisible();
  await expect(draft.grid('基本支出').input).toBeFocused();
  await expect(draft.grid('基本支出').input).toHaveValue('160,000.00');
});

test('the preview follows an edit at once, the narrative with it', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await draft.grid('基本支出').type('30201', '金额（元）', '12万元');
  await draft.open('附件预览');
  const preview = page.getByRole('region', { name: '预览' });
  await expect(preview).toContainText('938.6万元');
  await page
    .getByRole('navigation', { name: '说明与附件' })
    .getByRole('button', { name: /^附件3/ })
    .click();
  const row = preview.getByRole('row').filter({ hasText: '30201' });
  await expect(row.getByRole('cell', { name: /12\.00/ }).first()).toBeVisible();
});
