import { readFileSync } from 'node:fs';
import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';

test('the auditor searches the log, verifies it and takes it away, which is recorded', async ({ signedIn, office }) => {
  await signedIn(office.clerk, '/budgets');
  const page = await signedIn(accountOf('auditor'), '/audit');
  const log = page.getByRole('table', { name: '审计日志' });
  await page.getByRole('combobox', { name: '类别' }).selectOption({ label: '登录与退出' });
  await page.getByRole('searchbox', { name: '用户' }).fill(office.clerk.username);
  await page.getByRole('combobox', { name: '角色' }).selectOption({ label: '单位经办' });
  await page.getByRole('button', { name: '查询' }).click();
  await expect(log.getByRole('cell', { name: '登录', exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '校验日志' }).click();
  await expect(page.getByRole('status').filter({ hasText: '日志完好' })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 CSV' }).click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv).toContain('时间（北京时间）');
  expect(csv).toContain(office.clerk.username);

  await page.goto('/audit?kind=audit');
  await expect(log.getByRole('cell', { name: '导出审计日志' }).first()).toBeVisible();
  await page.goto('/audit?text=这几个字哪里也没有');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
});
