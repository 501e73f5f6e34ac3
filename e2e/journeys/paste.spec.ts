import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { NEW_ROW } from '../pages/grid.ts';

/** As Excel hands cells over: tabs between them, line ends of Windows, the last one included. */
const FROM_EXCEL = [
  '2010308\t信访事务\t30201\t办公费\t一般公共预算\t\t1,200.50\t报刊',
  '2010308\t信访事务\t30202\t印刷费\t一般公共预算\t\t￥300.00\t',
  '2014001\t信访事务\t30205\t水费\t一般公共预算\t\t12.345\t',
]
  .map((line) => `${line}\r\n`)
  .join('');

const REFUSED_MEGABYTES = 10;

test('rows from Excel are added, and the cells that cannot be taken are counted', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  await grid.expectRows(34);
  await grid.select(1, '功能科目');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await expect(grid.input).toHaveAccessibleName('新增行 功能科目');
  await grid.paste(FROM_EXCEL);
  const notice = page.getByRole('alert').filter({ hasText: '已粘贴' });
  await expect(notice).toContainText('新增 3 行');
  await expect(notice).toContainText('2 个单元格的内容有误，已标红，改正后才会保存');
  await grid.expectRows(37);
  await grid.expectText(35, '金额（元）', '1,200.50');
  await grid.expectText(36, '经济科目名称', '印刷费');
  await grid.expectText(37, '金额（元）', '12.345');
  await grid.expectText(37, '功能科目', '2014001');
  await expect(page.getByRole('button', { name: '2 处填写有误，未保存' })).toBeVisible();
  await draft.expectSaved();

  await grid.select(36, '备注');
  await page.keyboard.press('Control+z');
  await grid.expectRows(34);
  await expect(page.getByRole('button', { name: /填写有误/ })).toBeHidden();
  await draft.expectSaved();
  await expect(grid.row(NEW_ROW)).toBeVisible();
});

test('a paste of 10 MB is refused with a sentence and changes nothing', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  await grid.select('30201', '金额（元）');
  await grid.paste('1234567\t'.repeat((REFUSED_MEGABYTES * 1_048_576) / 8));
  await expect(page.getByRole('alert').filter({ hasText: '粘贴的内容超过 5 MB，没有写入' })).toBeVisible();
  await expect(grid.input).toHaveValue('110,000.00');
  await grid.expectRows(34);
  await draft.expectSaved();
});
