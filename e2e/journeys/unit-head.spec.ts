import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { HeadPage } from '../pages/head-page.ts';
import { UnitsPage } from '../pages/units-page.ts';

const REASON = '请先核对人员经费再送。';

test('a unit head confirms what the clerk sends, once the administrator has asked for it', async ({
  signedIn,
  office,
}) => {
  await test.step('the administrator turns confirmation on', async () => {
    await new UnitsPage(await signedIn(accountOf('admin'), '/admin/units')).requireConfirmation(office.unitCode);
  });
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  const headPage = new HeadPage(await signedIn(office.head));
  const { page: head } = headPage;
  await expect(head).toHaveURL('/confirmations');

  await test.step('the clerk sends the draft to the head, takes it back and sends it again', async () => {
    await draft.sendToHead();
    await draft.withdraw();
    await expect(draft.page.getByRole('heading', { level: 1 })).toContainText('第 2 版');
    await draft.sendToHead();
  });
  await test.step('the head declines with a reason that the clerk reads', async () => {
    await headPage.openWaiting(office.unitCode);
    await head.getByRole('button', { name: '退回经办' }).click();
    const dialog = head.getByRole('dialog', { name: '退回经办' });
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(dialog.getByText('请写明退回的原因')).toBeVisible();
    await dialog.getByLabel('退回原因').fill(REASON);
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(head).toHaveURL('/confirmations');
    await draft.page.reload();
    await expect(draft.page.getByRole('status', { name: '退回说明' })).toContainText(REASON);
  });
  await test.step('and confirms the next version, which the bureau then has', async () => {
    await draft.sendToHead();
    await headPage.confirm(office.unitCode);
    await expect(head.getByRole('table', { name: '其他预算' })).toContainText('已提交');
    await expectAccessible(head);
    await draft.page.goto(`/budgets/${office.budgetId}/history`);
    await expect(draft.page.getByRole('main')).toContainText('本单位负责人 确认并送审');
  });
});

test('a submission can be withdrawn until a reviewer looks, who then stands against it', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  await draft.withdraw();
  await expect(draft.page.getByRole('heading', { level: 1 })).toContainText('第 2 版');
  await draft.submit();
  await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
  const review = await signedIn(office.reviewer, `/reviews/${office.budgetId}/2/history`);
  await expect(async () => {
    await review.reload();
    await expect(review.getByRole('main')).toContainText('业务科室审核人 开始审核', { timeout: 1_000 });
  }).toPass();
  await draft.withdraw();
  const dialog = draft.page.getByRole('dialog', { name: '撤回送审' });
  await expect(dialog.getByRole('alert')).toContainText('业务科室审核人已于');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
});
