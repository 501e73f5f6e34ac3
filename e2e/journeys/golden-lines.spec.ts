import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { basicLines } from '../fixtures/demonstration.ts';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

/** The cells that were published, row by row. */
function published(annex: string): readonly unknown[] {
  const file = path.resolve(import.meta.dirname, `../../tests/fixtures/golden/${annex}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { rows: readonly unknown[] }).rows;
}

/** The same annex of a draft, out of the product. */
async function exported(page: Page, budgetId: string, annex: string): Promise<readonly unknown[]> {
  const answer = await page.request.get(`/api/v1/budgets/${budgetId}/exports?format=json&annexes=${Number(annex)}`);
  const { rows } = (await answer.json()) as { rows: readonly { cells: unknown }[] };
  return rows.map(({ cells }) => cells);
}

test('basic expenditure is pasted as Excel gives it, and annex 3 comes out as published', async ({
  signedIn,
  office,
}) => {
  const { budgetId } = await emptyDraftBeside(office);
  const page = await signedIn(office.clerk, `/budgets/${budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const lines = await basicLines();
  await grid.select('＋', '功能科目');
  await grid.paste(
    lines
      .map(({ functionCode, economicCode, source, amountYuan }) =>
        [functionCode, '', economicCode, '', source, '', Number(amountYuan).toLocaleString('en-US')].join('\t'),
      )
      .map((line) => `${line}\r\n`)
      .join(''),
  );
  await grid.expectRows(lines.length);
  await draft.expectSaved();
  expect(await exported(page, budgetId, '03')).toEqual(published('03'));
});

test('and the same typed line by line, without a mouse', async ({ signedIn, office }) => {
  const { budgetId } = await emptyDraftBeside(office);
  const page = await signedIn(office.clerk, `/budgets/${budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  const lines = await basicLines();
  await grid.root.focus();
  for (const { functionCode, economicCode, amountYuan } of lines) {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.keyboard.type(functionCode);
    await page.keyboard.press('Tab');
    /* What was typed has made a row of the empty one, and the keyboard is in it. */
    await expect(grid.input).toHaveAccessibleName(/^(?!新增行).*经济科目$/);
    await page.keyboard.type(economicCode);
    await page.keyboard.press('Tab');
    /* 资金来源 and 上年结转 are right as they begin. */
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(String(amountYuan));
    await page.keyboard.press('Enter');
  }
  await grid.expectRows(lines.length);
  await draft.expectSaved();
  expect(await exported(page, budgetId, '03')).toEqual(published('03'));
});

test('a paste of a thousand rows is one step, and undone as one', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  await grid.expectRows(34);
  await grid.toEnd();
  await grid.select('＋', '功能科目');
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `2010308\t\t30201\t\t一般公共预算\t\t${index + 1}.00\t第${index}项`,
  );
  await grid.paste(rows.join('\r\n'));
  await grid.expectRows(1_034);
  await draft.expectSaved();
  await page.keyboard.press('Control+z');
  await grid.expectRows(34);
  await draft.expectSaved();
  await page.keyboard.press('Control+y');
  await grid.expectRows(1_034);
  await page.keyboard.press('Control+z');
  await grid.expectRows(34);
  await draft.expectSaved();
  await page.reload();
  await grid.expectRows(34);
});
