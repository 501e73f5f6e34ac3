/**
 * `npm run pictures -- http://localhost:3000`: the pictures of the README, taken from a running server that holds the
 * fresh demonstration data; the page of the PDF needs pdftoppm. The archives' budget, which is submitted, is reviewed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/fixtures/browser.ts';
import { DEMONSTRATION_ACCOUNTS } from '../lib/services/demonstration/accounts.ts';

const SCREEN = { width: 1366, height: 768 };
const PDF_PAGE = 7;

const address = process.argv[2] ?? 'http://localhost:3000';
const folder = path.join(import.meta.dirname, '../docs/images');
const browser = await chromium.launch(await launchOptions());

async function signedIn(username: string): Promise<Page> {
  const account = DEMONSTRATION_ACCOUNTS.find((candidate) => candidate.username === username);
  const page = await browser.newPage({ viewport: SCREEN, locale: 'zh-CN', baseURL: address });
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(account?.password ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function pictureOfPdf(page: Page, budgetPath: string): Promise<void> {
  const response = await page.request.get(`/api/v1${budgetPath}/exports?format=pdf`);
  const work = mkdtempSync(path.join(tmpdir(), 'mingsuan-pictures-'));
  writeFileSync(path.join(work, 'budget.pdf'), await response.body());
  const of = ['-png', '-r', '64', '-f', String(PDF_PAGE), '-l', String(PDF_PAGE), '-singlefile'];
  execFileSync('pdftoppm', [...of, path.join(work, 'budget.pdf'), path.join(work, 'page')]);
  renameSync(path.join(work, 'page.png'), path.join(folder, 'pdf-page.png'));
  rmSync(work, { recursive: true });
}

const clerk = await signedIn('clerk');
await clerk.getByRole('link', { name: /^309001/ }).click();
await clerk.getByRole('link', { name: /^基本支出/ }).click();
await clerk.getByRole('gridcell', { name: '津贴补贴' }).click();
await picture(clerk, 'drafting');
const budgetPath = /\/budgets\/[^/]+/.exec(new URL(clerk.url()).pathname)?.[0] ?? '';
await clerk.goto(`${budgetPath}/annexes?annex=4`);
await clerk.getByRole('table').waitFor();
await picture(clerk, 'annex');
await clerk.goto(`${budgetPath}/checks`);
await picture(clerk, 'checks');
await pictureOfPdf(clerk, budgetPath);

const reviewer = await signedIn('reviewer');
await reviewer.getByRole('link', { name: /档案馆/ }).click();
await reviewer.getByRole('link', { name: '基本支出' }).click();
await reviewer.getByRole('button', { name: '批注' }).nth(4).click();
await reviewer.getByLabel(/的意见$/).fill('办公费比上年增加，请说明增加的人数和标准。');
await reviewer.getByRole('button', { name: '保存意见' }).click();
await reviewer.getByRole('article', { name: '审核意见' }).waitFor();
await picture(reviewer, 'review');
await browser.close();
