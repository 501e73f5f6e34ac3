import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { NEW_ROW } from '../pages/grid.ts';

test('codes: the likely ones first, a wrong pair said at once, a retired one replaced by one key', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const { keyboard } = page;

  await test.step('a code that ended offers what follows it', async () => {
    await grid.type(1, '功能科目', '2014001');
    await keyboard.press('ArrowUp');
    await expect(grid.footer.getByRole('button', { name: '改用 2010308 信访事务' })).toBeVisible();
    await keyboard.press('Alt+1');
    await expect(grid.input).toHaveValue('2010308');
    await expect(page.getByRole('button', { name: /填写有误/ })).toBeHidden();
  });

  await test.step('what was typed last is offered first, what goes with the other code before it', async () => {
    await keyboard.press('Alt+ArrowDown');
    const list = page.getByRole('listbox', { name: '功能科目选项' });
    await expect(list.getByRole('group', { name: '最近使用' }).getByRole('option').first()).toContainText('2010308');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await keyboard.press('Alt+Shift+ArrowLeft');
    await grid.select('2080505', '经济科目');
    await keyboard.press('Alt+ArrowDown');
    const paired = page.getByRole('listbox', { name: '经济科目选项' }).getByRole('group', { name: '对应科目' });
    await expect(paired.getByRole('option')).toHaveText([/^30108 /]);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  });

  await test.step('codes that do not go together', async () => {
    await grid.select(NEW_ROW, '功能科目');
    for (const text of ['2080505', '30201']) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await keyboard.press('Shift+Tab');
    await expect(grid.input).toHaveAccessibleDescription(/^2080505一般对应30108 机关事业单位基本养老保险缴费/);
    await expect(grid.footer).toContainText('2080505一般对应30108');
  });
});

test('texts that were refused are counted and gone round by Shift+F8', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');
  await grid.select(2, '金额（元）');
  await grid.paste('一元\r\n5\r\n二元');
  await expect(grid.footer.getByRole('button', { name: '2 处未写入' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+F8');
  await expect(grid.input).toHaveAccessibleName('第 2 行 金额（元）');
  await page.keyboard.press('Shift+F8');
  await expect(grid.input).toHaveAccessibleName('第 4 行 金额（元）');
  await expect(grid.input).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Shift+F8');
  await expect(grid.input).toHaveAccessibleName('第 2 行 金额（元）');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(grid.footer.getByRole('button', { name: '1 处未写入' })).toBeVisible();
});

test('a Chinese input method writes from its first key; a drag past the edge scrolls on', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');
  await test.step('composition over what was there', async () => {
    await grid.select(1, '备注');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'bao', selectionStart: 3, selectionEnd: 3 });
    await devtools.send('Input.insertText', { text: '报刊' });
    await page.keyboard.press('Enter');
    await grid.expectText(1, '备注', '报刊');
    await expect(await grid.cell(1, '备注')).toHaveAttribute('data-changed', 'true');
  });
  await test.step('from a cell to below the grid', async () => {
    const from = await (await grid.cell(1, '金额（元）')).boundingBox();
    const box = await grid.root.boundingBox();
    if (!from || !box) throw new Error('the grid is not drawn');
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, box.y + box.height + 60, { steps: 4 });
    await expect(grid.footer).toContainText('求和 6,185,960.00');
    await page.mouse.up();
  });
});
