import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('another unit’s budget does not exist for a clerk, whatever address is tried', async ({ signedIn, office }) => {
  const page = await signedIn(accountOf('clerk2'));
  const { budgetId } = office;
  for (const path of [`/budgets/${budgetId}`, `/budgets/${budgetId}/annexes`, `/reviews/${budgetId}/1/annexes`]) {
    const answer = await page.goto(path);
    expect(await answer?.text()).not.toContain(office.unitCode);
    await expect(page.getByText('没有找到这个页面')).toBeVisible();
  }
  const exported = await page.request.get(`/api/v1/budgets/${budgetId}/exports?format=json`);
  expect(exported.status()).toBe(403);
  const state = await page.request.get(`/api/v1/budgets/${budgetId}/changes`);
  expect(state.status()).toBe(403);
  expect(await state.text()).not.toContain('amount');
});

test('the auditor reads everything and finds nothing to change', async ({ signedIn, office }) => {
  const page = await signedIn(accountOf('auditor'), '/budgets');
  await page.getByRole('link', { name: new RegExp(`^${office.unitCode}`) }).click();
  const draft = new DraftPage(page);
  await expect(await draft.grid('收入').cell('2010308', '金额（元）')).toHaveText('7,942,688.00');
  for (const name of ['撤销', '插入行', '删除行', /^送审/]) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
  await draft.grid('收入').select('2010308', '金额（元）');
  await expect(draft.grid('收入').input).not.toBeEditable();
  await draft.open('项目支出');
  await expect(page.getByRole('button', { name: /新增项目|删除项目/ })).toBeHidden();
  await draft.open('单位情况与说明文字');
  await expect(page.getByLabel('单位简称')).not.toBeEditable();
  await draft.open('审核意见');
  await expect(page.getByRole('button', { name: '保存意见' })).toBeHidden();
});

test('the head of the unit reads and comments, and neither edits nor submits', async ({ signedIn }) => {
  const page = await signedIn(accountOf('unithead'), '/budgets');
  await page
    .getByRole('link', { name: /^309001/ })
    .first()
    .click();
  const draft = new DraftPage(page);
  await draft.grid('收入').select('2010308', '金额（元）');
  await expect(draft.grid('收入').input).not.toBeEditable();
  await expect(draft.submitButton).toBeHidden();
});

test('the administrator has users and units, and no budget', async ({ signedIn, office }) => {
  const page = await signedIn(accountOf('admin'));
  await expect(page).toHaveURL('/admin/users');
  const places = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
  await expect(places).toHaveText(['用户', '部门与单位', '公开表']);
  for (const path of ['/budgets', '/reviews', '/audit', `/budgets/${office.budgetId}/revenue`]) {
    await page.goto(path);
    await expect(page).toHaveURL('/no-access');
  }
  const exported = await page.request.get(`/api/v1/budgets/${office.budgetId}/exports?format=json`);
  expect(exported.status()).toBe(403);
});

test('a reviewer does not decide on a draft, and a clerk not on anything', async ({ signedIn, office }) => {
  const reviewer = await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/basic`);
  await expect(reviewer.getByRole('table', { name: '基本支出' })).toBeVisible();
  await expect(reviewer.getByRole('button', { name: '审核通过' })).toBeHidden();
  const clerk = await signedIn(office.clerk, `/reviews/${office.budgetId}/1/lines/basic`);
  await expect(clerk.getByRole('table', { name: '基本支出' })).toBeVisible();
  await expect(clerk.getByRole('button', { name: /退回修改|审核通过/ })).toBeHidden();
});
