import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { TemplatePicker } from '../pages/template-picker.ts';

const LINE_REMARK = /^对“基本支出.+”的意见$/;
const TITLE = '差旅费口径';

test('a reviewer picks, keeps and takes back common remarks; the budget office keeps the shared ones', async ({
  signedIn,
  office,
}) => {
  test.slow();
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  const review = new ReviewPage(await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/basic`));
  const { page } = review;
  const templates = new TemplatePicker(page);

  await test.step('on a line, at the cursor, filled from the place', async () => {
    const row = review.lines('基本支出').getByRole('row').filter({ hasText: '30201' });
    await row.getByRole('button', { name: /^批注/ }).click();
    const field = page.getByLabel(LINE_REMARK);
    await field.fill('前后');
    await field.press('ArrowLeft');
    await templates.pick('说明增减原因');
    await expect(field).toHaveValue('前基本支出与上年相比变动较大，请分项说明增减原因和金额。后');
    await expect(field).toBeFocused();
  });

  await test.step('what cannot be filled is marked for the reviewer to complete', async () => {
    const field = page.getByLabel(LINE_REMARK);
    await field.fill('');
    await templates.pick('科目使用有误');
    await page.keyboard.type('30211 差旅费');
    await expect(field).toHaveValue('此处经济科目使用有误，建议改列30211 差旅费，请核对后修改。');
    await expectAccessible(page);
  });

  await test.step('what is typed is kept as one’s own', async () => {
    await templates.save(TITLE);
    await page.getByRole('button', { name: '保存意见' }).click();
    await expect(review.remark('建议改列30211')).toBeVisible();
    await page.goto('/bureau/comment-templates');
    await expect(templates.list('我的常用意见')).toContainText('建议改列30211 差旅费');
    await expect(templates.list('全局共用').getByRole('button')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('a deletion is taken back', async () => {
    await templates.remove(TITLE);
    await expect(templates.list('我的常用意见')).toContainText('还没有自己的常用意见');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(templates.list('我的常用意见')).toContainText(TITLE);
  });

  await test.step('the budget office adds a shared one, and changes it', async () => {
    const bureau = await signedIn(accountOf('budgetoffice'), '/bureau/comment-templates');
    const shared = new TemplatePicker(bureau).list('全局共用');
    await expect(shared).toContainText('绩效指标值应量化');
    const title = `核对附件 ${office.unitCode}`;
    await bureau.getByRole('button', { name: '新增共用意见' }).click();
    const dialog = bureau.getByRole('dialog', { name: '新增常用意见' });
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toContainText('请填写意见内容');
    await dialog.getByLabel('标题').fill(title);
    await dialog.getByLabel('内容').fill('请{单位}核对后重报。');
    await dialog.getByRole('button', { name: '保存' }).click();
    await bureau.getByRole('button', { name: `修改：${title}` }).click();
    const change = bureau.getByRole('dialog', { name: '修改共用常用意见' });
    await change.getByLabel('内容').fill('请{单位}核对附件后重报。');
    await change.getByRole('button', { name: '保存' }).click();
    await expect(shared).toContainText('核对附件后重报');
  });

  await test.step('in the reason of a return, which warns while it says nothing', async () => {
    await page.goto(`/reviews/${office.budgetId}/1/lines/basic`);
    await review.remark('建议改列30211').getByRole('button', { name: '标为已解决' }).click();
    await expect(page.getByText('没有待处理的意见。')).toBeVisible();
    await page.getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog', { name: '退回修改' });
    await expect(dialog).toContainText('没有意见，也没有原因');
    await new TemplatePicker(page, dialog).pick(`核对附件 ${office.unitCode}`);
    await expect(dialog.getByLabel('退回原因')).toHaveValue(`请${office.unitName}核对附件后重报。`);
    await expect(dialog).not.toContainText('没有意见，也没有原因');
    await expect(dialog).toContainText('单位只会看到退回原因');
  });

  await test.step('nobody else has them', async () => {
    await draft.page.goto('/bureau/comment-templates');
    await expect(draft.page).not.toHaveURL(/comment-templates/);
  });
});

test('a return lists its open remarks to the clerk and, with the next version, to the reviewer', async ({
  signedIn,
  office,
}) => {
  test.slow();
  const [FIRST, SECOND, WHOLE] = ['办公费请核减。', '水费请说明。', '说明文字请精简。'];
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  const review = new ReviewPage(await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/basic`));
  const { page } = review;
  const line = (code: string) => review.lines('基本支出').getByRole('row').filter({ hasText: code });

  await test.step('the reviewer sees what goes with the return, each with its place', async () => {
    await review.comment(line('30201'), FIRST);
    await review.comment(line('30205'), SECOND);
    await page.getByLabel('对整份预算的意见').fill(WHOLE);
    await page.getByRole('button', { name: '保存意见' }).click();
    await expect(review.remark(WHOLE)).toBeVisible();
    await page.getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog', { name: '退回修改' });
    await expect(dialog).toContainText('随退回送达的未解决意见（3 条）');
    await expect(dialog.getByRole('region', { name: '基本支出' })).toContainText(/30201 办公费：办公费请核减。/);
    await dialog.getByLabel('退回原因').fill('请按意见修改');
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(page).toHaveURL('/reviews');
  });

  const notice = draft.page.getByRole('status', { name: '退回说明' });
  const list = draft.page.getByRole('list', { name: '随第 1 版退回的意见' });
  await test.step('the clerk is told how many, is led to each, and sees what was changed since', async () => {
    await draft.page.goto('/notices');
    await expect(draft.page.getByRole('region', { name: '通知列表' })).toContainText('附 3 条待处理的意见');
    await draft.page.goto(`/budgets/${office.budgetId}/revenue`);
    await notice.getByRole('button', { name: '退回意见 3 条，待处理 3 条' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expectAccessible(draft.page);
    await list.getByRole('listitem').filter({ hasText: FIRST }).getByRole('button').click();
    await expect(draft.page).toHaveURL(/basic-expenditure$/);
    await draft.grid('基本支出').type('30201', '备注', '已按标准核减');
    await draft.expectSaved();
    await expect(list.getByRole('listitem').filter({ hasText: FIRST })).toContainText('所在内容已修改');
    await expect(list.getByRole('listitem').filter({ hasText: SECOND })).toContainText('所在内容未改动');
  });

  const returned = page.getByRole('region', { name: '退回意见' });
  await test.step('the reviewer settles one beside the next version', async () => {
    await page.goto(`/reviews/${office.budgetId}/2/lines/basic`);
    await expect(returned).toContainText('3 条，已处理 0 条，待处理 3 条');
    await review.remark(WHOLE).getByRole('button', { name: '标为已解决' }).click();
    await expect(returned).toContainText('3 条，已处理 1 条，待处理 2 条');
    await expect(returned.getByRole('listitem').filter({ hasText: FIRST })).toContainText('所在内容已修改');
    await expectAccessible(page);
  });

  await test.step('the submission says what waits, and holds nothing up', async () => {
    await draft.page.goto(`/budgets/${office.budgetId}/comments`);
    await expect(draft.page.getByRole('main')).toContainText('随第 1 版退回的意见：3 条，已处理 1 条，待处理 2 条');
    await draft.submitButton.click();
    const dialog = draft.page.getByRole('dialog', { name: '送审确认' });
    await expect(dialog).toContainText('还有 2 条退回意见待处理');
    await expect(dialog).toContainText('其中 1 条所在的内容还没有改动');
    await dialog.getByRole('button', { name: '确认送审' }).click();
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(returned).toContainText('待处理 2 条');
    await returned.getByRole('listitem').filter({ hasText: SECOND }).getByRole('button').click();
    await expect(page).toHaveURL(/lines\/basic$/);
  });
});

test('the author of a remark settles it and opens it again; to the others the screen does not offer it', async ({
  signedIn,
  office,
}) => {
  const draft = new DraftPage(await signedIn(office.clerk, `/budgets/${office.budgetId}/checks`));
  await draft.submit();
  const head = new ReviewPage(await signedIn(office.head, `/reviews/${office.budgetId}/1/lines/basic`));
  const review = new ReviewPage(await signedIn(office.reviewer, `/reviews/${office.budgetId}/1/lines/basic`));
  const line = (of: ReviewPage, code: string) => of.lines('基本支出').getByRole('row').filter({ hasText: code });
  await head.comment(line(head, '30201'), '办公费已按标准测算');
  await expect(head.page.getByRole('button', { name: /^常用意见/ })).toHaveCount(0);
  await review.comment(line(review, '30205'), '水费请说明');

  await test.step('the head of the unit, on their own remark alone', async () => {
    await head.page.reload();
    await expect(head.remark('水费请说明').getByRole('button', { name: '回复' })).toBeVisible();
    await expect(head.remark('水费请说明').getByRole('button', { name: '标为已解决' })).toHaveCount(0);
    await head.remark('办公费已按标准测算').getByRole('button', { name: '标为已解决' }).click();
    await head.page.getByText(/^已解决 1$/).click();
    await head.remark('办公费已按标准测算').getByRole('button', { name: '重新打开' }).click();
    await expect(head.page.getByText(/^待处理 2$/)).toBeVisible();
  });

  await test.step('the clerk likewise; the reviewer settles all of them', async () => {
    await draft.page.goto(`/budgets/${office.budgetId}/comments`);
    await expect(draft.page.getByRole('button', { name: '回复' })).toHaveCount(2);
    await expect(draft.page.getByRole('button', { name: '标为已解决' })).toHaveCount(0);
    await draft.page.getByLabel('对整份预算的意见').fill('请先看说明');
    await draft.page.getByRole('button', { name: '保存意见' }).click();
    await expect(draft.page.getByRole('button', { name: '标为已解决' })).toHaveCount(1);
    await review.page.reload();
    await expect(review.page.getByRole('button', { name: '标为已解决' })).toHaveCount(3);
    const own = draft.page.getByRole('article', { name: '审核意见' }).filter({ hasText: '请先看说明' });
    await own.getByRole('button', { name: '标为已解决' }).click();
    await expect(draft.page.getByText(/^已解决 1$/)).toBeVisible();
  });
});
