import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { emptyDraftBeside } from '../fixtures/empty-draft.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { WorkbookPage } from '../pages/workbook-page.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheets of a workbook with some cells as a clerk's spreadsheet would spoil them. */
async function spoilt(bytes: Uint8Array, cells: Readonly<Record<string, CellValue>>): Promise<Buffer> {
  const { sheets } = await readXlsx(bytes);
  const written = sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row, r) =>
      row.map((value, c) => {
        const address = `${name}!${String.fromCharCode(65 + c)}${r + 1}`;
        return Object.hasOwn(cells, address) ? (cells[address] ?? null) : value;
      }),
    ),
  }));
  return Buffer.from(await writeXlsx({ sheets: written }));
}

test('a workbook fills an empty draft, one code repaired and one question answered, and is undone', async ({
  signedIn,
  office,
}) => {
  const empty = await emptyDraftBeside(office);
  const page = await signedIn(office.clerk, `/budgets/${empty.budgetId}/start/workbook`);
  const template = await page.request.get(`/api/v1/budgets/${office.budgetId}/workbook`);
  expect(template.headers()['content-disposition']).toContain('.xlsx');
  const file = await spoilt(await template.body(), {
    '基本支出!C3': 3_011,
    '基本支出!E4': '财政拨款',
    '基本支出!G5': '很多',
  });

  const wizard = new WorkbookPage(page);
  await wizard.choose('基本支出.xlsx', file, XLSX);
  await expect(wizard.heading).toHaveText('第 2 步：预览与修正');
  await expect(wizard.heading).toBeFocused();
  expect(await wizard.counts('基本支出')).toMatchObject({ 行数: '34', 新增: '32', 待确认: '1', 有误: '1' });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await wizard.tab('已自动修复');
  await expect(wizard.row('基本支出!C3')).toContainText('3011');
  await expect(wizard.row('基本支出!C3')).toContainText('30101');
  await wizard.tab('未读取的内容');
  await expect(page.getByText(`这个文件是为单位 ${office.unitCode} 导出的`)).toBeVisible();
  await wizard.tab('有误');
  await expect(wizard.row('基本支出!G5')).toContainText('“很多”不是金额');
  const list = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载问题清单（CSV）' }).click();
  expect((await list).suggestedFilename()).toMatch(/导入问题清单\.csv$/);
  await page.getByLabel('基本支出!G5 更正为').fill('1.5万元');
  await wizard.tab('待确认');
  await page.getByRole('combobox', { name: /基本支出!E4/ }).selectOption('一般公共预算');
  await page.getByRole('button', { name: '应用 2 处填写并重新校验' }).click();
  await expect(page.getByRole('tab', { name: '待确认（0）' })).toBeVisible();
  expect(await wizard.counts('基本支出')).toMatchObject({ 新增: '34', 待确认: '–', 有误: '–' });

  await page.getByRole('button', { name: '下一步：确认' }).click();
  await expect(page.getByText('基本支出：新增 34 行')).toBeVisible();
  await page.getByRole('button', { name: '写入草稿' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已写入草稿' })).toBeVisible();
  const draft = new DraftPage(page);
  await draft.expectSaved();
  await draft.open('基本支出');
  await draft.grid('基本支出').expectRows(34);
  await draft.grid('基本支出').expectText(3, '金额（元）', '15,000.00');

  await page.getByRole('button', { name: '撤销', exact: true }).first().click();
  await draft.grid('基本支出').expectRows(0);
  await draft.expectSaved();
  await page.reload();
  await draft.grid('基本支出').expectRows(0);
});

test('the template of a draft changes nothing when it comes back, and a bad file is refused with a sentence', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/start/workbook`);
  const wizard = new WorkbookPage(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载工作簿（含草稿现有内容）' }).click();
  const stream = await (await download).createReadStream();
  const bytes = Buffer.concat(await stream.toArray());

  await wizard.choose('坏文件.xlsx', bytes.subarray(0, 5_000), XLSX);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('这个文件已损坏或不完整');
  await wizard.choose('清单.csv', Buffer.from('编码,金额'), 'text/csv');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('不是 Excel 工作簿');
  await wizard.choose('工作簿.xlsx', bytes, XLSX);
  await expect(wizard.heading).toHaveText('第 2 步：预览与修正');
  expect(await wizard.counts('基本支出')).toMatchObject({ 行数: '34', 新增: '–', 修改: '–', 未变: '34' });
  await page.getByRole('button', { name: '下一步：确认' }).click();
  await expect(page.getByText('没有要写入的变化')).toBeVisible();
  await expect(page.getByRole('button', { name: '写入草稿' })).toBeDisabled();
});
