import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

test('chosen annexes come as Word, web page and open data with their sums; an export can be ended', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/revenue`);
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: /^导出第/ });
  await dialog.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Excel（XLSX）' }).uncheck();
  for (const format of ['Word（DOCX）', '网页（HTML）', '开放数据包']) {
    await dialog.getByRole('checkbox', { name: format }).check();
  }
  await dialog.getByRole('radio', { name: '选择附件' }).check();
  const submit = dialog.getByRole('button', { name: '导出', exact: true });
  await expect(submit).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^附件3 / }).check();
  await dialog.getByRole('checkbox', { name: /^附件12-1 / }).check();
  await dialog.getByRole('checkbox', { name: '加目录' }).check();
  await expect(dialog.getByRole('checkbox', { name: '小文件' })).toHaveCount(0);
  await expectAccessible(page);

  await page.route(/\/exports\?/, () => {}, { times: 1 });
  await submit.click();
  await expect(dialog.getByRole('progressbar', { name: '导出进度' })).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('正在读取预算…');
  if (process.env.LOOK) await page.screenshot({ path: process.env.LOOK });
  await dialog.getByRole('button', { name: '取消导出' }).click();
  await expect(submit).toBeEnabled();
  await expect(dialog.getByRole('alert')).toHaveCount(0);

  const arriving = page.waitForEvent('download');
  await submit.click();
  const entries = unzipSync(await readFile(await (await arriving).path()));
  const names = Object.keys(entries).map((name) => name.replace(/^.*部门预算/, '部门预算'));
  expect(names).toEqual([
    '部门预算（草稿）.docx',
    '部门预算（草稿）.html',
    'datapackage/datapackage.json',
    'datapackage/annex-03.csv',
    'datapackage/annex-12-1.csv',
    'manifest.json',
    'SHA256SUMS.txt',
  ]);

  const word = Object.entries(entries).find(([name]) => name.endsWith('.docx'))?.[1] ?? new Uint8Array();
  expect(strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())).toContain('PAGEREF');

  const html = Object.entries(entries).find(([name]) => name.endsWith('.html'))?.[1] ?? new Uint8Array();
  const reader = await page.context().newPage();
  await reader.setContent(strFromU8(html));
  await expect(reader.getByRole('heading', { level: 2 })).toHaveCount(2);
  await expectAccessible(reader);
  await reader.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(reader);
});
