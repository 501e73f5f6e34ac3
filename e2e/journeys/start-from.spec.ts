import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, ZOOMED } from '../fixtures/expect-accessible.ts';
import { giveLastYear } from '../fixtures/last-year.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

const GOLDEN = path.resolve('tests/fixtures/golden');
const PACKAGE = path.resolve('prisma/demonstration/petition-office-2023.json');

interface PublishedAnnex {
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const published = (file: string): PublishedAnnex => JSON.parse(readFileSync(path.join(GOLDEN, file), 'utf8'));

/** As a page of a PDF is copied: blank cells are gone. */
function copied(annex: PublishedAnnex, heading: string): string {
  const rows = annex.rows.map((row) => Object.values(row).filter((cell) => cell !== null));
  return [heading, ...rows.map((cells) => cells.join(' ')), '- 3 -'].join('\n');
}

async function place(page: Page, part: string, placement: string): Promise<void> {
  const choice = page.getByRole('radiogroup', { name: `${part}的处理` });
  await choice.getByText(placement, { exact: true }).click();
}

/** Takes the step back and waits until the draft is as it was. */
async function undo(draft: DraftPage): Promise<void> {
  await draft.page.getByRole('button', { name: '撤销', exact: true }).click();
  await draft.expectSaved();
}

test('last year: codes as this year has them, amounts raised, one-off projects left out; one undo', async ({
  signedIn,
  office,
}) => {
  await giveLastYear(office);
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/start`));
  const { page } = draft;
  await page.getByRole('main').getByRole('link', { name: '2022 年批复预算' }).click();
  await expect(page.getByRole('heading', { name: '从 2022 年批复预算开始' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^2080588/ })).toContainText('没有对应的新科目');
  await expect(page.getByText('项目“群众来访接待大厅改造专项”：一次性项目')).toBeVisible();
  await expect(page.getByText('项目“疑难信访案件专项”：草稿中已有同一项目')).toBeVisible();
  await page.getByLabel('按比例增减（得数取整到元）').check();
  const percent = page.getByLabel('增减百分比（减少填负数）');
  await percent.fill('十');
  await expect(page.getByText('请先填好调整的百分比。')).toBeVisible();
  await expect(page.getByRole('button', { name: '写入草稿' })).toBeDisabled();
  await percent.fill('10');
  for (const part of ['收入预算', '基本支出', '上年数']) await place(page, part, '替换');
  await page.getByRole('button', { name: '写入草稿' }).click();

  await expect(await draft.grid('收入').cell('2010308', '金额（元）')).toHaveText('9,099,530.00');
  await draft.open('基本支出');
  await expect(await draft.grid('基本支出').cell('30217', '金额（元）')).toHaveText('176,000.00');
  await draft.open('政府采购');
  await expect(await draft.grid('政府采购').cell('来访接待大厅修缮', '金额（元）')).toHaveText('');
  await draft.open('校验');
  await expect(page.getByText('缺少功能科目').first()).toBeVisible();
  await draft.open('收入预算');
  await draft.expectSaved();
  await undo(draft);
  await expect(await draft.grid('收入').cell('2010308', '金额（元）')).toHaveText('7,942,688.00');
  await draft.open('政府采购');
  await expect(page.getByText('来访接待大厅修缮')).toBeHidden();
});

test('annexes 2 and 3 pasted from a page print again as they are', async ({ signedIn, office }) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/start/printed-annexes`));
  const { page } = draft;
  const [annex2, annex3] = [published('02.json'), published('03.json')];
  await page.getByLabel(/^附件2/).fill(copied(annex2, '2022年预算数 2023年预算数').replace('2080506', '2080577'));
  await page.getByLabel(/^附件3/).fill(copied(annex3, '2023年基本支出'));
  const errors = page.getByRole('list', { name: '需要改正' });
  await expect(errors).toContainText('2080577 机关事业单位职业年金缴费支出 不在 2023 年的科目表中');
  await errors.getByRole('button', { name: '附件2 第 9 行' }).click();
  await expect(page.getByLabel(/^附件2/)).toBeFocused();
  await expect(page.getByRole('button', { name: '写入草稿' })).toBeHidden();

