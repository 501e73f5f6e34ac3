import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { Keyboard } from '../pages/keyboard.ts';

test('from sign-in to a corrected line without a mouse', async ({ page, office }) => {
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const { keyboard } = page;
  const hands = new Keyboard(page);

  await page.goto('/sign-in');
  await expect(page.getByLabel('用户名')).toBeFocused();
  await keyboard.type(office.clerk.username);
  await keyboard.press('Tab');
  await keyboard.type(office.clerk.password);
  await keyboard.press('Enter');
  await hands.tabTo(page.getByRole('link', { name: new RegExp(`^${office.unitCode}`) }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '收入预算' })).toBeVisible();
  await hands.tabTo(page.getByRole('link', { name: /^基本支出/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '基本支出', level: 2 })).toBeVisible();

  await test.step('move to 办公费, type over it, go down', async () => {
    await hands.tabTo(grid.root);
    for (let row = 1; row < 6; row += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Control+ArrowRight');
    await keyboard.press('ArrowLeft');
    await expect(grid.input).toHaveAccessibleName(/^第 6 行 金额（元）/);
    await expect(grid.input).toHaveValue('110,000.00');
    await keyboard.type('12.5万');
    await keyboard.press('Enter');
    await grid.expectText('30201', '金额（元）', '125,000.00');
    await expect(grid.input).toHaveAccessibleName(/^第 7 行 金额（元）/);
    await draft.expectSaved();
  });

  await test.step('Esc gives back what was there', async () => {
    await keyboard.press('ArrowUp');
    await keyboard.type('99');
    await keyboard.press('Escape');
    await expect(grid.input).toHaveValue('125,000.00');
  });

  await test.step('undo and redo', async () => {
    await keyboard.press('Control+z');
    await expect(grid.input).toHaveValue('110,000.00');
    await keyboard.press('Control+y');
    await expect(grid.input).toHaveValue('125,000.00');
    await draft.expectSaved();
  });

  await test.step('? shows the keys, Esc closes them and the grid has the keyboard again', async () => {
    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: '表格快捷键' });
    await expect(help.getByText('向下填充')).toBeVisible();
    await keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(grid.input).toBeFocused();
  });

  await test.step('Esc and Tab leave the grid', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Tab');
    await expect(grid.input).not.toBeFocused();
  });

  await page.reload();
  await grid.expectText('30201', '金额（元）', '125,000.00');
});

test('F9 checks, F6 goes round the regions, the first Tab offers the way to the content', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  await expect(page.getByRole('grid', { name: '基本支出' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('navigation', { name: '预算进度' }).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: /^全部校验/ })).toBeFocused();
});

test('choices by keyboard: a word of a code, the list of sources', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`);
  const grid = new DraftPage(page).grid('收入');
  await grid.select('＋', '功能科目');
  await page.keyboard.type('xfsw');
  await expect(page.getByRole('listbox', { name: '功能科目选项' }).getByRole('option').first()).toContainText(
    '信访事务',
  );
  await page.keyboard.press('Enter');
  await grid.expectText(10, '功能科目名称', '信访事务');
  await grid.select(10, '资金来源');
  await page.keyboard.press('Alt+ArrowDown');
  const sources = page.getByRole('listbox', { name: '资金来源选项' });
  await expect(sources).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const chosen = (await sources.getByRole('option', { selected: true }).innerText()).trim();
  await page.keyboard.press('Enter');
  await grid.expectText(10, '资金来源', chosen);
});
