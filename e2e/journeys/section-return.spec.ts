import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

const AMOUNT = '金额（元）';
const REMARK = '办公费比上年增加较多，请核减。';
const REASON = '只改基本支出。';

test('a reviewer returns one section; the clerk mends that alone until more is unlocked', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  const review = new ReviewPage(await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/basic`));

  await test.step('the reviewer remarks on a line and returns its section', async () => {
    await review.comment(review.lines('基本支出').getByRole('row').filter({ hasText: '30201' }), REMARK);
    await review.page.getByRole('button', { name: '退回修改' }).click();
    const dialog = review.page.getByRole('dialog', { name: '退回修改' });
    await expect(dialog.getByRole('region', { name: '基本支出' })).toContainText(REMARK);
    await dialog.getByRole('radio', { name: /^只退回部分内容/ }).check();
    await expect(dialog.getByRole('checkbox', { name: /^基本支出（1 条意见）/ })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: '收入预算' })).not.toBeChecked();
    await expectAccessible(review.page);
    await dialog.getByLabel('退回原因').fill(REASON);
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(review.page).toHaveURL('/reviews');
  });
  const notice = draft.page.getByRole('status', { name: '退回说明' });
  await test.step('the clerk reads what is to be mended, and is led to the line', async () => {
    await draft.page.goto(`/budgets/${office.budgetId}/revenue`);
    await expect(notice).toContainText(REASON);
    await expect(notice).toContainText('本次退回只要求修改：基本支出；其余部分已锁定');
    await expect(draft.page.getByText('已锁定，不在本次修改范围内')).toBeVisible();
    await draft.grid('收入').select('2010308', AMOUNT);
    await expect(draft.grid('收入').input).not.toBeEditable();
    await expectAccessible(draft.page);
    await notice.getByRole('button', { name: '退回意见 1 条，待处理 1 条' }).click();
    await notice.getByRole('listitem').filter({ hasText: REMARK }).getByRole('button').click();
    await expect(draft.page).toHaveURL(/basic-expenditure$/);
    await draft.grid('基本支出').type('30201', AMOUNT, '109000');
    await draft.expectSaved();
  });
  await test.step('the reviewer unlocks the revenue, which the open window learns', async () => {
    await draft.open('收入预算');
    await review.page.goto(`/reviews/${office.budgetId}/2/annexes`);
    await review.page.getByRole('button', { name: '放开修改范围' }).click();
    const dialog = review.page.getByRole('dialog', { name: '放开修改范围' });
    await dialog.getByRole('checkbox', { name: '收入预算' }).check();
    await dialog.getByRole('button', { name: '确认放开' }).click();
    await expect(dialog).toBeHidden();
    await expect(notice).toContainText('本次退回只要求修改：收入预算、基本支出', { timeout: 15_000 });
    await draft.grid('收入').select('2010308', AMOUNT);
    await expect(draft.grid('收入').input).toBeEditable();
  });
});

test('a return that comes second keeps what was typed and says who was first', async ({ signedIn, office }) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  const page = await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/annexes`);
  const other = new ReviewPage(await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/annexes`));
  await page.getByRole('button', { name: '退回修改' }).click();
  const dialog = page.getByRole('dialog', { name: '退回修改' });
  await dialog.getByLabel('退回原因').fill(REASON);
  await other.return('先退回了');
  await dialog.getByRole('button', { name: '确认退回' }).click();
  await expect(dialog).toContainText('业务科室审核人已于');
  await expect(dialog).toContainText('该版本的状态已变为“已退回”');
  await expect(dialog.getByLabel('退回原因')).toHaveValue(REASON);
});
