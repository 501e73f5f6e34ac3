import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { approveSubmission } from '../fixtures/approved.ts';
import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, SCREEN } from '../fixtures/expect-accessible.ts';
import { submitAsItIs } from '../fixtures/second-version.ts';
import { expect, test } from '../fixtures/test.ts';

const PHONE = { width: 400, height: 800 };

test('the budget office publishes, anybody reads, sorts and verifies without scripts, it is withdrawn', async ({
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

  await test.step('the page says what holds and how many days are left; the act asks what only people know', async () => {
    expect((await reader.goto(address))?.status()).toBe(404);
    await expect(page.getByText('还剩 20 天')).toBeVisible();
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await publishInVain(page);
    await answer(page);
    await expect(page.getByRole('article', { name: '第 1 次公开' })).toContainText('已公开');
    await expectAccessible(page);
  });
  await test.step('anybody finds and reads it, sorts a table and verifies a file, with scripts off', async () => {
    await findByName(reader, address);
    await sortAnnex(reader);
    await verifyFile(reader, `${address}/1`);
  });
  await test.step('every kind of page is accessible, wide and narrow', () => expectReadable(browser, address));
  await test.step('a correction wants its reason', async () => {
    await page.getByRole('button', { name: '更正公开' }).click();
    const dialog = page.getByRole('dialog', { name: '更正公开：第 2 次' });
    await affirm(page);
    await dialog.getByRole('button', { name: '确认公开' }).click();
    await expect(dialog.getByText('请填写更正说明')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('a withdrawal leaves the reason', async () => {
    await page.getByRole('article', { name: '第 1 次公开' }).getByRole('button', { name: '撤下' }).click();
    await page.getByLabel('撤下原因（向公众显示）').fill('附件二有误，另行公开。');
    await page.getByRole('button', { name: '确认撤下' }).click();
    await expect(page.getByRole('article', { name: '第 1 次公开' })).toContainText('已撤下');
    await page.screenshot({ path: test.info().outputPath('publication.png'), fullPage: true });
    expect((await reader.goto(address))?.status()).toBe(410);
    await expect(reader.getByText('附件二有误，另行公开。')).toBeVisible();
    await expect(reader.getByRole('table')).toHaveCount(0);
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

/** What only people can say of a publication. */
async function affirm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '保密审查由谁完成' }).click();
  await page.getByRole('option', { name: '单位保密工作机构' }).click();
  await dialog.getByLabel(/^已完成保密审查/).check();
  await dialog.getByLabel('联系科室').fill('办公室');
}

async function answer(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await affirm(page);
  await dialog.getByRole('button', { name: '确认公开' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
}

async function findByName(reader: Page, address: string): Promise<void> {
  await reader.goto('/open');
  await reader.getByLabel('部门、单位或项目名称').fill('信访');
  await reader.getByRole('button', { name: '查询' }).click();
  await reader.locator(`a[href="${address}"]`).click();
  await expect(reader.getByRole('heading', { name: '情况说明', level: 2, exact: true })).toBeVisible();
  await expect(reader.locator('section.annex')).toHaveCount(20);
  await expect(reader.getByRole('columnheader', { name: '合计' }).first()).toBeVisible();
  await expect(reader.getByRole('figure')).toHaveCount(4);
}

async function sortAnnex(reader: Page): Promise<void> {
  await reader.getByRole('link', { name: '附件2单独查看' }).click();
  const rows = reader.getByRole('row');
  const before = await rows.allTextContents();
  await reader.getByRole('link', { name: '总计', exact: true }).click();
  await expect(reader.getByRole('columnheader', { name: '总计' })).toHaveAttribute('aria-sort', 'descending');
  const sorted = await rows.allTextContents();
  expect(sorted).not.toEqual(before);
  expect(sorted.toSorted()).toEqual(before.toSorted());
  await reader.getByRole('link', { name: '恢复原来的顺序' }).click();
  await expect(rows).toHaveText(before);
}

async function verifyFile(reader: Page, address: string): Promise<void> {
  await reader.goto(address);
  const row = reader.getByRole('region', { name: '文件：全文' }).getByRole('row').filter({ hasText: 'PDF' });
  const digest = (await row.locator('td.hash').textContent()) ?? '';
  const [download] = await Promise.all([reader.waitForEvent('download'), row.getByRole('link').click()]);
  const bytes = await readFile(await download.path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
}

/** Axe needs scripts to run: the same pages in a browser that has them. */
async function expectReadable(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ bypassCSP: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const pages = {
    index: '/open?q=%E4%BF%A1%E8%AE%BF',
    edition: address,
    annex: `${address}/1/annexes/10?sort=total`,
    department: `/open/departments/${address.split('/').at(-1)?.slice(0, 3)}`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize(SCREEN);
    await page.goto(path);
    for (const viewport of [SCREEN, PHONE]) {
      await page.setViewportSize(viewport);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.screenshot({ path: test.info().outputPath(`open-${name}-${viewport.width}.png`), fullPage: true });
    }
  }
  await context.close();
}
