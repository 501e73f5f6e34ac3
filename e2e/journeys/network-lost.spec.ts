import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('the network goes and comes back: edits wait and are saved by themselves', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  await expect(await grid.cell('30201', '金额（元）')).toBeVisible();
  await page.context().setOffline(true);
  await grid.type('30201', '金额（元）', '123456');
  await grid.type('30205', '金额（元）', '5000');
  await expect(draft.alert).toContainText('连接不上服务器，2 处修改已留在本机，网络恢复后会自动保存。');
  await grid.expectText('30201', '金额（元）', '123,456.00');
  await page.context().setOffline(false);
  await draft.expectSaved();
  await expect(draft.alert).toBeHidden();
  await page.reload();
  await grid.expectText('30201', '金额（元）', '123,456.00');
  await grid.expectText('30205', '金额（元）', '5,000.00');
});

test('the window is closed without network: the next one offers the edits', async ({ signedIn, office }) => {
  const path = `/budgets/${office.budgetId}/basic-expenditure`;
  const page = await signedIn(office.clerk, path);
  const draft = new DraftPage(page);
  await expect(await draft.grid('基本支出').cell('30201', '金额（元）')).toBeVisible();
  await page.context().setOffline(true);
  await draft.grid('基本支出').type('30201', '金额（元）', '123456');
  await expect(draft.alert).toContainText('连接不上服务器');
  await page.close();
  await page.context().setOffline(false);

  const again = new DraftPage(await page.context().newPage());
  await again.page.goto(path);
  const offer = again.page.getByRole('dialog', { name: '发现上次没有保存的修改' });
  await expect(offer).toContainText('有 1 处修改未能保存到服务器，保留在这台电脑上');
  await offer.getByRole('button', { name: '恢复修改' }).click();
  await again.grid('基本支出').expectText('30201', '金额（元）', '123,456.00');
  await again.expectSaved();
  await again.page.reload();
  await again.grid('基本支出').expectText('30201', '金额（元）', '123,456.00');
});

test('a server that answers with a failure is asked again', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await expect(await draft.grid('基本支出').cell('30201', '金额（元）')).toBeVisible();
  await page.route('**/changes', (route) => route.fulfill({ status: 502, body: 'bad gateway' }), { times: 2 });
  await draft.grid('基本支出').type('30201', '金额（元）', '123456');
  await expect(draft.alert).toContainText('连接不上服务器，1 处修改已留在本机');
  await draft.expectSaved();
  await page.reload();
  await draft.grid('基本支出').expectText('30201', '金额（元）', '123,456.00');
});
