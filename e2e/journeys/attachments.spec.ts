import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
const APPROVAL = { name: '立项批复.pdf', mimeType: 'application/pdf', buffer: PDF };
const FALSE_FLAG = { name: '网页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') };

test('files are added to a project, fetched again, removed and brought back', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
  const draft = new DraftPage(page);
  await page.getByRole('main').getByRole('link', { name: '信访维稳联动中心专项' }).first().click();
  const files = page.getByRole('region', { name: '立项依据附件' });
  await files.locator('input[type=file]').setInputFiles([APPROVAL, FALSE_FLAG]);
  await expect(files.getByRole('listitem')).toHaveText([/^立项批复\.pdf\d+ 字节/]);
  await expect(files.getByRole('alert')).toContainText('网页.pdf：“网页.pdf”不能作为附件');
  await draft.expectSaved();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('link', { name: '立项批复.pdf' }).click(),
  ]);
  expect(await readFile(await download.path())).toEqual(PDF);

  await files.locator('input[type=file]').setInputFiles([APPROVAL]);
  await expect(files.getByText('已经在附件中，没有重复上传')).toBeVisible();

  await files.getByRole('button', { name: '删除附件 立项批复.pdf' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: /^撤销/ }).click();
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await draft.expectSaved();

  const reviewer = await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/projects`);
  await expect(reviewer.getByRole('link', { name: '立项批复.pdf' })).toBeVisible();
});
