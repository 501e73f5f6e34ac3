import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { approveSubmission } from '../fixtures/approved.ts';
import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, SCREEN } from '../fixtures/expect-accessible.ts';
import type { Office } from '../fixtures/office.ts';
import { submitAsItIs } from '../fixtures/second-version.ts';
import { expect, test } from '../fixtures/test.ts';

const PHONE = { width: 400, height: 800 };

test('the budget office publishes, anybody reads and verifies, it is corrected and withdrawn', async ({
  signedIn,
  browser,
  office,
}) => {
  test.slow();
  await submitAsItIs(office);
  await approveSubmission(office);
  const address = `/open/2023/${office.unitCode}`;
  const page = await signedIn(accountOf('budgetoffice'), `/reviews/${office.budgetId}/1/publication`);
  const reader = await readWithoutScripts(browser);

  await test.step('nothing is to be read before', async () => {
    expect((await reader.goto(address))?.status()).toBe(404);
  });
  await test.step('the page says what holds and how many days are left; the act asks what only people know', async () => {
    await expect(page.getByText('还剩 20 天')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await publishInVain(page);
    await answer(page);
    await expect(page.getByRole('article', { name: '第 1 次公开' })).toContainText('已公开');
    await expectAccessible(page);
  });
  await test.step('anybody reads it, with scripts off, wide and narrow', () => readAll(reader, address));
  await test.step('a file is what its digest says', () => verifyFiles(reader, `${address}/1`));
  await test.step('the open API answers the same, and 304 to who has it', () => askApi(reader, office));
  await test.step('a correction says why, and the edition before points to it', async () => {
    await page.getByRole('button', { name: '更正公开' }).click();
    await answer(page, '补充附件说明。');
    await expect(page.getByRole('article', { name: '第 2 次公开' })).toContainText('补充附件说明。');
    await reader.goto(`${address}/1`);
    await expect(reader.getByText('以第2次公开为准')).toBeVisible();
    await reader.goto(address);
    await expect(reader.getByText('补充附件说明。')).toBeVisible();
  });
  await test.step('a withdrawal leaves the reason, and what held before holds again', async () => {
    await page.getByRole('article', { name: '第 2 次公开' }).getByRole('button', { name: '撤下' }).click();
    await page.getByLabel('撤下原因（向公众显示）').fill('附件二有误，另行公开。');
    await page.getByRole('button', { name: '确认撤下' }).click();
    await expect(page.getByRole('article', { name: '第 2 次公开' })).toContainText('已撤下');
    await page.screenshot({ path: test.info().outputPath('publication.png'), fullPage: true });
    expect((await reader.goto(`${address}/2`))?.status()).toBe(410);
    await expect(reader.getByText('附件二有误，另行公开。')).toBeVisible();
    await expect(reader.getByRole('table')).toHaveCount(0);
    await reader.goto(address);
    await expect(reader.getByText('第1次公开', { exact: false }).first()).toBeVisible();
  });
  await reader.context().close();
});

/** Somebody who is not signed in, with a browser that runs no scripts. */
async function readWithoutScripts(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SCREEN, locale: 'zh-CN' });
  return context.newPage();
}

async function publishInVain(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认公开' }).click();
  await expect(page.getByText('请选择由谁完成了保密审查')).toBeVisible();
}

async function answer(page: Page, changeNote?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '保密审查由谁完成' }).click();
  await page.getByRole('option', { name: '单位保密工作机构' }).click();
  await dialog.getByLabel(/^已完成保密审查/).check();
  await dialog.getByLabel('联系科室').fill('办公室');
  if (changeNote) await dialog.getByLabel('更正说明').fill(changeNote);
  await dialog.getByRole('button', { name: '确认公开' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
}

async function readAll(reader: Page, address: string): Promise<void> {
  await reader.goto('/open');
  await reader.getByLabel('部门、单位或项目名称').fill('信访');
  await reader.getByRole('button', { name: '查询' }).click();
  await expect(reader.locator(`a[href="${address}"]`)).toBeVisible();
  await expectReadable(reader, '/open?q=%E4%BF%A1%E8%AE%BF', 'index');
  await expectReadable(reader, address, 'edition');
  await expect(reader.getByRole('heading', { name: '情况说明', level: 2, exact: true })).toBeVisible();
  await expect(reader.locator('section.annex')).toHaveCount(20);
  await expect(reader.getByRole('columnheader', { name: '合计' }).first()).toBeVisible();
  await expect(reader.getByRole('figure')).toHaveCount(4);
  const department = (await reader.locator('.meta a').first().getAttribute('href')) ?? '';
  await expectReadable(reader, department, 'department');
}

/** Axe needs scripts to run: the same page in a browser that has them, wide and narrow. */
async function expectReadable(reader: Page, address: string, name: string): Promise<void> {
  const context = await reader.context().browser()?.newContext({ bypassCSP: true, locale: 'zh-CN' });
  if (!context) throw new Error('no browser');
  const page = await context.newPage();
  for (const viewport of [SCREEN, PHONE]) {
    await page.setViewportSize(viewport);
    await page.goto(address);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: test.info().outputPath(`open-${name}-${viewport.width}.png`), fullPage: true });
  }
  await context.close();
  await reader.goto(address);
}

async function verifyFiles(reader: Page, address: string): Promise<void> {
  await reader.goto(address);
  const rows = reader.getByRole('region', { name: '文件' }).getByRole('row');
  for (const format of ['PDF 全文', 'Excel 全部附表', 'CSV']) {
    const row = rows.filter({ hasText: format }).first();
    const digest = (await row.locator('td.hash').textContent()) ?? '';
    const [download] = await Promise.all([reader.waitForEvent('download'), row.getByRole('link').click()]);
    const bytes = await readFile(await download.path());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  }
}

async function askApi(reader: Page, { unitCode }: Office): Promise<void> {
  const { request } = reader.context();
  const path = `/api/open/v1/editions/2023/${unitCode}/1`;
  const first = await request.get(path);
  expect(await first.json()).toMatchObject({ unitCode, number: 1, state: 'PUBLISHED', contact: '办公室' });
  const etag = first.headers().etag ?? '';
  expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  const { editions } = (await (await request.get('/api/open/v1/editions?year=2023')).json()) as {
    editions: { unitCode: string }[];
  };
  expect(editions.map((edition) => edition.unitCode)).toContain(unitCode);
  expect(await (await request.get(`${path}/annexes/3`)).json()).toMatchObject({ annex: '3' });
  const { paths } = (await (await request.get('/api/open/v1/openapi.json')).json()) as { paths: object };
  expect(Object.keys(paths)).toHaveLength(3);
}