  await page.getByLabel(/^附件2/).fill(copied(annex2, '2022年预算数 2023年预算数'));
  await expect(errors).toBeHidden();
  await expect(page.getByText(/尾差调整：.*30107 ＋49.00 元/)).toBeVisible();
  const cell = page.getByLabel('30201 × 2010308');
  await cell.fill('10');
  await cell.press('Enter');
  await expect(page.getByText('功能科目和经济科目还没有对平')).toBeVisible();
  await page.getByLabel('30201 的差额归入').selectOption('2010308');
  await expect(cell).toHaveValue('11.00');
  for (const part of ['收入预算', '基本支出', '项目支出', '上年数']) await place(page, part, '替换');
  await page.getByRole('button', { name: '写入草稿' }).click();

  await expect(await draft.grid('收入').cell('2010308', '金额（元）')).toHaveText('7,942,650.00');
  await draft.expectSaved();
  for (const [number, annex] of [
    ['2', annex2],
    ['3', annex3],
  ] as const) {
    const answer = await page.request.get(`/api/v1/budgets/${office.budgetId}/exports?format=json&annexes=${number}`);
    const { rows } = (await answer.json()) as { rows: { cells: Record<string, string | null> }[] };
    const twoDecimals = (text: string | null | undefined) =>
      text?.replace(/^(\d+)(\.\d)?$/, (all) => Number(all).toFixed(2)) ?? null;
    const figures = annex.rows.map((row) =>
      Object.entries(row).map(([key, text]) => (key === 'code' ? text : twoDecimals(text))),
    );
    expect(
      rows.map(({ cells }, index) => Object.keys(annex.rows[index] ?? {}).map((key) => cells[key] ?? null)),
    ).toEqual(figures);
  }
  await undo(draft);
  await expect(await draft.grid('收入').cell('2010308', '金额（元）')).toHaveText('7,942,688.00');
});

test('a budget package: every fault by its place, then in place of what is there; one undo', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/start/package`));
  const { page } = draft;
  const code = office.unitCode.slice(0, 3);
  const own = readFileSync(PACKAGE, 'utf8').replaceAll('309001', office.unitCode).replaceAll('"309"', `"${code}"`);
  const check = page.getByRole('button', { name: '检查粘贴的内容' });
  await page.getByLabel('或粘贴内容').fill(own.replace('"economicCode": "30101"', '"economicCode": "3010"'));
  await check.click();
  await expect(page.getByRole('list', { name: '需要改正' })).toContainText('$.basic[0].economicCode');
  await page.getByLabel('或粘贴内容').fill(readFileSync(PACKAGE, 'utf8'));
  await check.click();
  await expect(page.getByRole('alert').filter({ hasText: '与当前单位' })).toBeVisible();
  const other = own.replaceAll('1088412', '1000000');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '数据包.json', mimeType: 'application/json', buffer: Buffer.from(other) });
  await expect(page.getByRole('row', { name: /^项目支出/ })).toContainText('9 个项目');
  await place(page, '基本支出', '替换');
  await page.getByRole('button', { name: '写入草稿' }).click();
  await expect(await draft.grid('基本支出').cell('30101', '金额（元）')).toHaveText('1,000,000.00');
  await draft.expectSaved();
  await undo(draft);
  await expect(await draft.grid('基本支出').cell('30101', '金额（元）')).toHaveText('1,088,412.00');
});

for (const way of ['', '/last-year', '/printed-annexes', '/package']) {
  test(`start${way}: accessible, nothing cut off`, async ({ signedIn, office }) => {
    if (way === '/last-year') await giveLastYear(office);
    const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/start${way}`);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible();
    if (way === '/printed-annexes') {
      await page.getByLabel(/^附件2/).fill(copied(published('02.json'), '附件2'));
      await page.getByLabel(/^附件3/).fill(copied(published('03.json'), '附件3'));
      await expect(page.getByRole('heading', { name: '将写入的内容' })).toBeVisible();
    }
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize(ZOOMED);
    await expectNoSidewaysScroll(page);
  });
}
