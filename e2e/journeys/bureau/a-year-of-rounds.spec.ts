import type { Page } from '@playwright/test';
import { accountOf } from '../../fixtures/demonstration.ts';
import { createOffice, type Office } from '../../fixtures/office.ts';
import { expect, test } from '../../fixtures/test.ts';
import { ControlSheetPage } from '../../pages/control-sheet-page.ts';
import { DraftPage } from '../../pages/draft-page.ts';
import { exportAs } from '../../pages/export-dialog.ts';
import { HeadPage } from '../../pages/head-page.ts';
import { QueuePage } from '../../pages/queue-page.ts';
import { ReviewPage } from '../../pages/review-page.ts';
import { RoundsPage } from '../../pages/rounds-page.ts';
import { UnitsPage } from '../../pages/units-page.ts';

const YEAR = 2063;
const AMOUNT = '金额（元）';
const REMARK = '办公费与邮电费口径不一致，请核对。';
const REASON = '只改基本支出，并补充说明的依据。';
const EXTENSION = '网络故障两天，准予延期';
const ADJUSTMENT = '年中追加信访接待任务';

test('a year passes from 一上 to an adjustment: clerk, head, reviewer, budget office and auditor', async ({
  signedIn,
}) => {
  test.setTimeout(420_000);
  const office = accountOf('budgetoffice');
  const rounds = new RoundsPage(await signedIn(office, '/bureau/rounds'));
  await test.step('the budget office opens the year and 一上', async () => {
    await rounds.openYear(YEAR);
    await rounds.setDeadline('一上', '2099-09-30T17:30');
    await expect(rounds.rounds).toContainText('2099年9月30日 17:30');
    await rounds.act('开放', '一上');
  });
  const [first, second] = [await createOffice(YEAR), await createOffice(YEAR)];
  await new UnitsPage(await signedIn(accountOf('admin'), '/admin/units')).requireConfirmation(first.unitCode);
  const draft = new DraftPage(await signedIn(first.clerk, `/budgets/${first.budgetId}/checks`));
  const head = new HeadPage(await signedIn(first.head));
  const review = new ReviewPage(await signedIn(first.reviewer));
  const queue = new QueuePage(review.page);
  const send = async () => {
    await draft.sendToHead();
    await head.confirm(first.unitCode);
  };

  await test.step('the clerk sends, the head confirms', send);
  await test.step('the reviewer refuses an explanation, remarks on a line and returns its section', async () => {
    await queue.open(YEAR, first.unitCode);
    await review.open('校验');
    await review.refuseExplanation('没有写明依据的文件');
    await review.open('基本支出');
    await review.comment(review.lines('基本支出').getByRole('row').filter({ hasText: '30201' }), REMARK);
    await review.returnSections(REASON, /^基本支出（1 条意见）/);
  });
  await test.step('一上 ends before the unit has mended: it is late, and given more time with a reason', async () => {
    await rounds.act('结束', '一上');
    await mend(draft, first);
    await draft.page.getByRole('banner').getByRole('button', { name: '送单位负责人确认' }).click();
    const dialog = draft.page.getByRole('dialog', { name: '送单位负责人确认' });
    await expect(dialog.getByRole('alert')).toContainText('一上目前没有开放，不能送审');
    await dialog.getByRole('button', { name: '确认送出' }).click();
    await expect(dialog.getByRole('alert')).toContainText('一上目前没有开放，不能送审');
    await draft.page.keyboard.press('Escape');
    await rounds.beginExtension(first.unitCode, '2099-10-15T12:00');
    await rounds.extend(EXTENSION);
    await expect(await rounds.unit(first.unitCode)).toContainText(EXTENSION);
    await draft.page.reload();
    await send();
  });
  await test.step('the reviewer sees what changed and passes 一上', async () => {
    await queue.open(YEAR, first.unitCode);
    await review.open('变化');
    const changes = review.page.getByRole('table', { name: '变化清单' });
    await expect(changes.getByRole('row').filter({ hasText: '30201 办公费' })).toContainText('-1,000.00');
    await review.open('校验');
    await review.acceptExplanation();
    await review.remark(REMARK).getByRole('button', { name: '标为已解决' }).click();
    await review.decide('一上审核通过');
  });
  await test.step('the budget office issues control figures and opens 二上', async () => {
    await issueControlFigures(new ControlSheetPage(await signedIn(office, ControlSheetPage.address(YEAR)), YEAR), [
      first,
      second,
    ]);
    await rounds.page.reload();
    await rounds.setDeadline('二上', '2099-12-10T17:30');
    await expect(rounds.rounds).toContainText('2099年12月10日 17:30');
    await rounds.act('开放', '二上');
  });
  await test.step('both units hand in their 二上: one begins on what was passed, one comes with its draft', async () => {
    await draft.page.goto(`/budgets/${first.budgetId}/revenue`);
    await draft.page.getByRole('button', { name: '开始二上编制' }).click();
    await expect(draft.page.getByRole('heading', { level: 1 })).toContainText('第 3 版');
    await draft.open('基本支出');
    await expect(draft.page.getByRole('main')).toContainText('控制数');
    await send();
    await new DraftPage(await signedIn(second.clerk, `/budgets/${second.budgetId}/checks`)).submit();
  });
  await test.step('the reviewer is given the second unit and approves both in one act', async () => {
    await assign(await signedIn(office, '/bureau/assignments'), second, first);
    await queue.show(YEAR);
    await queue.passAll([first.unitCode, second.unitCode]);
  });
  await test.step('an adjustment: opened with its reason, drafted, confirmed and approved on its own', async () => {
    const page = await signedIn(office, `/reviews/${first.budgetId}/3/annexes`);
    await page.getByRole('button', { name: '预算调整' }).click();
    await page.getByRole('dialog').getByLabel('调整原因').fill(ADJUSTMENT);
    await page.getByRole('dialog').getByRole('button', { name: '发起调整' }).click();
    await expect(page).toHaveURL(`/reviews/${first.budgetId}/4/annexes`);
    await draft.page.goto(`/budgets/${first.budgetId}/basic-expenditure`);
    await expect(draft.page.getByRole('banner')).toContainText('第1次调整');
    await draft.grid('基本支出').type('30207', AMOUNT, '72000');
    await draft.grid('基本支出').type('30201', AMOUNT, '108000');
    await draft.expectSaved();
    await send();
    await queue.open(YEAR, first.unitCode);
    await review.decide('审核通过');
    await draft.page.goto(`/budgets/${first.budgetId}/history`);
    await expect(draft.page.getByRole('main')).toContainText(ADJUSTMENT);
    const { name } = await exportAs(draft.page, 'Excel（XLSX）');
    expect(name).toContain('第1次调整');
  });
  await test.step('the auditor reads it all, and decides nothing', async () => {
    const auditor = await signedIn(accountOf('auditor'), `/audit?unit=${first.unitCode}`);
    const log = auditor.getByRole('table', { name: '审计日志' });
    for (const act of ['退回修改', '一上审核通过', '审核通过', '发起预算调整', '进入下一轮编制', '不认可说明']) {
      await expect(log.getByRole('cell', { name: act, exact: true }).first()).toBeVisible();
    }
    await auditor.getByRole('button', { name: '校验日志' }).click();
    await expect(auditor.getByRole('status').filter({ hasText: '日志完好' })).toBeVisible();
    await auditor.goto(`/reviews/${first.budgetId}/3/annexes`);
    await expect(auditor.getByRole('heading', { level: 1 })).toContainText('第 3 版');
    await expect(auditor.getByRole('button', { name: /退回|通过|预算调整/ })).toHaveCount(0);
  });
});

