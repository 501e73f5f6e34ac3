import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { NEW_ROW } from '../pages/grid.ts';

test('computed parents follow the lines, close and open, and are never written', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const { keyboard } = page;
  const sumOf = (code: string) => grid.parent(code).getByRole('gridcell').nth(6);

  await test.step('sums of 类, 款 and 项', async () => {
    for (const code of ['201', '20103', '2010308']) await expect(sumOf(code)).toHaveText('4,752,688.00');
    await expect(grid.root).toHaveAttribute('aria-rowcount', /^\d+$/);
    await grid.type('30201', '金额（元）', '120000');
    await expect(sumOf('201')).toHaveText('4,762,688.00');
  });

  await test.step('Space closes and opens, findings open what they point into', async () => {
    await grid.select(1, '功能科目');
    await keyboard.press('ArrowUp');
    await expect(grid.input).toHaveAccessibleName(/^汇总行 2010308 信访事务，已展开/);
    await expect(grid.input).not.toBeEditable();
    await keyboard.press('Space');
    await expect(grid.input).toHaveAccessibleName(/已收起/);
    await expect(grid.row('30201')).toBeHidden();
    await keyboard.press('Space');
    await expect(grid.row('30201')).toBeVisible();
    await grid.select('30201', '金额（元）');
    await keyboard.press('Alt+Shift+ArrowLeft');
    await expect(grid.input).toHaveAccessibleName(/^汇总行 2010308 .*已收起/);
    await keyboard.press('Alt+Shift+ArrowRight');
    await expect(grid.row('30201')).toBeVisible();
  });

  await test.step('a line keeps its place until the keyboard leaves it, then stands under its code', async () => {
    await grid.select(NEW_ROW, '功能科目');
    await keyboard.type('2010301');
    await keyboard.press('Tab');
    await keyboard.type('30202');
    await keyboard.press('Tab');
    await expect(grid.input).toHaveAccessibleName(/^第 35 行/);
    await expect(grid.parent('2010301')).toBeHidden();
    await keyboard.press('Enter');
    await keyboard.press('Control+Home');
    await expect(grid.input).toHaveAccessibleName(/^汇总行 201 /);
    await expect(grid.row('2010301').getByRole('rowheader')).toHaveText('1');
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await grid.expectRows(34);
  });

  await test.step('a paste over parents passes them by, and a copy of them comes back as it was', async () => {
    await keyboard.press('Control+a');
    const copied = await grid.copy();
    expect(copied.text.split('\r\n').length).toBeGreaterThan(34);
    expect(copied.text).toContain('一般公共服务支出');
    expect(copied.html).toContain('<table');
    await grid.paste(copied);
    await expect(page.getByText(/已粘贴 0 个单元格；跳过 \d+ 行合计或上级科目/)).toBeVisible();
    await grid.expectRows(34);
    /* The lines are selected with their parents, and added once. */
    await expect(grid.footer).toContainText('求和 6,195,960.00');
    await keyboard.press('Control+Home');
    await expect(sumOf('201')).toHaveText('4,762,688.00');
  });

  await test.step('without parents the lines stand as they were entered, also after a reload', async () => {
    await page.getByLabel('显示汇总行').selectOption('不显示汇总行');
    await expect(grid.parent('201')).toBeHidden();
    await draft.expectSaved();
    await page.reload();
    await expect(grid.row('30201')).toBeVisible();
    await expect(grid.parent('201')).toBeHidden();
    await page.getByLabel('显示汇总行').selectOption('汇总行：经济科目');
    await expect(grid.parent('301')).toBeVisible();
  });
});

test('a printed table may be pasted with its totals: they are left out and counted', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');
  await grid.select(NEW_ROW, '功能科目');
  await grid.paste(
    [
      '合计\t\t\t\t\t\t3.00\t',
      '201\t一般公共服务支出\t\t\t\t\t3.00\t',
      '20103\t政府办公厅（室）及相关机构事务\t\t\t\t\t3.00\t',
      '2010301\t行政运行\t30201\t办公费\t一般公共预算\t\t１．００\t',
      '2010301\t行政运行\t30202\t印刷费\t一般公共预算\t\t0.0002万元\t"两行\n备注"',
    ].join('\r\n'),
  );
  await expect(page.getByText('新增 2 行；跳过 3 行合计或上级科目（由系统计算）。')).toBeVisible();
  await grid.expectRows(36);
  await grid.expectText(35, '金额（元）', '1.00');
  await grid.expectText(36, '金额（元）', '2.00');
  await grid.expectText(36, '备注', '两行 备注');
});
