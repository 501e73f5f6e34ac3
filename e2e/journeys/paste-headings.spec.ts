import type { Page } from '@playwright/test';
import { sheetRows } from '../fixtures/documents.ts';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import type { Grid } from '../pages/grid.ts';

/** Of annex 2: code, name and last year's figure. */
const LAST_YEAR_COLUMNS = 3;

type Cells = readonly (readonly (string | number | boolean | Date | null)[])[];

/** A sheet from its first to its last filled cell, as Excel puts it on the clipboard. */
function copied(rows: Cells): string {
  const text = (value: Cells[number][number]) =>
    typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
  return rows.map((cells) => `${cells.map(text).join('\t')}\r\n`).join('');
}

/** The sheet of a section of the exported workbook: its headings and its rows, without the hidden columns behind. */
async function ofWorkbook(bytes: Uint8Array, sheet: string): Promise<string> {
  const [, headings = [], ...rows] = await sheetRows(bytes, sheet);
  const width = headings.findIndex((heading) => String(heading).endsWith('标识'));
  const filled = rows.filter((cells) => cells.some((value) => value !== null && value !== ''));
  return copied([headings, ...filled].map((cells) => cells.slice(0, width)));
}

async function download(page: Page, address: string): Promise<Uint8Array> {
  const answer = await page.request.get(address);
  expect(answer.ok()).toBe(true);
  return answer.body();
}

/** Pastes a sheet with its headings. */
async function paste(grid: Grid, column: string, text: string): Promise<void> {
  await grid.select('＋', column);
  await grid.paste(text);
}

test('tables are pasted with their headings, which are no line and say what goes where', async ({
  signedIn,
  office,
}) => {
  const { budgetId } = await emptyDraftBeside(office);
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${budgetId}/revenue`));
  const { page } = draft;
  const refusals = page.getByRole('alert').filter({ hasText: '有内容没有写入' });
  const workbook = await download(page, `/api/v1/budgets/${office.budgetId}/workbook`);
  const annexes = await download(page, `/api/v1/budgets/${office.budgetId}/exports?format=xlsx`);

  await test.step('sheets of the workbook', async () => {
    await paste(draft.grid('收入'), '资金来源', await ofWorkbook(workbook, '收入'));
    await draft.grid('收入').expectRows(9);
    await draft.open('基本支出');
    await paste(draft.grid('基本支出'), '功能科目', await ofWorkbook(workbook, '基本支出'));
    await draft.grid('基本支出').expectRows(34);
    await expect(draft.grid('基本支出').root).toContainText('6,185,960.00');
  });
  await test.step('annex 2, in 万元 and with its sums', async () => {
    await draft.open('上年数');
    const rows = (await sheetRows(annexes, '附件2')).filter(([first]) => !String(first).startsWith('备注'));
    await paste(draft.grid('上年数'), '功能科目', copied(rows.map((cells) => cells.slice(0, LAST_YEAR_COLUMNS))));
    await expect(page.getByRole('alert').filter({ hasText: '跳过' }).last()).toContainText('合计或上级科目');
    await draft.grid('上年数').expectText(1, '上年数（元）', '8,272,300.00');
  });
  await test.step('annexes 11 and 12, whose columns stand in another order', async () => {
    await draft.open('绩效目标');
    await paste(draft.grid('整体绩效指标'), '指标名称', await tableOf(annexes, '附件11', '绩效指标'));
    await draft.grid('整体绩效指标').expectRows(8);
    await draft.grid('整体绩效指标').expectText(1, '权重', '15');
    await draft.open('项目支出');
    await page.getByRole('button', { name: '＋ 新增项目' }).click();
    await paste(draft.grid('绩效指标'), '一级指标', await tableOf(annexes, '附件12_2', '一级指标'));
    await draft.grid('绩效指标').expectRows(8);
    await draft.grid('绩效指标').expectText(4, '性质', '＞');
    await draft.grid('绩效指标').expectText(4, '指标值', '95');
  });
  await draft.expectSaved();
  await expect(refusals).toHaveCount(0);
});

/** The table of an annex that begins with fields. */
async function tableOf(bytes: Uint8Array, sheet: string, heading: string): Promise<string> {
  const rows = await sheetRows(bytes, sheet);
  return copied(rows.slice(rows.findIndex((cells) => cells.includes(heading))));
}