/** Moves 1,000 元 within what is unlocked and writes the refused explanation anew. */
async function mend(draft: DraftPage, { budgetId }: Office): Promise<void> {
  await draft.page.goto(`/budgets/${budgetId}/basic-expenditure`);
  await expect(draft.page.getByRole('status', { name: '退回说明' })).toContainText('本次退回只要求修改：基本支出');
  await draft.grid('基本支出').type('30201', AMOUNT, '109000');
  await draft.grid('基本支出').type('30207', AMOUNT, '71000');
  await draft.expectSaved();
  await draft.open('校验');
  const warning = draft.page.getByRole('region', { name: '提醒' }).getByRole('article').first();
  await expect(warning).toContainText('没有写明依据的文件');
  await warning.getByLabel('说明（审核人可见）').fill('按本年下达的任务文件安排，文件随附件报送');
  await warning.getByLabel('说明（审核人可见）').blur();
  await expect(warning.getByText('说明已改写')).toBeVisible();
}

/** As much as the units have planned. */
async function issueControlFigures(control: ControlSheetPage, offices: readonly Office[]): Promise<void> {
  for (const { unitCode } of offices) {
    await control.find(unitCode);
    await control.sheet.type(unitCode, '人员经费（元）', '5,144,068');
    await control.sheet.type(unitCode, '日常公用经费（元）', '1,041,892');
    await control.sheet.type(unitCode, '项目支出（元）', '3,190,000');
  }
  await control.issue(6, '财预〔2063〕1号');
}

/** Gives a unit to the reviewer of another. */
async function assign(page: Page, unit: Office, { reviewer }: Office): Promise<void> {
  await page.getByLabel('查找单位').fill(unit.unitCode);
  await page
    .getByRole('table', { name: '单位与审核人' })
    .getByRole('checkbox', { name: `选择${unit.unitName}` })
    .check();
  await page.getByRole('combobox', { name: '审核人' }).click();
  await page.getByRole('option', { name: new RegExp(`（${reviewer.username}）`) }).click();
  await page.getByRole('button', { name: '分配所选 1 个' }).click();
  await expect(page.getByText('已分配 1 个单位，即时生效。')).toBeVisible();
}
