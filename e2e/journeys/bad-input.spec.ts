import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

const BAD_AMOUNTS = [
  ['12.345', '“12.345”的小数超过 2 位，金额只精确到分。请四舍五入后填写。'],
  ['−5', '“−5”是负数，预算金额不能小于 0。'],
  ['1e9', '“1e9”是科学记数法，容易看错位数。请写成普通数字'],
  ['一千', '“一千”不是金额。请填写数字'],
  ['99999999999999999', '超出了系统能处理的范围'],
] as const;

const GOOD_AMOUNTS = [
  ['１２．５', '12.50'],
  ['12,000.50元', '12,000.50'],
  ['0.12万元', '1,200.00'],
] as const;

const BAD_CODES = [
  ['2099999', '2023 年的科目中没有 2099999。请核对编码'],
  ['20103', '20103 政府办公厅（室）及相关机构事务不是末级科目，请选到项级（7 位）。'],
  ['2014001', '2014001 不是 2023 年的科目，请改用 2010308 信访事务。'],
  ['不存在的科目', '没有名称为“不存在的科目”的末级科目。'],
] as const;

test('an amount that cannot be taken stays where it was typed, with a sentence, and holds up the submission', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  for (const [typed, sentence] of BAD_AMOUNTS) {
    await grid.type('30201', '金额（元）', typed);
    await grid.expectText('30201', '金额（元）', typed);
    await expect(await grid.cell('30201', '金额（元）')).toHaveAttribute('aria-invalid', 'true');
    await grid.select('30201', '金额（元）');
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: sentence })).toBeVisible();
    await expect(page.getByRole('button', { name: '1 处填写有误，未保存' })).toBeVisible();
  }
  await draft.submitButton.click();
  await page.getByRole('dialog').getByRole('button', { name: '确认送审' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('还有内容没有保存成功');
});

test('amounts as offices write them are taken', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  for (const [typed, shown] of GOOD_AMOUNTS) {
    await grid.type('30201', '金额（元）', typed);
    await grid.expectText('30201', '金额（元）', shown);
  }
  await expect(page.getByRole('button', { name: /填写有误/ })).toBeHidden();
  await draft.expectSaved();
});

test('a code that cannot stand in a line says what to take instead', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');
  for (const [typed, sentence] of BAD_CODES) {
    await grid.select(6, '功能科目');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await grid.expectText(6, '功能科目', typed);
    await grid.select(6, '功能科目');
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: sentence })).toBeVisible();
  }
  await grid.type(6, '功能科目', '2010308');
  await expect(page.getByRole('button', { name: /填写有误/ })).toBeHidden();
});

test('what could not be taken survives a reload and can be mended then', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  page.on('dialog', (dialog) => dialog.accept()); // the browser's own warning before leaving
  await grid.type('30201', '金额（元）', '12万5千');
  await expect(page.getByRole('button', { name: '1 处填写有误，未保存' })).toBeVisible();
  await page.reload();
  await page.getByRole('dialog', { name: '发现上次没有保存的修改' }).getByRole('button', { name: '恢复修改' }).click();
  await grid.expectText('30201', '金额（元）', '12万5千');
  await page.getByRole('button', { name: '1 处填写有误，未保存' }).click();
  await expect(grid.input).toBeFocused();
  await page.keyboard.type('12.5万');
  await page.keyboard.press('Enter');
  await grid.expectText('30201', '金额（元）', '125,000.00');
  await draft.expectSaved();
  await expect(page.getByRole('button', { name: /填写有误/ })).toBeHidden();
});

test('a field of a form keeps a wrong month and says how to write it', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative`);
  const field = page.getByRole('group', { name: /^人员/ }).getByLabel('统计截至');
  await field.fill('2022年13月');
  await field.press('Tab');
  await expect(field).toHaveValue('2022年13月');
  await expect(field).toHaveAccessibleDescription(/“2022年13月”应写成年月，例如 2022-12。/);
  await field.fill('2022年11月');
  await field.press('Tab');
  await expect(field).toHaveValue('2022-11');
});

test('what is typed before the programs of a page have come is kept', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk);
  let come = () => {};
  const arrival = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(`/budgets/${office.budgetId}/start/printed-annexes`, { waitUntil: 'commit' });
  const [annex2, annex3] = [page.getByLabel(/^附件2/), page.getByLabel(/^附件3/)];
  await annex2.fill('一张没有编码的表');
  come();
  await expect(page.getByRole('list', { name: '需要改正' })).toContainText('没有读到附件2的行');
  await annex3.fill('另一张');
  await expect(annex2).toHaveValue('一张没有编码的表');
});

test('a dialog that takes the focus late takes it from nobody', async ({ signedIn, office }) => {
  const page = await signedIn(accountOf('admin'), '/admin/users');
  // As on a busy computer, which has other things to do first
  await page.evaluate(() => {
    const begin = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms?: number) => begin(run, ms || 1_500)) as typeof window.setTimeout;
  });
  await page.getByRole('textbox', { name: '查找' }).fill(office.colleague.username);
  await page.getByRole('button', { name: `编辑：${office.colleague.username}` }).click();
  const units = page.getByRole('dialog').getByRole('combobox', { name: '单位经办负责的单位' });
  await units.fill(office.unitCode);
  // Begun behind the dialog's own, it ends behind it
  await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve)));
  await expect(units).toBeFocused();
  await expect(units).toHaveValue(office.unitCode);
});
