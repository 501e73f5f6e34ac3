import type { Page, Route } from '@playwright/test';
import { basicLines } from '../fixtures/demonstration.ts';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { type Grid, NEW_ROW } from '../pages/grid.ts';

const SLOWNESS = 2;
/** What a page puts off until after a paint comes so much later, as on a computer that has other things to do. */
const LATENESS_MS = 60;

/** A draft without a row on such a computer. */
async function slowDraft(open: () => Promise<Page>): Promise<DraftPage> {
  const page = await open();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  await page.addInitScript((lateness) => {
    const send = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      setTimeout(() => send.call(this, message), lateness);
    };
  }, LATENESS_MS);
  await page.reload();
  return new DraftPage(page);
}

/** Makes a cell of the empty row the active one; a slow page that has just come hears the mouse a while after it is seen. */
async function startTyping(grid: Grid, column: string): Promise<void> {
  await expect(async () => {
    await grid.select(NEW_ROW, column);
    await expect(grid.input).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

/** The texts of some columns, row by row, wherever they are in sight. */
async function texts(grid: Grid, columns: readonly number[]): Promise<readonly (readonly string[])[]> {
  await grid.toEnd();
  await grid.page.keyboard.press('Control+a');
  const { text } = await grid.copy();
  const rows = text.split(/\r?\n/).filter((row) => row !== '');
  return rows.map((row) => columns.map((column) => row.split('\t')[column] ?? ''));
}

test('lines typed faster than they are drawn stand where they belong', async ({ signedIn, office }) => {
  const { budgetId } = await emptyDraftBeside(office);
  const draft = await slowDraft(() => signedIn(office.clerk, `/budgets/${budgetId}/basic-expenditure`));
  const { page } = draft;
  const grid = draft.grid('基本支出');
  const lines = (await basicLines()).slice(0, 20);
  await startTyping(grid, '功能科目');
  for (const { functionCode, economicCode, amountYuan } of lines) {
    await page.keyboard.type(functionCode);
    await page.keyboard.press('Tab');
    await page.keyboard.type(economicCode);
    await page.keyboard.press('Tab');
    /* 资金来源 and 上年结转 are right as they begin. */
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(String(amountYuan));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
  }
  await page.getByLabel('显示汇总行').selectOption('不显示汇总行');
  expect(await texts(grid, [0, 2, 6])).toEqual(
    lines.map(({ functionCode, economicCode, amountYuan }) => [
      functionCode,
      economicCode,
      amountYuan.toLocaleString('en-US', { minimumFractionDigits: 2 }),
    ]),
  );
  await draft.expectSaved();
});

test('a choice is only taken for what is typed now, not for what stood there before', async ({ signedIn, office }) => {
  const { budgetId } = await emptyDraftBeside(office);
  const page = await signedIn(office.clerk, `/budgets/${budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const choice = page.getByRole('listbox', { name: '功能科目选项' }).getByRole('option', { selected: true });
  await startTyping(grid, '功能科目');
  await page.keyboard.type('行政');
  await expect(choice).toContainText('行政');
  /* What finds codes by their initials is fetched with the first letter, over a network that takes its time. */
  const held: Route[] = [];
  await page.route('**/*.js', (route) => void held.push(route));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('xfsw');
  await page.keyboard.press('Enter');
  await grid.expectText(1, '功能科目', 'xfsw');
  for (const route of held) await route.continue();
  await page.unroute('**/*.js');
  await grid.select(1, '功能科目');
  await page.keyboard.type('xfsw');
  await expect(choice).toContainText('信访事务');
  await page.keyboard.press('Enter');
  await grid.expectText(1, '功能科目名称', '信访事务');
  await grid.expectRows(1);
  await draft.expectSaved();
});

test('what is typed into the empty row goes on in the row that it makes, by mouse too', async ({
  signedIn,
  office,
}) => {
  const { budgetId } = await emptyDraftBeside(office);
  const page = await signedIn(office.clerk, `/budgets/${budgetId}/basic-expenditure`);
  const grid = new DraftPage(page).grid('基本支出');

  await test.step('a choice that is clicked', async () => {
    await startTyping(grid, '功能科目');
    await page.keyboard.type('2010308');
    await page.getByRole('listbox', { name: '功能科目选项' }).getByRole('option').first().click();
    await expect(grid.input).toHaveAccessibleName('第 1 行 功能科目');
    await page.keyboard.press('Tab');
    await page.keyboard.type('30201');
    await page.keyboard.press('Enter');
    await grid.expectText(1, '经济科目', '30201');
    await grid.expectRows(1);
  });

  await test.step('another cell that is clicked', async () => {
    await startTyping(grid, '功能科目');
    await page.keyboard.type('2010308');
    await (await grid.cell(NEW_ROW, '金额（元）')).click();
    await expect(grid.input).toHaveAccessibleName('第 2 行 金额（元）');
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');
    await grid.expectText(2, '金额（元）', '50.00');
    await grid.expectRows(2);
  });

  await test.step('a key that leads to another page', async () => {
    await grid.select(1, '金额（元）');
    await page.keyboard.type('12.5万');
    await page.keyboard.press('F8');
    await expect(page).not.toHaveURL(/basic-expenditure/);
    await new DraftPage(page).open('基本支出');
    await grid.expectText(1, '金额（元）', '125,000.00');
  });
});
